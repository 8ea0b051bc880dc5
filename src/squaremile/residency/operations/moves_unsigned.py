"""Moves whose amendment is not signed when their day comes: nobody leaves a place by a paper that nobody signed.

A week before, both sides are asked to sign. From the evening before on, what the company was to give up stays its own from day
to day, until both have signed or the move is cancelled; staff are told. Where somebody else has it from the day on, it cannot
stay, and staff are told that instead. What it takes is held for it all along.
"""

from datetime import date, timedelta

from django.db import transaction

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text, both
from squaremile.residency import rules
from squaremile.residency.models import LicencePlace, Move, MovePlace
from squaremile.residency.reads.days import begin_of, today
from squaremile.residency.words import moves_unsigned as words
from squaremile.spaces import operations as spaces
from squaremile.spaces.operations.occupancies import TAKEN

ASKED, DAY = timedelta(days=7), timedelta(days=1)
SIGNED = ("signed", "in_effect")


@operation(
    "residency.keep_unsigned_moves", ko="서명하지 않은 이동의 자리 지키기", en="Keep the places of unsigned moves", may=rules.draw_plans,
    constraints=TAKEN,
)
def keep_unsigned_moves() -> int:
    """Once a day and again: what was given up stays until the end of tomorrow. Returns how many moves wait for a signature."""
    soon = Move.objects.filter(state="planned", amendment__isnull=False, day__lte=today() + ASKED).exclude(amendment__state__in=SIGNED)
    kept, lost = 0, 0
    found = list(soon.select_for_update(of=("self",)).select_related("company__organisation", "licence").order_by("day", "code"))
    for move in found:
        _ask(move)
        if move.day > today() + DAY:
            continue
        for line in MovePlace.objects.select_related("occupancy", "place").filter(move=move, taken=False):
            if line.place.until is not None and line.place.until <= begin_of(move.day):
                continue  # It became one with another, which is held for the company.
            if _keep(line, today() + 2 * DAY):
                kept += 1
            else:
                lost += 1
                _tell(move, words.LOST, line, "move-lost")
    note(waiting=len(found), kept=kept, lost=lost)
    return len(found)


def _keep(line: MovePlace, before: date) -> bool:
    """Let it have the place until the beginning of a day; False where somebody else has it by then."""
    until = min(begin_of(before), line.ended)
    if line.occupancy.state == "ended" or until <= line.occupancy.period.end:
        return line.occupancy.state != "ended"
    try:
        with transaction.atomic():
            spaces.extend(occupancy=line.occupancy.code, end=until)
    except Refused:
        return False
    for mine in LicencePlace.objects.filter(occupancy=line.occupancy_id, live=True):
        mine.period = Period(mine.period.start, until)
        mine.save(update_fields=["period"])
    _tell(line.move, words.KEPT, line, "move-kept")
    return True


def _ask(move: Move) -> None:
    values = _values(move)
    url, origin = f"/residency/licences/{move.licence.code}/", f"move-sign:{move.id}"
    tell(people.admins(move.company_id), "residency.move_unsigned", words.SIGN.fill(values), url, origin, about=move.company_id)
    tell(people.staff("programme"), "residency.move_unsigned", words.SIGN.fill(values), url, origin)


def _tell(move: Move, text: Text, line: MovePlace, origin: str) -> None:
    """The desk once about each place."""
    said = text.fill({**_values(move), "place": both(line.place.name_ko, line.place.name_en)})
    tell(people.staff("programme", "site_director"), "residency.move_unsigned", said, "/residency/allocation/", f"{origin}:{line.id}")


def _values(move: Move) -> dict[str, object]:
    whose = move.company.organisation
    return {"company": both(whose.name_ko, whose.name_en), "day": move.day.isoformat()}
