"""Regions: the list, and one region with how many are in it, how exactly they are known, and its figures."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from squaremile.atlas.models import Fact, Organisation, Region, Site
from squaremile.atlas.policies.questions import PLACED
from squaremile.atlas.words import regions as words
from squaremile.atlas.words import registry
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both

MOST_FACTS, MOST_ORGANISATIONS = 200, 100


@dataclass(frozen=True, slots=True)
class RegionLine:
    """One region of the list. `sites` are those open now with a point in it."""

    scheme: str
    scheme_name: Text
    code: str
    name: Text
    area_km2: Decimal | None
    population: int | None
    sites: int
    drawn: bool
    published: bool


@dataclass(frozen=True, slots=True)
class Class:
    """How many sites, of how many organisations, are known this exactly."""

    precision: str
    label: Text
    sites: int
    organisations: int


@dataclass(frozen=True, slots=True)
class KindCount:
    kind: str
    label: Text
    organisations: int


@dataclass(frozen=True, slots=True)
class FactRow:
    activity: Text
    code: str
    period: str
    measure: Text
    value: Decimal | None
    suppressed: bool
    base: int | None
    source: Text


@dataclass(frozen=True, slots=True)
class Inside:
    code: str
    name: Text
    kind: Text
    sites: int


@dataclass(frozen=True, slots=True)
class RegionPage:
    """One region. `organisations` have a site in it, `precise` of them one known at least by its postcode."""

    scheme: str
    scheme_name: Text
    code: str
    name: Text
    outline: dict[str, Any] | None
    box: tuple[float, float, float, float] | None
    """West, south, east, north of the outline, in degrees."""
    area_km2: Decimal | None
    population: int | None
    published: bool
    organisations: int
    precise: int
    classes: tuple[Class, ...]
    kinds: tuple[KindCount, ...]
    inside: tuple[Inside, ...]
    facts: tuple[FactRow, ...]


def regions(scheme: str = "") -> list[RegionLine]:
    """Regions by scheme and name."""
    found = Region.objects.select_related("scheme").annotate(n=Count("sites", filter=Q(sites__site__closed=None)))
    if scheme:
        found = found.filter(scheme__code=scheme)
    return [
        RegionLine(
            r.scheme.code, both(r.scheme.name_ko, r.scheme.name_en), r.code, both(r.name_ko, r.name_en), r.area_km2, r.population, r.n,
            r.outline is not None, r.published,
        )
        for r in found.order_by("scheme__code", "name_ko", "name_en", "code")
    ]  # fmt: skip


def region(scheme: str, code: str) -> RegionPage:
    """One region. Raises Missing for one that the asker may not see."""
    one = Region.objects.select_related("scheme").filter(scheme__code=scheme, code=code).first()
    if one is None:
        raise Missing(words.REGION_UNKNOWN)
    here = Site.objects.filter(regions__region=one, closed=None, organisation__merged_into=None)
    counts = {p: (s, o) for p, s, o in here.values_list("precision").annotate(Count("id"), Count("organisation", distinct=True))}
    within = Organisation.objects.filter(id__in=here.values("organisation"))
    kinds = dict(within.values_list("kind").annotate(Count("id")))
    return RegionPage(
        one.scheme.code, both(one.scheme.name_ko, one.scheme.name_en), one.code, both(one.name_ko, one.name_en), one.outline,
        _box(one), one.area_km2, one.population, one.published, sum(kinds.values()),
        here.filter(precision__in=PLACED).values("organisation").distinct().count(),
        tuple(Class(p, registry.PRECISIONS[p], *counts.get(p, (0, 0))) for p in ("roof", "street", "postcode", "city")),
        tuple(KindCount(k, registry.KINDS[k], n) for k, n in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))),
        _inside(here), _facts(one),
    )


def _box(one: Region) -> tuple[float, float, float, float] | None:
    if one.west is None or one.south is None or one.east is None or one.north is None:
        return None
    return one.west, one.south, one.east, one.north


def _inside(here: Any) -> tuple[Inside, ...]:
    columns = ("organisation__code", "organisation__name_ko", "organisation__name_en", "organisation__kind")
    rows = here.values_list(*columns).annotate(n=Count("id")).order_by("-n", "organisation__name_ko", "organisation__name_en")
    return tuple(Inside(code, both(ko, en), registry.KINDS[kind], n) for code, ko, en, kind, n in rows[:MOST_ORGANISATIONS])


def _facts(one: Region) -> tuple[FactRow, ...]:
    rows = Fact.objects.filter(region=one).select_related("activity", "source").order_by("-period", "measure", "activity__scheme", "activity__code")
    everything = Text(ko="전체", en="everything")
    return tuple(
        FactRow(
            both(f.activity.name_ko, f.activity.name_en) if f.activity else everything,
            f"{f.activity.scheme}:{f.activity.code}" if f.activity else "", f.period, registry.MEASURES[f.measure], f.value,
            f.suppressed, f.base, both(f.source.name_ko, f.source.name_en),
        )
        for f in rows[:MOST_FACTS]
    )  # fmt: skip
