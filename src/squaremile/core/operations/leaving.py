"""What ends with a role: the invitations it stood behind, and with the last one in a company the company's trust."""

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q

from squaremile.core import people_cards, rules
from squaremile.core.models import Invitation, RoleGrant
from squaremile.core.reads.grants import held_or_to_come, rights
from squaremile.kernel import clock
from squaremile.kernel.operation import note, operation, publish
from squaremile.published.core import MembershipEnded

AT_ONCE = 500


@operation("core.close_lapsed", ko="기한이 끝난 역할 정리", en="Close lapsed roles", may=rules.close_lapsed)
def close_lapsed() -> int:
    """A role that ran out by itself ends like one that was ended: card, invitations, tokens, and others hear of it.

    Up to AT_ONCE roles in one run. Returns how many people left a place.
    """
    over = RoleGrant.objects.filter(valid__endswith__lte=clock.now(), end_told_at=None).order_by("valid__endswith")
    pairs = dict.fromkeys(over.values_list("user_id", "organisation_id")[:AT_ONCE])
    left = 0
    for person, organisation in pairs:
        if organisation:
            people_cards.renew(person, organisation)
        left += ended(person, organisation)
    note(left=left)
    return left


def ended(person: UUID, organisation: UUID | None) -> bool:
    """After a role has ended: withdraw what she may no longer offer and, if it was her last there, say so once.

    `organisation` None is the staff. Her tokens end with her last role in any company: they carry all of her rights.
    """
    now = clock.now()
    _withdraw(person, organisation, now)
    there = Q(user_id=person) & (Q(organisation_id=organisation) if organisation else Q(organisation=None))
    untold = RoleGrant.objects.filter(there, end_told_at=None)
    if held_or_to_come(now).filter(there).exists():
        untold.filter(valid__endswith__lte=now).update(end_told_at=now)
        return False
    if not untold.update(end_told_at=now):
        return False
    if organisation:
        revoke_tokens(person)
        publish(MembershipEnded(person=person, organisation=organisation, at=now))
    return True


def _withdraw(person: UUID, organisation: UUID | None, now: datetime) -> None:
    """Her open invitations that she could not send today. Having left the staff, wherever they lead."""
    sent = Invitation.objects.filter(invited_by=person, accepted_at=None, withdrawn_at=None)
    if organisation:
        sent = sent.filter(organisation_id=organisation)
    hers = rights(person)
    gone = [one.id for one in sent if not rules.may_give(hers, one.role, one.organisation_id)]
    if gone:
        Invitation.objects.filter(id__in=gone).update(withdrawn_at=now)


def revoke_tokens(person: UUID) -> int:
    """Through the database's own function: nobody reads another's tokens, not even to end them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sm_revoke_tokens(%s, %s)", (person, clock.now()))
        return int(cursor.fetchone()[0])
