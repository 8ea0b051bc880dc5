"""Whether more may come into a control area, by what stands there.

`judge` tells a company no more of others' amounts than in which tenth of a limit they lie (docs/safety/head-room.md). Who
answers for safety is told exactly.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from typing import TypeVar
from uuid import UUID

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.models import Substance as SubstanceRow
from squaremile.safety.policies import verdicts
from squaremile.safety.policies.classing import Substance, classed
from squaremile.safety.policies.lab_units import Lab
from squaremile.safety.policies.limits import Unlimitable
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.quantity import VOLUME, Amount, Unreadable
from squaremile.safety.policies.sums import Checked, Item
from squaremile.safety.policies.verdicts import Place, Step, Verdict
from squaremile.safety.reads import areas, rule_packs, weighing
from squaremile.safety.reads.areas import AreaRow
from squaremile.safety.reads.nearby import Nearby
from squaremile.safety.reads.rule_packs import Held
from squaremile.safety.reads.weighing import Line

A = TypeVar("A", AreaRow, Nearby)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to come in, or to be moved."""

    substance: Substance
    amount: Amount
    condition: str = "storage"
    in_cabinet: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """A container that comes in: this is what gates of `safety.receive_container` are asked about. `person`: who receives
    it; nobody where a machine does. `left`: the room that it is carried out of, where it is in the house already. `beforehand`:
    nothing comes yet, and somebody asks whether it may."""

    organisation: UUID | None
    room: UUID
    classes: frozenset[str]
    person: UUID | None
    substance: Substance
    left: UUID | None = None
    beforehand: bool = False


@dataclass(frozen=True)
class Judged:
    """The verdict on one room, and everything that it was made from."""

    area: AreaRow | None
    wanted: Wanted
    verdict: Verdict
    exact: bool

    @cached_property
    def up_to(self) -> Fraction | None:
        """How many times what was asked for would still be a yes; None where nothing would."""
        if any(step.verdict != verdicts.YES and step.room is None for step in self.verdict.steps):
            return None
        room = min((step.room for step in self.verdict.steps if step.room is not None), default=None)
        return room if room is not None and room > 0 else None


def known(found: SubstanceRow) -> Substance:
    """A substance of the register as the policies take it. One statement."""
    return weighing.facts([found])[found.id]


def classes_in(room: UUID, substance: Substance) -> frozenset[str]:
    """Every class of a substance: those entered or claimed in any scheme, and those the packs in force at a room work out."""
    area = areas.of_room(room)
    return classes_by(rule_packs.held(area.packs) if area else [], substance)


def classes_by(every: Iterable[Held], substance: Substance) -> frozenset[str]:
    """The same by packs that are at hand."""
    entered = {one for codes in (*substance.entered.values(), *substance.claimed.values()) for one in codes}
    return frozenset(entered | {one for held in every for one in classed(held.pack, substance).classes})


def judge(room: UUID, wanted: Wanted) -> Judged:
    """May this come into a room? For those who ask about one thing and one room."""
    area = areas.of_room(room)
    held = rule_packs.held(area.packs) if area else []
    return judge_in(area, wanted, weighing.lines([area], held, wanted.substance) if area else (), held)


def judge_in(
    area: AreaRow | None, wanted: Wanted, there: Sequence[Line], held: Sequence[Held], *, leaving: Wanted | None = None,
    coarse: bool = False,
) -> Judged:
    """May this come into an area, of which `there` says what stands in it (`weighing.lines`)? `coarse` where a company will
    read what staff are told."""
    exact = rules.see_everyone(require()) and not coarse
    if area is None:
        return Judged(None, wanted, verdicts.verdict([_unknown(verdicts.NO_AREA)]), exact)
    every = [each.pack for each in held if each.pack.code in area.packs]
    if not every:
        return Judged(area, wanted, verdicts.verdict([_unknown(verdicts.NO_PACK)]), exact)
    here = [line for line in there if line.area == area.id]
    steps = [step for pack in every for step in _steps(pack, area, wanted, here, leaving, exact)]
    return Judged(area, wanted, verdicts.verdict(steps), exact)


def would_do(area: AreaRow, wanted: Wanted, there: Sequence[Line], held: Sequence[Held], *, coarse: bool = False) -> bool:
    """Whether `judge_in` would say yes, without its sums."""
    return next(that_do([area], wanted, there, held, coarse=coarse), None) is not None


def that_could(found: Iterable[A], wanted: Wanted, held: Sequence[Held], *, coarse: bool = False) -> Iterator[A]:
    """Those that `that_do` could name, whatever stands in them: of the others nobody needs to know it."""
    exact = rules.see_everyone(require()) and not coarse
    coming = _coming(wanted, held)

    @cache
    def could(code: str, place: Place) -> bool:
        pack, none, item = coming[code]
        return none or verdicts.could_pass(pack, place, item, exact=exact)

    for area in found:
        every, place = [code for code in area.packs if code in coming], place_of(area)
        if every and all(could(code, place) for code in every):
            yield area


def that_do(
    found: Iterable[A], wanted: Wanted, there: Iterable[Line], held: Sequence[Held], *, coarse: bool = False,
) -> Iterator[A]:
    """Those of some areas in which it would be a yes, one after another: for who looks through many and needs a few."""
    exact = rules.see_everyone(require()) and not coarse
    coming = _coming(wanted, held)
    by_area: dict[UUID, list[Line]] = defaultdict(list)
    for line in there:
        by_area[line.area].append(line)
    for area in found:
        every, place, here = [coming[code] for code in area.packs if code in coming], place_of(area), by_area[area.id]
        if every and all(none or _passes(pack, place, item, here, exact) for pack, none, item in every):
            yield area


