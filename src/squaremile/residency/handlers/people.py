"""What residency does when a role ends."""

from squaremile.core.outbox import handles
from squaremile.published.core import MembershipEnded
from squaremile.residency.operations.gone import record_gone


@handles("MembershipEnded")
def membership_ended(fact: MembershipEnded) -> None:
    """However the last role ended: she is not counted any more, and what she has to return is listed."""
    record_gone(person=fact.person, organisation=fact.organisation, at=fact.at)
