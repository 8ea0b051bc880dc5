"""What can be read of the atlas: long lists come a part at a time."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import BaseModel, Field

from squaremile.api import pages
from squaremile.api.answers import Coded, Page, Sentence, answered
from squaremile.api.v1.door import router
from squaremile.atlas import rules
from squaremile.atlas.reads import claims, desk, quality, record, regions, registry
from squaremile.core.asked.types import Code
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import Scope, require
from squaremile.kernel.words import Text


class OrganisationLine(Coded):
    """One organisation of the registry. `precision` is of its most exactly known site."""

    code: str = Field(examples=["AO-7K3M9QXA"])
    name: Sentence
    kind: Sentence
    active: bool
    city: str
    country: str
    founded: int | None
    sites: int
    precision: str
    activities: list[str]
    published: bool


class FieldShown(BaseModel):
    """One field with its source and day; null where nobody has said where it was read."""

    field: str
    value: str
    source: str | None
    as_of: date | None


class SiteShown(Coded):
    """One site."""

    code: str = Field(examples=["AS-7K3M9QXA"])
    address: str
    latitude: Decimal | None
    longitude: Decimal | None
    precision: str
    opened: date | None
    closed: date | None
    jobs: int | None
    regions: list[str] = Field(examples=[["kr-municipality:52111"]])


class TieShown(BaseModel):
    """One tie."""

    other: str
    kind: Sentence
    period: str
    weight: Decimal


class OrganisationShown(Coded):
    """One organisation in full."""

    code: str = Field(examples=["AO-7K3M9QXA"])
    name: Sentence
    fields: list[FieldShown]
    sites: list[SiteShown]
    activities: list[str]
    ties: list[TieShown]
    parent: str | None
    children: list[str]
    merged_into: str
    published: bool


class RegionLine(Coded):
    """One region."""

    scheme: str
    code: str = Field(examples=["52111"])
    name: Sentence
    area_km2: Decimal | None
    population: int | None
    sites: int
    published: bool


class FactShown(BaseModel):
    """One figure; null and `suppressed`: the source withholds it."""

    activity: str
    period: str
    measure: Sentence
    value: Decimal | None
    suppressed: bool
    source: Sentence


class RegionShown(RegionLine):
    """One region in full: counts by precision, its outline as GeoJSON, figures."""

    organisations: int
    precise: int
    by_precision: dict[str, int]
    by_kind: dict[str, int]
    outline: dict[str, Any] | None
    facts: list[FactShown]


class MemberShown(BaseModel):
    """One of the N."""

    position: int
    name: Sentence
    organisation: str
    judgement: str
    evidence: str
    as_of: date | None


class ClaimLine(Coded):
    """One claim with its newest kept figure."""

    code: str = Field(examples=["AC-7K3M9QXA"])
    text: Sentence
    value: int | None
    base: int | None
    unknown: int
    taken_at: datetime | None
    published: bool


class ClaimShown(Coded):
    """One claim as it stands now."""

    code: str = Field(examples=["AC-7K3M9QXA"])
    text: Sentence
    definition: Sentence
    refuted: Sentence
    query: dict[str, Any] | None
    value: int
    base: int
    unknown: int
    members: list[MemberShown]
    counted: list[str]


class SourceShown(Coded):
    """One source and how much is known of what it named; `score` is 0 to 100."""

    code: str = Field(examples=["ror"])
    name: Sentence
    licence: str
    attribution: str
    as_of: date | None
    organisations: int
    score: int


class BatchShown(Coded):
    """One import."""

    code: str = Field(examples=["AB-7K3M9QXA"])
    source: Sentence
    kind: str
    file_name: str
    at: datetime
    made: int
    findings: int


def said(text: Text) -> Sentence:
    return Sentence(ko=text.ko, en=text.en)


def _only(rule: Any) -> Scope:
    asking = require()
    if not rule(asking):
        raise Forbidden(NOT_ALLOWED)
    return asking


@router.get("/atlas/organisations", response=Page[OrganisationLine], summary="Registry · 기관 목록", tags=["atlas"],
            operation_id="atlas_organisations")
def list_organisations(
    request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor, q: Code = Query("", description="Name, code, ROR id or city"),
    kind: Code = Query(""), country: Code = Query(""), region: Code = Query("", description="scheme:code"),
    activity: Code = Query("", description="scheme:code"), precision: Code = Query("", description="roof, street, postcode, city or none"),
    source: Code = Query(""),
) -> HttpResponse:
    """Organisations by code; drafts for staff alone."""
    _only(rules.look)
    wanted = registry.Wanted(text=q, kind=kind, country=country, region=region, activity=activity, precision=precision, source=source)
    found = registry.query(wanted).order_by("code")
    if (after := pages.given(cursor, str)) is not None:
        found = found.filter(code__gt=after[0])
    rows = registry.lines(list(found[: limit + 1]))

    def line(row: registry.Line) -> OrganisationLine:
        return OrganisationLine(
            code=row.code, name=said(row.name), kind=said(row.kind), active=row.active, city=row.city, country=row.country,
            founded=row.founded, sites=row.sites, precision=row.precise, activities=list(row.activities), published=row.published,
        )

    return answered(pages.page(rows, limit, line, lambda row: pages.kept(row.code)).model_dump_json())


@router.get("/atlas/organisations/{institution}", response=OrganisationShown, summary="Organisation · 기관 하나", tags=["atlas"],
            operation_id="atlas_organisation")
def show_organisation(request: HttpRequest, institution: Code) -> HttpResponse:
    """One organisation: every field with its source, its sites, activities and ties."""
    _only(rules.look)
    found = record.record(institution)
    return answered(OrganisationShown(
        code=found.code, name=said(found.name), parent=found.parent.code if found.parent else None,
        fields=[
            FieldShown(field=f.field, value=f.value, source=f.origin.source if f.origin else None, as_of=f.origin.as_of if f.origin else None)
            for f in found.fields
        ],
        sites=[
            SiteShown(code=s.code, address=s.address, latitude=s.latitude, longitude=s.longitude, precision=s.precise, opened=s.opened,
                      closed=s.closed, jobs=s.jobs, regions=[f"{scheme}:{code}" for scheme, code, _ in s.regions])
            for s in found.sites
        ],
        activities=[f"{a.name} ({a.code})" for a in found.activities],
        ties=[TieShown(other=t.other.code, kind=said(t.kind), period=t.period, weight=t.weight) for t in found.ties],
        children=[c.code for c in found.children], merged_into=found.merged_into, published=found.published,
    ).model_dump_json())  # fmt: skip


@router.get("/atlas/regions", response=Page[RegionLine], summary="Regions · 지역", tags=["atlas"], operation_id="atlas_regions")
def list_regions(
    request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor, scheme: Code = Query("", description="Of one scheme")
) -> HttpResponse:
    """Regions with how many sites are in them."""
    _only(rules.look)
    rows = regions.regions(scheme)
    return answered(pages.cut(rows, limit, cursor, _region, lambda r: f"{r.scheme}:{r.code}").model_dump_json())


def _region(row: regions.RegionLine) -> RegionLine:
    return RegionLine(
        scheme=row.scheme, code=row.code, name=said(row.name), area_km2=row.area_km2, population=row.population, sites=row.sites,
        published=row.published,
    )


@router.get("/atlas/regions/{region_scheme}/{region}", response=RegionShown, summary="Region · 지역 하나", tags=["atlas"],
            operation_id="atlas_region")
def show_region(request: HttpRequest, region_scheme: Code, region: Code) -> HttpResponse:
    """One region: who is there by precision and kind, its outline and figures."""
    _only(rules.look)
    found = regions.region(region_scheme, region)
    return answered(RegionShown(
        scheme=found.scheme, code=found.code, name=said(found.name), area_km2=found.area_km2, population=found.population,
        sites=sum(c.sites for c in found.classes), published=found.published, organisations=found.organisations, precise=found.precise,
        by_precision={c.precision: c.sites for c in found.classes}, by_kind={k.kind: k.organisations for k in found.kinds},
        outline=found.outline,
        facts=[
            FactShown(activity=f.code, period=f.period, measure=said(f.measure), value=f.value, suppressed=f.suppressed, source=said(f.source))
            for f in found.facts
        ],
    ).model_dump_json())


@router.get("/atlas/claims", response=Page[ClaimLine], summary="Claims · 주장", tags=["atlas"], operation_id="atlas_claims")
def list_claims(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Claims with their newest kept figures."""
    _only(rules.look)

    def line(row: claims.ClaimLine) -> ClaimLine:
        return ClaimLine(code=row.code, text=said(row.text), value=row.value, base=row.base, unknown=row.unknown,
                         taken_at=row.taken_at, published=row.published)  # fmt: skip

    return answered(pages.cut(claims.claims(), limit, cursor, line, lambda r: r.code).model_dump_json())