def _coming(wanted: Wanted, held: Sequence[Held]) -> dict[str, tuple[Pack, bool, Item]]:
    """By packs: whether what comes is nothing there, and the item that it is."""
    return {pack.code: (pack, classed(pack, wanted.substance).none, item_of(pack, wanted)) for pack, _digest in held}


def _passes(pack: Pack, place: Place, item: Item, here: Sequence[Line], exact: bool) -> bool:
    own, rest = parted(pack, here)
    return verdicts.passes(pack, place, own=own, rest=rest, more=item, exact=exact)


def line_of(area: AreaRow, pack: Pack, wanted: Wanted) -> Line:
    """What would come, as a line of what stands in an area: for who weighs one thing after another."""
    return weighing.sound(pack, Line(area.id, False, pack.code, item_of(pack, wanted), 1))


def place_of(area: AreaRow | Nearby) -> Place:
    return Place(area.storey, area.sprinklered, area.cabinets, Lab(area.lab_unit, area.square_feet))


def checks_in(area: AreaRow, pack: Pack, items: Sequence[Item]) -> tuple[Checked, ...]:
    """Every check of a pack of limits on what stands in an area. Raises Unlimitable where it has no figure for such an area."""
    return verdicts.checks(pack, items, place_of(area))


def _steps(
    pack: Pack, area: AreaRow, wanted: Wanted, here: Sequence[Line], leaving: Wanted | None, exact: bool
) -> list[Step]:
    place, found = place_of(area), classed(pack, wanted.substance)
    if found.none:
        return [Step(pack.code, "", verdicts.YES, Text(ko=f"{pack.code}: {found.why.ko}.", en=f"{pack.code}: {found.why.en}."), "", "")]
    own, rest = parted(pack, here)
    more = item_of(pack, wanted)
    if leaving is not None:
        gone = item_of(pack, leaving)
        own, rest = (_without(own, gone), rest) if _holds(own, gone) else (own, _without(rest, gone))
    try:
        sums = verdicts.totals(pack, rest, place)
        if exact:
            others = verdicts.exactly(sums, verdicts.firmly(pack, rest, place, sums))
        else:
            grain = verdicts.grain(pack, [more], place)
            others = verdicts.coarsely(sums, grain, verdicts.doubtful(pack, grain))
    except (Unreadable, Unlimitable):
        others = {}
    return verdicts.judged(pack, place, own=own, more=more, others=others, why=found.why)


def parted(pack: Pack, here: Sequence[Line]) -> tuple[list[Item], list[Item]]:
    """The asker's own of one pack, and the rest."""
    mine, rest = list[Item](), list[Item]()
    for line in here:
        if line.pack == pack.code:
            (mine if line.mine else rest).append(line.item)
    return mine, rest


def item_of(pack: Pack, wanted: Wanted) -> Item:
    """What is to come in, in the classes that the pack gives it."""
    found = classed(pack, wanted.substance)
    # Multiples of designated quantities know no use and no cabinet (as `weighing.lines` tells what stands there).
    kept = ("storage", False) if pack.kind == "designated_quantity" else (wanted.condition, wanted.in_cabinet)
    return Item(
        wanted.substance.name, wanted.amount, wanted.substance.phase, found.classes, *kept, found.density, found.certainty, found.unsure
    )


def _same(item: Item, gone: Item) -> bool:
    """Whether a container that leaves is among what a line adds up."""
    return (
        (item.classes, item.state, item.condition, item.in_cabinet, item.certainty, item.unsure, item.amount.dimension)
        == (gone.classes, gone.state, gone.condition, gone.in_cabinet, gone.certainty, gone.unsure, gone.amount.dimension)
        and (item.density is None) == (gone.density is None)
        and (item.density == gone.density or (item.amount.dimension == VOLUME and len(item.classes) == 1))
        and item.amount.base >= gone.amount.base
    )


def without(there: Sequence[Line], packs: Sequence[Held], gone: Sequence[Wanted]) -> list[Line]:
    """What stands there once some of the asker's own containers are gone."""
    left = list(there)
    for held in packs:
        for one in gone:
            item = item_of(held.pack, one)
            for n, line in enumerate(left):
                if line.mine and line.pack == held.pack.code and _same(line.item, item):
                    left[n] = replace(line, item=_without([line.item], item)[0])
                    break
    return left


def _holds(there: Sequence[Item], gone: Item) -> bool:
    return any(_same(item, gone) for item in there)


def _without(there: Sequence[Item], gone: Item) -> list[Item]:
    """The items without a container that only changes its place: its amount, and its weight, are taken out of their sum."""
    left = list(there)
    for n, item in enumerate(left):
        if _same(item, gone):
            still = item.amount.base - gone.amount.base
            density = item.density
            if density is not None and gone.density is not None and still > 0:
                weight = Fraction(item.amount.base) * Fraction(density) - Fraction(gone.amount.base) * Fraction(gone.density)
                density = weight / Fraction(still)
            left[n] = replace(item, amount=Amount(max(still, Decimal(0)), item.amount.dimension), density=density)
            break
    return left


def _unknown(says: Text) -> Step:
    return Step("", "", verdicts.APPROVAL, says, "", "")
