"""One membership, for its forms."""

from dataclasses import dataclass

from squaremile.kernel.errors import Missing
from squaremile.network.models import Membership
from squaremile.network.words import liaison as words


@dataclass(frozen=True, slots=True)
class One:
    """Whose it is, and the codes of its contacts."""

    code: str
    member_code: str
    working: str
    policy: str


def one(code: str) -> One:
    """A membership. Raises `network.membership_unknown`."""
    found = Membership.objects.select_related("organisation", "partner", "working_contact", "policy_contact").filter(
        code=code).first()
    whose = (found.organisation or found.partner) if found else None
    if found is None or whose is None:
        raise Missing(words.MEMBERSHIP_UNKNOWN)
    working, policy = found.working_contact, found.policy_contact
    return One(found.code, whose.code, working.code if working else "", policy.code if policy else "")
