"""What a KPI must say of itself, and the arithmetic that several share.

A figure without its definition, base and day is how two offices of one province came to 62 % and 79 % of the same
agreements; so a KPI cannot be declared without them, and every one carries the guard-rail against misreading it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from squaremile.kernel.words import Text

SMALLEST_BASE = 3
"""Figures over fewer agreements are not made public: one body's own promise could be read from them."""
UNITS = ("count", "percent", "days", "index", "KRW", "USD", "EUR", "JPY", "GBP", "person", "item")


CASES = Text(ko="건", en="")


@dataclass(frozen=True, slots=True)
class Kpi:
    """A KPI, declared once. `public`: its aggregate may be published."""

    code: str
    name: Text
    says: Text
    """Its definition in a sentence."""
    formula: Text
    source: Text
    guard: Text
    """What it must not be read as."""
    over: Text
    """The base by name, with `{n}` where its number goes: of 24 introductions asked."""
    each: Text = CASES
    """The unit of a count, behind the number. English may leave it to the name."""
    public: bool = False

    def __post_init__(self) -> None:
        for part in (self.name, self.says, self.formula, self.source, self.guard, self.over):
            if not (part.ko and part.en):
                raise ValueError(f"{self.code}: both languages, in every part")
        if "{n}" not in self.over.ko or "{n}" not in self.over.en:
            raise ValueError(f"{self.code}: the base says its number")


REGISTRY: dict[str, Kpi] = {}


def declare(kpi: Kpi) -> Kpi:
    """Put it on the board. Raises ValueError for a code that is taken."""
    if kpi.code in REGISTRY:
        raise ValueError(f"KPI {kpi.code} is declared twice")
    REGISTRY[kpi.code] = kpi
    return kpi


def gini(uses: Sequence[int]) -> Decimal | None:
    """Concentration of use, 0 (all alike) to nearly 1 (one does everything); None where nothing was used.

    `uses`: how often each expert was asked, those never asked included as 0. The sample formula on sorted values,
    G = (2·Σ i·xᵢ) / (n·Σ xᵢ) − (n + 1)/n (Gini 1912; Dixon et al. 1987), not corrected for small samples.
    """
    values = sorted(uses)
    if any(value < 0 for value in values):
        raise ValueError("a count of uses is never below zero")
    total, n = sum(values), len(values)
    if not total:
        return None
    ranked = sum(place * value for place, value in enumerate(values, 1))
    return Decimal(2 * ranked) / Decimal(n * total) - Decimal(n + 1) / Decimal(n)


def quantile(values: Sequence[Decimal], share: Decimal) -> Decimal | None:
    """The value below which `share` of them lie, linearly between neighbours (type 7 of Hyndman and Fan 1996)."""
    if not values:
        return None
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def percent(part: int | Decimal, whole: int | Decimal) -> Decimal | None:
    """In percent with one decimal, half up; None without a base."""
    if not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def publishable(value: Decimal | None, base: int) -> Decimal | None:
    """The value as it may go out: withheld (None) over too small a base."""
    return value if base >= SMALLEST_BASE else None


def fixed_day(day: date) -> date:
    """The last day of the quarter that was over by then: figures go out as of such days and no other."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    over = day + timedelta(days=1)
    return day if over.day == 1 and over.month in (1, 4, 7, 10) else first - timedelta(days=1)


def told_apart(base: int, before: int | None) -> bool:
    """Would the difference to the figure before tell of one or two bodies alone? Then the one before goes out again.

    `before` is the base of the newest publication, None where there is none to compare with.
    """
    return before is not None and before >= SMALLEST_BASE and 0 < abs(base - before) < SMALLEST_BASE
