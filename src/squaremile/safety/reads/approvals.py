"""A question that needs approval, held against what stands in the area to the drop: for safety, who decides, and for the
moment at which an approval is used. A company is told that it holds, or that it no longer does."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from squaremile.safety.models import Bringing
from squaremile.safety.policies import approvals
from squaremile.safety.policies.approvals import Footing
from squaremile.safety.policies.classing import Substance
from squaremile.safety.policies.facts import facts
from squaremile.safety.policies.phases import phase_of
from squaremile.safety.policies.quantity import Amount
from squaremile.safety.reads import areas, rule_packs, stock, weighing
from squaremile.safety.reads.areas import AreaRow
from squaremile.safety.reads.rule_packs import Held
from squaremile.safety.reads.stock import Judged, Wanted
from squaremile.safety.reads.weighing import Line


def judged(asked: Bringing) -> Judged:
    """The exact verdict today, with what else was approved for the area and has not come yet. For those who see everyone."""
    return founded(asked)[0]


def founded(asked: Bringing) -> tuple[Judged, dict[str, Any]]:
    """That verdict, and what an approval that is given now stands on, as it is kept: both of one weighing."""
    wanted = wanted_of(asked)
    area, held, there = _there(asked, wanted)
    coming = _promised(asked, area, held) if area is not None else []
    stands_on = approvals.kept(area.code if area else "", _footing(area, wanted, held, there))
    return stock.judge_in(area, wanted, [*there, *coming], held), stands_on


def holds(asked: Bringing, substance: Substance) -> bool:
    """Whether an approval may still be used, for the substance that comes. It is judged by what was approved, never by what
    the asker makes of it: how much of it she brings, or keeps beside it, moves nothing."""
    if not asked.held:
        return False
    wanted = replace(wanted_of(asked, substance), substance=substance)
    area, held, there = _there(asked, wanted)
    code, then = approvals.read(asked.held)
    if code != (area.code if area else "") or not approvals.stands(then, _footing(area, wanted, held, there)):
        return False
    if area is None:
        return True
    return not any(
        approvals.over(
            each.pack, stock.place_of(area), then, more=stock.item_of(each.pack, wanted), others=stock.parted(each.pack, there)[1]
        )
        for each in held
    )


def wanted_of(asked: Bringing, substance: Substance | None = None) -> Wanted:
    """What was asked for."""
    amount = Amount(asked.amount, asked.dimension)
    known = substance or (stock.known(asked.substance) if asked.substance else from_library(asked.cas, asked.dimension))
    if known is None:
        known = Substance(asked.told["substance"], phase_of(asked.dimension, None), asked.cas)
    return Wanted(known, amount, asked.condition, asked.in_cabinet)


def from_library(what: str, dimension: str) -> Substance | None:
    """What the library knows by a CAS number or a name; its phase is what the unit tells, and of a weight the library."""
    known = facts(what)
    if known is None:
        return None
    return Substance(known.name, phase_of(dimension, known), known.cas, known.flash_c, known.boil_c, known.autoignition_c, None, None)


def _there(asked: Bringing, wanted: Wanted) -> tuple[AreaRow | None, list[Held], list[Line]]:
    area = areas.of_room(asked.room_id)
    held = rule_packs.held(area.packs) if area else []
    there = weighing.lines([area], held, wanted.substance, of=asked.organisation_id) if area else []
    return area, held, there


def _footing(area: AreaRow | None, wanted: Wanted, held: Sequence[Held], there: Sequence[Line]) -> list[Footing]:
    if area is None:
        return []
    every = []
    for each in held:
        own, _rest = stock.parted(each.pack, there)
        every += approvals.footing(each.pack, stock.place_of(area), own=own, more=stock.item_of(each.pack, wanted))
    return every


def _promised(asked: Bringing, area: AreaRow, held: Sequence[Held]) -> list[Line]:
    """What else may still come into the area by an approval."""
    rows = list(
        Bringing.objects.select_related("substance")
        .filter(state="approved", good_until__gte=areas.today(), room_id__in=[room.id for room in area.rooms]).exclude(id=asked.id)
    )
    known = weighing.facts({row.substance_id: row.substance for row in rows if row.substance}.values())
    made = []
    for row in rows:
        wanted = wanted_of(row, known.get(row.substance_id) if row.substance_id else None)
        mine = row.organisation_id == asked.organisation_id
        made += [replace(stock.line_of(area, each.pack, wanted), mine=mine) for each in held]
    return made
