"""The densest square of a set of sites, and what stands beside it: the naive grid, other sizes, chance.

Columns are whole numbers of 1e-7 degrees, as `reads/points.py` has them. The measures are loaded when first asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

import squaremile.atlas as library
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

SIDES: dict[str, Text] = {
    "250m": Text(ko="250m", en="250 m"),
    "500m": Text(ko="500m", en="500 m"),
    "0.5mi": Text(ko="1/2마일", en="½ mile"),
    "1km": Text(ko="1km", en="1 km"),
    "1mi": Text(ko="1마일(약 1.61km)", en="1 mile"),
    "2km": Text(ko="2km", en="2 km"),
    "2mi": Text(ko="2마일", en="2 miles"),
    "5km": Text(ko="5km", en="5 km"),
}
METRES = {"250m": 250.0, "500m": 500.0, "0.5mi": 804.672, "1km": 1000.0, "1mi": 1609.344, "2km": 2000.0, "2mi": 3218.688,
          "5km": 5000.0}  # fmt: skip
STEP = 10**7
DRAWS = 199
"""Redrawings for chance: the smallest p that they can give is 1/200."""
ORIGINS = 100
"""A grid is laid from so many random origins."""
NO_SITE = Text(ko="주소 수준의 좌표를 가진 사업장이 없습니다.", en="No site is known by its address.")
ADDRESS_WANTED = Text(
    ko="사업장의 주소와 좌표를 올리면 밀도를 말할 수 있습니다. 도시 중심 좌표로는 말하지 않습니다.",
    en="Enter the sites' addresses with their points. From the middle of a city nothing is said about density.",
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Sites known better than by their city: degrees in steps of 1e-7, and whose they are."""

    latitude: Sequence[int]
    longitude: Sequence[int]
    organisation: Sequence[int]

    def __len__(self) -> int:
        return len(self.latitude)

    @property
    def degrees(self) -> tuple[np.ndarray, np.ndarray]:
        return np.asarray(self.latitude) / STEP, np.asarray(self.longitude) / STEP


@dataclass(frozen=True, slots=True)
class Grid:
    """The fullest cell of a fixed grid of the same side, over all origins tried: the least, the middle, the most."""

    least: int
    middle: int
    most: int
    origins: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The exact best place. `members` are positions of organisations; `corners` west, south, east, north in degrees."""

    shape: str
    side: str
    count: int
    total: int
    members: tuple[int, ...]
    corners: tuple[float, float, float, float]
    method: str
    cautions: tuple[Text, ...]

    @property
    def share(self) -> float:
        return 100 * self.count / self.total if self.total else 0.0


def best(columns: Columns, side: str, shape: str) -> Answer:
    """The most different organisations in one square or disc. Raises Unmeasurable where there is no exact point."""
    if not len(columns):
        raise Unmeasurable(NO_SITE, ADDRESS_WANTED)
    found = library.densest(*columns.degrees, side=METRES[side], shape=shape, distinct=list(columns.organisation))
    here = found.best
    members = tuple(sorted({columns.organisation[int(n)] for n in here.members}))
    (west, east), (south, north) = here.bounds.x, here.bounds.y
    return Answer(
        shape, side, int(here.count), len(set(columns.organisation)), members, (west, south, east, north), found.method,
        tuple(each.text for each in found.warnings),
    )


def curve(columns: Columns, shape: str, known: Answer | None = None) -> tuple[tuple[str, int], ...]:
    """The best count at each side; the side of `known` is not looked for again."""
    have = {known.side: known.count} if known else {}
    return tuple((side, have[side] if side in have else best(columns, side, shape).count) for side in SIDES)


def grid(columns: Columns, side: str) -> Grid:
    """What the common way finds: cells of a fixed grid, over random origins, never more than the best."""
    found = library.naive_grid(*columns.degrees, side=METRES[side], distinct=list(columns.organisation), origins=ORIGINS)
    return Grid(round(found.least), round(found.median), round(found.most), found.origins)


def chance(columns: Columns, of: Columns, side: str, shape: str, seed: int = 1) -> tuple[float, int]:
    """How often as many would meet if as many sites were drawn from all sites: p = (1 + as good) / (1 + draws), and draws."""
    found = library.chance(
        *columns.degrees, of.degrees, side=METRES[side], shape=shape, distinct=list(columns.organisation), draws=DRAWS, seed=seed
    )  # fmt: skip
    return found.p, found.draws
