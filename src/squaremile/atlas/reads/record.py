"""One organisation with everything known of it, and where each field was read."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from squaremile.atlas.models import Activity, Identifier, Organisation, Provenance, Site, SiteRegion, Tie
from squaremile.atlas.words import registry as words
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both

MOST_TIES, MOST_CHILDREN = 50, 100


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a field was read, and of which day it is."""

    source: str
    name: Text
    as_of: date


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of the record: its name, what it says, and its origin; None where nobody has said."""

    field: str
    label: Text
    value: str
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Named:
    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One site. `latitude` and `longitude` are None where no point is known."""

    code: str
    address: str
    latitude: Decimal | None
    longitude: Decimal | None
    precision: Text
    precise: str
    opened: date | None
    closed: date | None
    jobs: int | None
    regions: tuple[tuple[str, str, Text], ...]
    """(scheme, code, name)."""
    origins: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class ActivityRow:
    scheme: Text
    code: str
    name: Text
    weight: Decimal
    source: Text


@dataclass(frozen=True, slots=True)
class TieRow:
    other: Named
    kind: Text
    period: str
    weight: Decimal
    evidence: int
    source: Text


@dataclass(frozen=True, slots=True)
class Record:
    """The page of an organisation."""

    code: str
    name: Text
    name_ko: str
    name_en: str
    kind: Text
    status: Text
    active: bool
    website: str
    ror: str
    published: bool
    merged_into: str
    fields: tuple[FieldRow, ...]
    parent: Named | None
    children: tuple[Named, ...]
    sites: tuple[SiteRow, ...]
    activities: tuple[ActivityRow, ...]
    ties: tuple[TieRow, ...]
    identifiers: tuple[tuple[Text, str], ...]
    also_entered: tuple[Named, ...]
    """Entries that were merged into this one."""


def record(code: str) -> Record:
    """One organisation. Raises Missing for one that the asker may not see."""
    one = Organisation.objects.select_related("parent", "merged_into").filter(code=code).first()
    if one is None:
        raise Missing(words.ORGANISATION_UNKNOWN)
    places = list(Site.objects.filter(organisation=one).order_by("closed", "-jobs", "code"))
    told = _origins([one.id, *(site.id for site in places)])
    return Record(
        one.code, both(one.name_ko, one.name_en), one.name_ko, one.name_en, words.KINDS[one.kind], words.STATUSES[one.status],
        one.status == "active", one.website, one.ror or "", one.published, one.merged_into.code if one.merged_into else "",
        _fields(one, told.get(one.id, {})), _named(one.parent) if one.parent else None, _children(one), _sites(places, told),
        _activities(one), _ties(one), _identifiers(one),
        tuple(_named(each) for each in Organisation.objects.filter(merged_into=one).order_by("code")),
    )


def values(code: str) -> dict[str, Any]:
    """What a form is filled with. Raises Missing."""
    one = Organisation.objects.select_related("parent").filter(code=code).first()
    if one is None:
        raise Missing(words.ORGANISATION_UNKNOWN)
    names = ("kind", "name_ko", "name_en", "also", "founded", "status", "country", "city", "ror", "openalex", "lei", "website")
    return {name: getattr(one, name) for name in names} | {"parent_institution": one.parent.code if one.parent else "", "name": one.name}


def _named(one: Organisation) -> Named:
    return Named(one.code, both(one.name_ko, one.name_en))


def _origins(keys: list[UUID]) -> dict[UUID, dict[str, Origin]]:
    found: dict[UUID, dict[str, Origin]] = {}
    for row in Provenance.objects.filter(subject__in=keys).select_related("source"):
        said = Origin(row.source.code, both(row.source.name_ko, row.source.name_en), row.as_of)
        found.setdefault(row.subject, {})[row.field] = said
    return found


def _fields(one: Organisation, told: dict[str, Origin]) -> tuple[FieldRow, ...]:
    shown = {
        "name_ko": one.name_ko, "name_en": one.name_en, "also": one.also, "kind": str(words.KINDS[one.kind]),
        "founded": str(one.founded or ""), "status": str(words.STATUSES[one.status]), "country": one.country, "city": one.city,
        "ror": one.ror or "", "openalex": one.openalex or "", "lei": one.lei or "", "website": one.website,
        "parent": one.parent.name if one.parent else "",
    }  # fmt: skip
    return tuple(FieldRow(name, words.FIELDS[name], value, told.get(name)) for name, value in shown.items())


def _children(one: Organisation) -> tuple[Named, ...]:
    rows = Organisation.objects.filter(parent=one, merged_into=None).order_by("name_ko", "name_en", "code")
    return tuple(_named(each) for each in rows[:MOST_CHILDREN])


def _sites(places: list[Site], told: dict[UUID, dict[str, Origin]]) -> tuple[SiteRow, ...]:
    inside: dict[UUID, list[tuple[str, str, Text]]] = {}
    for row in SiteRegion.objects.filter(site__in=places).select_related("region__scheme").order_by("region__scheme__code", "region__code"):
        region = row.region
        inside.setdefault(row.site_id, []).append((region.scheme.code, region.code, both(region.name_ko, region.name_en)))
    return tuple(
        SiteRow(
            site.code, site.address, site.latitude, site.longitude, words.PRECISIONS[site.precision], site.precision, site.opened,
            site.closed, site.jobs, tuple(inside.get(site.id, ())),
            tuple(FieldRow(name, words.FIELDS[name], "", origin) for name, origin in sorted(told.get(site.id, {}).items())),
        )
        for site in places
    )  # fmt: skip


def _activities(one: Organisation) -> tuple[ActivityRow, ...]:
    rows = Activity.objects.filter(organisation=one).select_related("activity", "source")
    return tuple(
        ActivityRow(
            words.SCHEMES[row.activity.scheme], row.activity.code, both(row.activity.name_ko, row.activity.name_en), row.weight,
            both(row.source.name_ko, row.source.name_en),
        )
        for row in rows.order_by("activity__scheme", "-weight", "activity__code")
    )  # fmt: skip


def _ties(one: Organisation) -> tuple[TieRow, ...]:
    found = []
    for mine, theirs in (("one", "other"), ("other", "one")):
        rows = Tie.objects.filter(**{mine: one}).select_related(theirs, "source").order_by("-weight", "id")[:MOST_TIES]
        found += [(row, getattr(row, theirs)) for row in rows]
    found.sort(key=lambda pair: (-pair[0].weight, pair[1].code))
    return tuple(
        TieRow(_named(other), words.TIES[row.kind], row.period, row.weight, len(row.evidence), both(row.source.name_ko, row.source.name_en))
        for row, other in found[:MOST_TIES]
    )


def _identifiers(one: Organisation) -> tuple[tuple[Text, str], ...]:
    rows = Identifier.objects.filter(organisation=one).select_related("source").order_by("source__code", "value")
    return tuple((both(row.source.name_ko, row.source.name_en), row.value) for row in rows)
