"""How full every control area is, class by class: for those who answer for safety, and for nobody else."""

from dataclasses import dataclass
from decimal import Decimal

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.sums import control_area, designated
from squaremile.safety.reads import areas, rule_packs, stock
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


@dataclass(frozen=True, slots=True)
class Fullness:
    """One area with its gauges, the fullest first, and how many lots of stock have no class in a pack that is in force."""

    area: AreaRow
    gauges: tuple[Gauge, ...]
    unclassified: int


def building() -> list[Fullness]:
    """Every area. Six statements, however many there are."""
    if not rules.see_everyone(require()):
        return []
    found = areas.areas()
    there = stock.lines(found)
    packs = {pack.code: pack for pack in rule_packs.held({code for each in found for code in each.packs})}
    return [_full(each, [packs[c] for c in each.packs if c in packs], [x for x in there if x.area == each.id]) for each in found]


def _full(area: AreaRow, packs: list[Pack], there: list[stock.Line]) -> Fullness:
    gauges, blank, place = [], 0, stock.place_of(area)
    for pack in packs:
        items = stock.countable(pack, place, stock.items(pack, there))
        blank = max(blank, sum(1 for item in items if not item.classes or item.unsure))
        if pack.kind == "designated_quantity":
            summed = designated(pack, items)
            top = max(threshold.first for threshold in pack.thresholds)
            gauges.append(Gauge(pack.code, pack.title, "", False, summed.multiple or Decimal(0), top, "×", summed.certainty))
            continue
        checks = control_area(
            pack, items, floor=area.storey, sprinklered=area.sprinklered, cabinets=area.cabinets
        ).checks
        gauges += [
            Gauge(pack.code, pack.classes[c.hazard].label, c.condition, c.outside, c.total, c.limit.limit, c.limit.unit, c.limit.certainty)
            for c in checks
        ]
    return Fullness(area, tuple(sorted(gauges, key=_share, reverse=True)), blank)


def _share(gauge: Gauge) -> Decimal:
    if gauge.limit is None:
        return Decimal(-1)
    return gauge.total / gauge.limit if gauge.limit else Decimal("Infinity")
