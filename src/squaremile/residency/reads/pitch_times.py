"""When applicants cannot pitch: a company's own, all of a call's for those who plan it."""

from collections import defaultdict
from uuid import UUID

from django.db.models import QuerySet

from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.residency.models import PitchAway


def own(application: str) -> list[Period]:
    """What was said of one application, as far as it is not over."""
    return _ahead(PitchAway.objects.filter(application__code=application)).get(application, [])


def of_call(call: UUID) -> dict[str, list[Period]]:
    """By application, as far as it is not over."""
    return _ahead(PitchAway.objects.filter(application__call=call))


def overlaps(said: list[Period], slot: Period) -> bool:
    """Does a slot fall into a time at which the company cannot pitch?"""
    return any(each.start < slot.end and slot.start < each.end for each in said)


def _ahead(rows: QuerySet[PitchAway]) -> dict[str, list[Period]]:
    found: dict[str, list[Period]] = defaultdict(list)
    ahead = rows.filter(active=True, period__endswith__gt=clock.now()).order_by("period")
    for code, period in ahead.values_list("application__code", "period"):
        found[code].append(period)
    return found
