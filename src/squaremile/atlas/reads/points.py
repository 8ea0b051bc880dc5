"""Sites as columns, from south to north: what maps draw and squares count. Whole numbers of 1e-7 degrees, as stored."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from django.db.models import Exists, IntegerField, Max, Min, OuterRef
from django.db.models.functions import Cast, Coalesce, ExtractYear

from squaremile.atlas.models import Activity, Site, SiteRegion
from squaremile.atlas.models.site import PRECISIONS
from squaremile.kernel.words import Text, both

STEP = 10**7
CLASSES = PRECISIONS
"""What the numbers in `Sites.precision` stand for."""
CITY = CLASSES.index("city")
WIDEST = 6.0
"""Degrees across which one map still shows something of each place."""
GAP = 2.0
"""Degrees without any site: beyond them another part of the world begins."""


@dataclass(frozen=True, slots=True)
class Where:
    """Which sites. Empty: all that are open, of organisations that are active. `region` and `activity`: `scheme:code`.

    `year`: those that were open at the end of that year, of organisations that are active today.
    """

    kind: str = ""
    region: str = ""
    activity: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Sites:
    """Column by column. `organisation` are positions in `codes` and `names`; `precision` positions in PRECISIONS."""

    latitude: tuple[int, ...]
    longitude: tuple[int, ...]
    organisation: tuple[int, ...]
    precision: tuple[int, ...]
    address: tuple[Text, ...]
    codes: tuple[str, ...]
    names: tuple[Text, ...]
    frame: tuple[float, float, float, float] | None = None
    """What to begin with where a year was chosen: the same for each year, so that the map stands still."""
    undated: int = 0
    """Sites that no year is known of: they are there in every year."""

    def __len__(self) -> int:
        return len(self.latitude)

    @property
    def box(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north in degrees."""
        if not self.latitude:
            return None
        return (
            min(self.longitude) / STEP, self.latitude[0] / STEP, max(self.longitude) / STEP, self.latitude[-1] / STEP,
        )  # fmt: skip

    @property
    def focus(self) -> tuple[float, float, float, float] | None:
        """The box to begin with: of all, or, where they lie all over the earth, of the largest group that no gap parts."""
        if self.frame is not None:
            return self.frame
        if self.box is None or self.box[2] - self.box[0] <= WIDEST:
            return self.box
        order = sorted(range(len(self)), key=self.longitude.__getitem__)
        groups = [[order[0]]]
        for before, n in pairwise(order):
            if self.longitude[n] - self.longitude[before] > GAP * STEP:
                groups.append([])
            groups[-1].append(n)
        largest = max(groups, key=lambda held: (sum(self.precision[n] != CITY for n in held), len(held)))
        north, east = ([column[n] / STEP for n in largest] for column in (self.latitude, self.longitude))
        return min(east), min(north), max(east), max(north)

    @property
    def coarse(self) -> int:
        """How many are known only as the middle of a city."""
        return sum(p == CITY for p in self.precision)

    def exact(self) -> "Sites":
        """Without those that are known only as the middle of a city; organisations left without a site are gone too."""
        return self.only([n for n, p in enumerate(self.precision) if p != CITY])

    def only(self, kept: list[int]) -> "Sites":
        """These positions alone, in their order."""
        present = sorted({self.organisation[n] for n in kept})
        at = {who: n for n, who in enumerate(present)}
        take: dict[str, Any] = {
            name: tuple(getattr(self, name)[n] for n in kept) for name in ("latitude", "longitude", "precision", "address")
        }
        return replace(
            self, **take, organisation=tuple(at[self.organisation[n]] for n in kept),
            codes=tuple(self.codes[who] for who in present), names=tuple(self.names[who] for who in present),
        )  # fmt: skip


_COLUMNS = (
    "latitude", "longitude", "precision", "address_ko", "address_en", "organisation__code", "organisation__name_ko",
    "organisation__name_en", "since", "until",
)  # fmt: skip
SINCE = Coalesce(ExtractYear("opened"), Cast("organisation__founded", IntegerField()))
"""The year a site opened; where that is not known, that in which its organisation was founded."""


def sites(where: Where = Where()) -> Sites:
    """The sites that the asker sees, in one statement."""
    found = _placed() if where.year is not None else _placed().filter(closed=None)
    if where.kind:
        found = found.filter(organisation__kind=where.kind)
    if where.region:
        scheme, _, code = where.region.partition(":")
        inside = SiteRegion.objects.filter(site=OuterRef("pk"), region__scheme__code=scheme, region__code=code)
        found = found.filter(Exists(inside))
    if where.activity:
        scheme, _, code = where.activity.partition(":")
        done = Activity.objects.filter(organisation=OuterRef("organisation"), activity__scheme=scheme, activity__code=code)
        found = found.filter(Exists(done))
    return _at(_columns(found), where.year)


def years() -> tuple[int, int] | None:
    """The first and the last year in which a site is known to have opened or closed; None where none is. One statement."""
    found = _placed().annotate(since=SINCE).aggregate(first=Min("since"), last=Max("since"), closed=Max(ExtractYear("closed")))
    if found["first"] is None:
        return None
    return int(found["first"]), max(int(found["last"]), int(found["closed"] or 0))


def _placed() -> Any:
    return Site.objects.filter(latitude__isnull=False, organisation__merged_into=None, organisation__status="active")


def _columns(found: Any) -> tuple[Sites, list[tuple[int | None, int | None]]]:
    """The sites, and the years of each in which it began and ended."""
    found = found.annotate(since=SINCE, until=ExtractYear("closed")).order_by("latitude", "longitude", "code")
    at: dict[str, int] = {}
    names: list[Text] = []
    rows: list[tuple[int, int, int, int, Text]] = []
    spans: list[tuple[int | None, int | None]] = []
    for north, east, precision, ko, en, code, name_ko, name_en, since, until in found.values_list(*_COLUMNS):
        if code not in at:
            at[code] = len(names)
            names.append(both(name_ko, name_en))
        rows.append((int(north * STEP), int(east * STEP), at[code], PRECISIONS.index(precision), both(ko, en)))
        spans.append((since, until))
    latitude, longitude, organisation, exactness, address = zip(*rows, strict=True) if rows else ((),) * 5
    return Sites(latitude, longitude, organisation, exactness, address, tuple(at), tuple(names)), spans


def _at(held: tuple[Sites, list[tuple[int | None, int | None]]], year: int | None) -> Sites:
    every, spans = held
    if year is None:
        return every
    there = [n for n, (since, until) in enumerate(spans) if (since is None or since <= year) and (until is None or until > year)]
    undated = sum(spans[n][0] is None for n in there)
    return replace(every.only(there), frame=every.focus, undated=undated)
