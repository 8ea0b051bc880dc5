"""Could the site host all of this together? Every control area against what stands there now, one thing after another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.models import Substance
from squaremile.safety.policies import verdicts
from squaremile.safety.policies.quantity import Unreadable, amount
from squaremile.safety.reads import areas, rule_packs, stock, weighing
from squaremile.safety.reads.stock import Wanted

WORST = (verdicts.YES, verdicts.APPROVAL, verdicts.NO)


@dataclass(frozen=True, slots=True)
class Coming:
    """One declared amount of a substance, by its CAS number."""

    name: str
    cas: str
    quantity: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Hosted:
    """One area: the worst answer of all that would come, and the sums that are no plain yes."""

    code: str
    name: Text
    rooms: tuple[str, ...]
    answer: str
    sums: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Hosting:
    """The areas, those that could host it first, and what could not be weighed: not in the register, or unreadable."""

    areas: tuple[Hosted, ...]
    weighed: int
    unknown: tuple[str, ...]


def hosting(coming: Sequence[Coming]) -> Hosting | None:
    """Exact sums, so None for everybody who does not answer for safety. Seven statements and one a substance."""
    if not rules.see_everyone(require()):
        return None
    wanted, unknown = _wanted(coming)
    found = areas.areas()
    held = rule_packs.held({code for each in found for code in each.packs})
    there = weighing.lines(found, held)
    made = []
    for area in found:
        here = [line for line in there if line.area == area.id]
        steps: list[verdicts.Step] = []
        for each in wanted:
            steps += stock.judge_in(area, each, here, held).verdict.steps
            here += [stock.line_of(area, h.pack, each) for h in held if h.pack.code in area.packs]
        worst = max((step.verdict for step in steps), key=WORST.index, default=verdicts.YES)
        sums = tuple(dict.fromkeys(step.says for step in steps if step.verdict != verdicts.YES))
        made.append(Hosted(area.code, area.name, tuple(room.code for room in area.rooms), worst, sums))
    made.sort(key=lambda each: (WORST.index(each.answer), each.code))
    return Hosting(tuple(made), len(wanted), tuple(unknown))


def _wanted(coming: Iterable[Coming]) -> tuple[list[Wanted], list[str]]:
    listed = list(coming)
    register = {each.cas: each for each in Substance.objects.filter(cas__in={c.cas for c in listed if c.cas}, organisation=None)}
    wanted, unknown = [], []
    for each in listed:
        row = register.get(each.cas)
        try:
            much = amount(each.quantity, each.unit)
        except Unreadable:
            row = None
        if row is None:
            unknown.append(each.name)
        else:
            wanted.append(Wanted(stock.known(row), much))
    return wanted, unknown
