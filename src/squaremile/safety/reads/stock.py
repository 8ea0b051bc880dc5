"""What stands in a control area, and whether more may come in.

The only way to others' amounts: `safety_stock` gives them without a name, and `judge` tells a company no more of them than
in which tenth of a limit they lie (docs/safety/head-room.md). Who answers for safety is told exactly.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from uuid import UUID

from django.db import connection

from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require, scope, system
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.models import Substance as SubstanceRow
from squaremile.safety.models import SubstanceClass
from squaremile.safety.policies import verdicts
from squaremile.safety.policies.classing import Substance, classed
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.quantity import Amount, Unreadable
from squaremile.safety.policies.sums import Item
from squaremile.safety.policies.verdicts import Place, Step, Verdict
from squaremile.safety.reads import areas, rule_packs
from squaremile.safety.reads.areas import AreaRow

_LINES = "SELECT * FROM safety_stock(%s, %s)"


@dataclass(frozen=True, slots=True)
class Line:
    """So much of one substance in one condition in an area: the asker's own, or everybody else's together."""

    area: UUID
    mine: bool
    substance: Substance
    condition: str
    in_cabinet: bool
    amount: Amount
    containers: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to come in, or to be moved."""

    substance: Substance
    amount: Amount
    condition: str = "storage"
    in_cabinet: bool = False


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
    rows = list(
        SubstanceClass.objects.filter(substance=found, current=True).values_list("scheme", "classes", "agreement__id")
    )
    own = found.organisation_id is not None
    return Substance(
        found.name_en or found.name_ko, found.phase, found.cas, found.flash_c, found.boil_c, found.autoignition_c,
        found.water_soluble, found.density, {scheme: tuple(codes) for scheme, codes, agreed in rows if agreed or not own},
        {scheme: tuple(codes) for scheme, codes, agreed in rows if own and not agreed}, own,
    )


def lines(found: Iterable[AreaRow]) -> list[Line]:
    """What stands in some areas. One statement. For this module and for those who see everyone; nobody else, and nobody
    from outside, who has a key and no account.

    Raises Forbidden. The database gives amounts to this purpose alone: what a request may ask there would be too much.
    """
    asking = require()
    if not rules.see_everyone(asking) and not (asking.actor and asking.organisations):
        raise Forbidden(NOT_ALLOWED)
    with scope(system("weighing")), connection.cursor() as cursor:
        cursor.execute(_LINES, ([each.id for each in found], list(asking.organisations)))
        return [_line(row) for row in cursor.fetchall()]


def judge(room: UUID, wanted: Wanted, *, leaving: Wanted | None = None) -> Judged:
    """May this come into a room? Four or five statements, however much stands there."""
    area = areas.of_room(room)
    return judge_in(area, wanted, lines([area]) if area else (), leaving=leaving)


def judge_in(
    area: AreaRow | None, wanted: Wanted, there: Sequence[Line], *, leaving: Wanted | None = None,
    held: Sequence[Pack] | None = None, coarse: bool = False,
) -> Judged:
    """The same, where area, stock and packs are known already. `coarse` where a company will read what staff are told."""
    exact = rules.see_everyone(require()) and not coarse
    if area is None:
        return Judged(None, wanted, verdicts.verdict([_unknown(verdicts.NO_AREA)]), exact)
    every = rule_packs.held(area.packs) if held is None else held
    if not every:
        return Judged(area, wanted, verdicts.verdict([_unknown(verdicts.NO_PACK)]), exact)
    here = [line for line in there if line.area == area.id]
    if leaving is not None:
        here = _without(here, leaving)
    steps = [step for pack in every for step in _steps(pack, area, wanted, here, exact)]
    return Judged(area, wanted, verdicts.verdict(steps), exact)


def place_of(area: AreaRow) -> Place:
    return Place(area.storey, area.sprinklered, area.cabinets)


def items(pack: Pack, there: Iterable[Line]) -> list[Item]:
    """Lines as the sums take them; what has no class in this pack is among them, without one."""
    return [_item(pack, line.substance, line.amount, line.condition, line.in_cabinet) for line in there]


def countable(pack: Pack, place: Place, found: Iterable[Item]) -> list[Item]:
    """Those whose unit can be turned into the limit's; the rest is treated as unclassified, never as nothing."""
    sound = []
    for item in found:
        try:
            verdicts.totals(pack, [item], place)
        except Unreadable:
            item = replace(item, classes=())
        sound.append(item)
    return sound


def _steps(pack: Pack, area: AreaRow, wanted: Wanted, here: Sequence[Line], exact: bool) -> list[Step]:
    place, found = place_of(area), classed(pack, wanted.substance)
    own = countable(pack, place, items(pack, (line for line in here if line.mine)))
    rest = countable(pack, place, items(pack, (line for line in here if not line.mine)))
    more = _item(pack, wanted.substance, wanted.amount, wanted.condition, wanted.in_cabinet)
    sums = verdicts.totals(pack, rest, place)
    if exact:
        others = verdicts.exactly(sums)
    else:
        try:
            others = verdicts.coarsely(sums, verdicts.grain(pack, [*own, more], place))
        except Unreadable:
            others = {}
    return verdicts.judged(pack, place, own=own, more=more, others=others, why=found.why)


def _item(pack: Pack, substance: Substance, amount: Amount, condition: str, in_cabinet: bool) -> Item:
    found = classed(pack, substance)
    return Item(
        substance.name, amount, substance.phase, found.classes, condition, in_cabinet, found.density, found.certainty, found.unsure,
    )


def _without(here: Sequence[Line], leaving: Wanted) -> list[Line]:
    """The lines without a container that only changes its place."""
    left, still = list(here), leaving.amount.base
    same = (leaving.substance.cas, leaving.substance.phase, leaving.substance.density, leaving.condition, leaving.in_cabinet)
    for n, line in enumerate(left):
        its = (line.substance.cas, line.substance.phase, line.substance.density, line.condition, line.in_cabinet)
        if still > 0 and its == same and line.amount.dimension == leaving.amount.dimension and line.amount.base >= still:
            left[n] = replace(line, amount=Amount(line.amount.base - still, line.amount.dimension))
            still = Decimal(0)
    return left


def _unknown(says: Text) -> Step:
    return Step("", "", verdicts.APPROVAL, says, "", "")


def _line(row: tuple[object, ...]) -> Line:
    (area, mine, cas, phase, density, flash, boil, ignites, soluble, entered, condition, in_cabinet, dimension, amount, n,
     claimed, own) = row  # fmt: skip
    substance = Substance(
        str(cas), str(phase), str(cas), flash, boil, ignites, soluble, density,  # type: ignore[arg-type]
        _classes(entered), _classes(claimed), bool(own),
    )
    return Line(area, mine, substance, condition, in_cabinet, Amount(amount, dimension), n)  # type: ignore[arg-type]


def _classes(told: object) -> dict[str, tuple[str, ...]]:
    found = told if isinstance(told, dict) else dict(json.loads(str(told)))
    return {scheme: tuple(codes) for scheme, codes in found.items()}
