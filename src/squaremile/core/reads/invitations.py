"""The invitation behind a link, for the sign-in machinery (the `auth` scope)."""

from squaremile.core import rules
from squaremile.core.entering import secret_hash
from squaremile.core.models import Invitation
from squaremile.core.reads.grants import rights
from squaremile.core.words import INVITATION_SPENT
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused


def open_by(secret: str, *, lock: bool = False) -> Invitation:
    """The invitation that the secret opens. Raises `access.invitation_spent`, whatever the reason.

    One whose sender may no longer give the role is spent, and so is one to a company that is out of use.
    """
    now = clock.now()
    links = Invitation.objects.select_related("organisation")
    if lock:
        links = links.select_for_update(of=("self",))
    found = links.filter(
        secret_hash=secret_hash(secret), accepted_at=None, withdrawn_at=None, expires_at__gt=now
    ).first()
    if found is None or found.valid.end <= now or (found.organisation and not found.organisation.active):
        raise Refused(INVITATION_SPENT)
    sender = found.invited_by
    if sender and not rules.may_give(rights(sender), found.role, found.organisation_id):
        raise Refused(INVITATION_SPENT)
    return found
