"""Whoever lost the last role in a company is no longer counted among its people."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q

from squaremile.core import door_keys
from squaremile.core.reads import grants, people
from squaremile.kernel.operation import note, operation
from squaremile.residency import rules
from squaremile.residency.models import Member
from squaremile.residency.operations.checklists import give
from squaremile.residency.operations.heads import tell_heads
from squaremile.residency.policies import checklists as policy
from squaremile.residency.policies.head_count import civil_date


@operation("residency.record_gone", ko="떠난 사람 정리", en="Record who has gone", may=rules.record_gone)
def record_gone(*, person: UUID, organisation: UUID, at: datetime) -> int:
    """End her time in the company on the day her last role ended, with what she has to return, and her door keys.

    Nothing happens where she has come back meanwhile. Returns how many records were ended.
    """
    if grants.belongs(person, organisation):
        return 0
    last = civil_date(at - timedelta(microseconds=1), ZoneInfo(settings.TIME_ZONE))
    after = last + timedelta(days=1)
    open_ones = Member.objects.filter(Q(gone_on=None) | Q(gone_on__gt=after), company=organisation, person=person)
    ended = 0
    for found in open_ones.select_for_update(of=("self",)).select_related("company"):
        found.gone_on = max(after, found.joined_on + timedelta(days=1))
        found.save(update_fields=["gone_on"])
        give(found.company, found, policy.tags(kind=found.kind, work=found.work), last, "exit")
        ended += 1
    if ended:
        tell_heads(organisation)
    named = people.named([person]).get(person)
    keys = door_keys.withdraw(holder=organisation, email=named.email) if named and named.email else 0
    note(organisation=organisation, person=person, ended=ended, keys=keys)
    return ended
