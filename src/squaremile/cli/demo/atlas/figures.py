"""Papers by area, activity and year: what an area is strong in, what is near to it, and one burst that was put there."""

import math
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from squaremile.atlas.policies.records import Doing, Figure
from squaremile.cli.demo.atlas.bodies import DOINGS, STRONG
from squaremile.cli.demo.atlas.ground import PLACES

YEARS = 9
SIZES = {
    "kendall": 26.0, "longwood": 15.0, "seaport": 11.0, "jeonju": 10.0, "iksan": 6.0, "jeongeup": 4.0, "gunsan": 3.5,
    "wanju": 3.0, "namwon": 2.5,
}  # fmt: skip
"""Papers a year of an activity of middling strength; elsewhere 1.2."""
NEXT = {
    "jeonju": {"vectors": 0.10, "data": 0.14}, "iksan": {"microbes": 0.16}, "jeongeup": {"cell": 0.12, "diagnostics": 0.08},
    "namwon": {"ferment": 0.10},
}  # fmt: skip
"""What an area comes to do in the course of the years: growth a year of its share."""
BURST = ("jeongeup", "microbes", 4, 2, 3.2)
"""Area, activity, first year (from the first of all), years, times what is usual."""
WIDE = {"diagnostics": 1.4, "smallmol": 1.3, "food": 1.3, "vectors": 0.5, "rna": 0.6, "implants": 0.7}
FIELD_GROWTH = 0.05
"""A year, of everything: it says nothing of any area."""


def rows(draw: Random, last: int) -> Iterator[Figure]:
    """One row an area, activity and year, `last` the newest year; small numbers are suppressed as offices do."""
    row = 0
    for t in range(YEARS):
        for place in PLACES:
            for code in DOINGS:
                row += 1
                papers = _poisson(draw, _expected(place.code, code, t))
                if papers:
                    value = None if papers == 1 and draw.random() < 0.3 else Decimal(papers)
                    yield Figure(row, place.code, str(last - YEARS + 1 + t), "papers", value, Doing("bio", code, *DOINGS[code]))


def _expected(place: str, code: str, t: int) -> float:
    size = SIZES.get(place, 1.2) * WIDE.get(code, 1.0)
    strong = STRONG.get(place, ("food", "feed"))
    share = 2.2 if code in strong else 0.35 if _near(code, strong) else 0.12
    grown = (1 + NEXT.get(place, {}).get(code, 0.0) * 3) ** t if code in NEXT.get(place, {}) else 1.0
    where, what, first, years, times = BURST
    burst = times if place == where and code == what and first <= t < first + years else 1.0
    return size * share * min(grown, 8.0) * burst * (1 + FIELD_GROWTH) ** t


def _near(code: str, strong: tuple[str, ...]) -> bool:
    """Some area that is strong in it is strong in one of these too."""
    return any(code in others and set(others) & set(strong) for others in STRONG.values())


def _poisson(draw: Random, mean: float) -> int:
    """By Knuth's product for small means, by the rounded normal for large ones."""
    if mean > 60:
        return max(0, round(draw.gauss(mean, math.sqrt(mean))))
    limit, product, count = math.exp(-mean), draw.random(), 0
    while product > limit:
        count += 1
        product *= draw.random()
    return count
