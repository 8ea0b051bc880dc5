"""How full every control area is, class by class: for those who answer for safety, and for nobody else."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.policies.limits import Unlimitable
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.sums import designated
from squaremile.safety.policies.verdicts import NO_LIMIT
from squaremile.safety.reads import areas, rule_packs, stock, unclassified, weighing
from squaremile.safety.reads.areas import AreaRow


@dataclass(frozen=True, slots=True)
class Gauge:
    """One class against one limit. `limit` is None where nothing limits it; for multiples it is where a licence begins."""

    pack: str
    label: Text
    condition: str
    outside: bool
    total: Decimal
    limit: Decimal | None
    unit: str
    certainty: str
    state: str = ""
    """The state of matter whose limit it is, where a class has one for each."""


@dataclass(frozen=True, slots=True)
class Fullness:
    """One area with its gauges, the fullest first, and how many substances have no class in a pack that is in force."""

    area: AreaRow
    gauges: tuple[Gauge, ...]
    unclassified: int
    untold: tuple[Text, ...] = ()
    """Packs in force that have no limit for such an area, and why."""


def building() -> list[Fullness]:
    """Every area. A dozen statements, however many there are."""
    if not rules.see_everyone(require()):
        return []
    return _filled(lambda _line: True)


def of_company(organisation: UUID | None = None) -> list[Fullness]:
    """Every area with what the asker's own companies keep there and nothing else; for those who see everyone's with
    everything, or with what one company keeps."""
    whole = rules.see_everyone(require()) and organisation is None
    return _filled(lambda line: (line.mine and not line.public) or whole, organisation)


def _filled(counts: Callable[[weighing.Line], bool], of: UUID | None = None) -> list[Fullness]:
    found = areas.areas()
    held = rule_packs.held({code for each in found for code in each.packs})
    by_area = defaultdict(list)
    for line in weighing.lines(found, held, of=of):
        if counts(line):
            by_area[line.area].append(line)
    blank = unclassified.everywhere(organisation=of)
    return [
        _full(each, [h.pack for h in held if h.pack.code in each.packs], by_area[each.id],
              unclassified.count(one for one in blank if one.area == each.code))
        for each in found
    ]  # fmt: skip


def _full(area: AreaRow, packs: list[Pack], there: list[weighing.Line], blank: int) -> Fullness:
    gauges, untold = [], []
    blank += len({line.beside for line in there if line.beside and not line.item.classes})
    for pack in packs:
        mine = [line for line in there if line.pack == pack.code]
        items = [line.item for line in mine]
        if pack.kind == "designated_quantity":
            summed = designated(pack, items)
            top = max(threshold.first for threshold in pack.thresholds)
            gauges.append(Gauge(pack.code, pack.title, "", False, summed.multiple or Decimal(0), top, "×", summed.certainty))
            continue
        try:
            checks = stock.checks_in(area, pack, items)
        except Unlimitable:
            untold.append(NO_LIMIT.fill({"pack": pack.title}))
            continue
        gauges += [
            Gauge(pack.code, pack.classes[c.hazard].label, c.condition, c.outside, c.total, c.limit.limit, c.limit.unit, c.limit.certainty,
                  c.state)
            for c in checks
        ]  # fmt: skip
    return Fullness(area, tuple(sorted(gauges, key=_share, reverse=True)), blank, tuple(untold))


def _share(gauge: Gauge) -> Decimal:
    if gauge.limit is None:
        return Decimal(-1)
    return gauge.total / gauge.limit if gauge.limit else Decimal("Infinity")
