"""A company leaves, its last day passes, and nobody has signed that its bench is decontaminated: nobody else is put there.

Its licence and places run on from day to day, and the fee with them, until safety has signed. Where a licence was ended before its
term, it stays ended, without a fee, and its places alone are kept. Where somebody else has a place from the day on, it cannot be
kept; the desks are told that instead. Where the next licence of the same company was accepted and has not begun, its places are
kept without a fee until it begins: should it come to nothing, the company leaves, and cleans up.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text, both
from squaremile.residency.models import ClearanceLine, Departure, Licence, LicencePlace
from squaremile.residency.operations.leaving import DESKS, WAITS
from squaremile.residency.operations.rent import tell_rent
from squaremile.residency.reads.days import end_of, today
from squaremile.residency.words import departures as words
from squaremile.spaces import operations as spaces


def uncleaned() -> dict[UUID, Departure]:
    """By company: exits whose last day is here or over, or whose licences are, and whose decontamination is not counted or not
    signed. One statement."""
    runs = Licence.objects.filter(company=OuterRef("company"), state="in_force", period__endswith__gt=clock.now())
    lines = ClearanceLine.objects.filter(departure=OuterRef("id"), kind="decontamination")
    due = Departure.objects.filter(Q(last_day__lte=today()) | ~Exists(runs), state="noticed").select_related("company__organisation")
    found = due.exclude(Exists(lines) & ~Exists(lines.filter(signed_at=None)))
    return {each.company_id: each for each in found}


def between() -> set[UUID]:
    """Companies that no licence in force lets stay beyond this moment, and whose next one waits to begin. One statement."""
    runs = Licence.objects.filter(company=OuterRef("company"), state="in_force", period__endswith__gt=clock.now())
    return set(Licence.objects.filter(WAITS).exclude(Exists(runs)).values_list("company", flat=True))


def kept_for() -> dict[UUID, Departure | None]:
    """Companies whose places nobody else may have, with their exits where they leave. Two statements."""
    return {**dict.fromkeys(between()), **uncleaned()}


def keep_places(leaving: Mapping[UUID, Departure | None]) -> int:
    """Inside another operation: what is over stays until today is. Returns how many places were kept."""
    now, until, kept = clock.now(), end_of(today()), 0
    ended = Licence.objects.filter(state__in=("ended", "lapsed"), places__live=True).values("id")
    running = Licence.objects.select_for_update(of=("self",)).filter(Q(state="in_force") | Q(id__in=ended), company__in=leaving)
    for licence in running.order_by("code"):
        mine = LicencePlace.objects.select_related("occupancy", "place").filter(licence=licence, live=True)
        ends = [one for one in mine if one.period.end <= now]
        stays = [one for one in ends if _stays(one, leaving[licence.company_id], until)]
        if stays and leaving[licence.company_id] and licence.state == "in_force" and licence.period.end < until:
            licence.period = Period(licence.period.start, until)
            licence.save(update_fields=["period"])
            tell_rent(licence)
        kept += len(stays)
    return kept


def _stays(mine: LicencePlace, leaving: Departure | None, until: datetime) -> bool:
    if mine.occupancy.state == "ended":
        return False
    try:
        with transaction.atomic():
            spaces.extend(occupancy=mine.occupancy.code, end=until)
    except Refused:
        _tell(words.UNCLEANED_LOST, mine, leaving, "uncleaned-lost")
        return False
    mine.period = Period(mine.period.start, until)
    mine.save(update_fields=["period"])
    _tell(words.UNCLEANED_KEPT, mine, leaving, "uncleaned-kept")
    return True


def _tell(text: Text, mine: LicencePlace, leaving: Departure | None, origin: str) -> None:
    """The desks once about each place of a company that leaves."""
    if leaving is None:
        return
    whose = leaving.company.organisation
    said = text.fill({"company": both(whose.name_ko, whose.name_en), "place": both(mine.place.name_ko, mine.place.name_en)})
    tell(people.staff(*DESKS), "residency.uncleaned", said,
         f"/residency/exits/{leaving.code}/", f"{origin}:{mine.id}")