@router.get("/atlas/claims/{headline}", response=ClaimShown, summary="Claim · 주장 하나", tags=["atlas"], operation_id="atlas_claim")
def show_claim(request: HttpRequest, headline: Code) -> HttpResponse:
    """One claim: its number now, its question, every member with its evidence."""
    _only(rules.look)
    found = claims.claim(headline)
    return answered(ClaimShown(
        code=found.code, text=said(found.said), definition=said(found.definition), refuted=said(found.refuted), query=found.query,
        value=found.value, base=found.base, unknown=found.unknown, counted=[c.code for c in found.counted],
        members=[
            MemberShown(position=m.position, name=said(m.name), organisation=m.organisation, judgement=m.judgement, evidence=m.evidence,
                        as_of=m.as_of)
            for m in found.members
        ],
    ).model_dump_json())


@router.get("/atlas/sources", response=Page[SourceShown], summary="Sources · 출처", tags=["atlas"], operation_id="atlas_sources")
def list_sources(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Sources with licence, day and score; for staff."""
    _only(rules.see_desk)

    def line(row: quality.SourceScore) -> SourceShown:
        return SourceShown(code=row.code, name=said(row.name), licence=row.licence, attribution=row.attribution, as_of=row.as_of,
                           organisations=row.organisations, score=row.score)  # fmt: skip

    return answered(pages.cut(quality.quality().sources, limit, cursor, line, lambda r: r.code).model_dump_json())


@router.get("/atlas/imports", response=Page[BatchShown], summary="Imports · 가져오기", tags=["atlas"], operation_id="atlas_imports")
def list_imports(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Files that were brought in, the newest first; for staff."""
    _only(rules.see_desk)

    def line(row: desk.BatchLine) -> BatchShown:
        return BatchShown(code=row.code, source=said(row.source), kind=row.kind, file_name=row.file_name, at=row.at, made=row.made,
                          findings=row.findings)  # fmt: skip

    return answered(pages.cut(desk.batches(), limit, cursor, line, lambda r: r.code).model_dump_json())
