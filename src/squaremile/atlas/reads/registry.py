"""The registry as a list: by kind, country, region, activity, precision, source and words; in order."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, NullIf

from squaremile.atlas.models import Activity, ActivityCode, Identifier, Organisation, Region, RegionScheme, Site, Source
from squaremile.atlas.words import registry as words
from squaremile.kernel.words import Text, both

PRECISE = ("roof", "street", "postcode", "city")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list. Empty: everything. `region` is `scheme:code`, `activity` too; `drafts` shows those alone."""

    text: str = ""
    kind: str = ""
    status: str = ""
    country: str = ""
    region: str = ""
    activity: str = ""
    precision: str = ""
    source: str = ""
    drafts: bool = False
    sort: str = "name"


@dataclass(frozen=True, slots=True)
class Line:
    """One organisation of the list. `precision` is of its most exactly known site; empty: no point."""

    code: str
    name: Text
    second: str
    kind: Text
    status: Text
    active: bool
    city: str
    country: str
    founded: int | None
    sites: int
    precision: Text
    precise: str
    activities: tuple[str, ...]
    published: bool


def query(wanted: Wanted) -> QuerySet[Organisation]:
    """The organisations that the asker may see, filtered and in order; to be cut into pages."""
    found = Organisation.objects.filter(merged_into=None)
    for word in wanted.text.split():
        found = found.filter(
            Q(name_ko__icontains=word) | Q(name_en__icontains=word) | Q(also__icontains=word) | Q(code__iexact=word)
            | Q(ror__iexact=word) | Q(city__icontains=word)
        )  # fmt: skip
    plain = {"kind": wanted.kind, "status": wanted.status, "country": wanted.country}
    found = found.filter(**{name: value for name, value in plain.items() if value})
    if wanted.drafts:
        found = found.filter(published=False)
    sites = Site.objects.filter(organisation=OuterRef("pk"), closed=None)
    if wanted.precision:
        exact = "" if wanted.precision == "none" else wanted.precision
        found = found.filter(Exists(sites.filter(precision=exact)))
    if wanted.region:
        scheme, _, code = wanted.region.partition(":")
        found = found.filter(Exists(sites.filter(regions__region__scheme__code=scheme, regions__region__code=code)))
    if wanted.activity:
        scheme, _, code = wanted.activity.partition(":")
        found = found.filter(Exists(Activity.objects.filter(organisation=OuterRef("pk"), activity__scheme=scheme, activity__code=code)))
    if wanted.source:
        found = found.filter(Exists(Identifier.objects.filter(organisation=OuterRef("pk"), source__code=wanted.source)))
    return found.order_by(*_order(wanted.sort))


def _order(sort: str) -> tuple[Any, ...]:
    name, down = sort.lstrip("-"), sort.startswith("-")
    said = Coalesce(NullIf(F("name_ko"), Value("")), F("name_en"))
    if name == "founded":
        return (F("founded").desc(nulls_last=True) if down else F("founded").asc(nulls_last=True), said, "code")
    return (said.desc() if down else said.asc(), "code")


def lines(rows: list[Organisation]) -> list[Line]:
    """Rows as a page shows them: two more statements, however many rows."""
    keys = [row.id for row in rows]
    sites, does = _sites(keys), _activities(keys)
    return [_line(row, *sites.get(row.id, (0, "")), tuple(does.get(row.id, ()))) for row in rows]


def _line(row: Organisation, count: int, precise: str, does: tuple[str, ...]) -> Line:
    return Line(
        row.code, both(row.name_ko, row.name_en), row.name_en if row.name_ko and row.name_en else "", words.KINDS[row.kind],
        words.STATUSES[row.status], row.status == "active", row.city, row.country, row.founded, count, words.PRECISIONS[precise],
        precise, does, row.published,
    )


def _sites(keys: list[UUID]) -> dict[UUID, tuple[int, str]]:
    best = Case(*(When(precision=p, then=Value(n)) for n, p in enumerate(PRECISE)), default=Value(9), output_field=IntegerField())
    rows = Site.objects.filter(organisation__in=keys, closed=None).annotate(best=best).values_list("organisation", "best")
    found: dict[UUID, tuple[int, str]] = {}
    for key, rank in rows:
        count, before = found.get(key, (0, ""))
        now = PRECISE[rank] if rank < len(PRECISE) else ""
        better = before if before and (not now or PRECISE.index(before) <= PRECISE.index(now)) else now
        found[key] = (count + 1, better)
    return found


def _activities(keys: list[UUID]) -> dict[UUID, list[str]]:
    rows = Activity.objects.filter(organisation__in=keys).order_by("-weight", "activity__code").select_related("activity")
    found: dict[UUID, list[str]] = {}
    for row in rows:
        said = found.setdefault(row.organisation_id, [])
        if len(said) < 3 and row.activity.name not in said:
            said.append(row.activity.name)
    return found


@dataclass(frozen=True, slots=True)
class Choice:
    """One to choose in a form."""

    code: str
    name: Text


def countries() -> list[str]:
    """Countries of the organisations that the asker sees."""
    found = Organisation.objects.filter(merged_into=None).exclude(country="")
    return list(found.order_by("country").values_list("country", flat=True).distinct())


def schemes() -> list[Choice]:
    rows = RegionScheme.objects.order_by("code").values_list("code", "name_ko", "name_en")
    return [Choice(code, both(ko, en)) for code, ko, en in rows]


def regions() -> list[Choice]:
    """Regions of every scheme with an outline, as `scheme:code`."""
    rows = Region.objects.filter(outline__isnull=False).order_by("scheme__code", "name_ko", "name_en")
    return [Choice(f"{s}:{c}", both(ko, en)) for s, c, ko, en in rows.values_list("scheme__code", "code", "name_ko", "name_en")[:500]]


def sources() -> list[Choice]:
    rows = Source.objects.order_by("code").values_list("code", "name_ko", "name_en")
    return [Choice(code, both(ko, en)) for code, ko, en in rows]


def activities(most: int = 200) -> list[Choice]:
    """Activities that somebody is said to do, the commonest first, as `scheme:code`."""
    rows = ActivityCode.objects.annotate(n=Count("done_by")).filter(n__gt=0).order_by("-n", "scheme", "code")[:most]
    return [Choice(f"{a.scheme}:{a.code}", both(a.name_ko, a.name_en)) for a in rows]


def organisation_choices() -> list[Choice]:
    """Published and draft organisations by name; for forms of small registries: the first thousand."""
    rows = Organisation.objects.filter(merged_into=None).order_by("name_ko", "name_en", "code")
    return [Choice(code, both(ko, en)) for code, ko, en in rows.values_list("code", "name_ko", "name_en")[:1000]]
