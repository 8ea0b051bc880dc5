"""Over the API: rule packs with their rows, their editions, and what another edition would change here."""

from datetime import date
from decimal import Decimal

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.safety import operations as safety
from squaremile.safety.policies.pack_change import Shift, Standing
from squaremile.safety.reads import pack_editions, pack_impact, rule_packs, verifications


class RulePackSeen(Coded):
    """A rule pack in the edition that holds today."""

    title: Sentence
    edition: str
    adopted_from: date | None
    rows: int
    verified: int
    may_block: int


class PackFigure(Answer):
    """One row of a pack. `duty` is what it says in words, where it is a duty."""

    row: str
    says: str
    duty: Sentence | None
    certainty: str
    source: Sentence
    verified: bool
    read_in: str
    read_on: date | None


class PackEditionSeen(Coded):
    """An edition of a pack. `now`: it holds today; `coming`: from when it will."""

    edition: str
    adopted_from: date | None
    adopted_to: date | None
    built_in: bool
    now: bool
    coming: date | None


class PackEditionKept(Coded):
    """An edition that was handed in."""

    pack: str
    edition: str
    adopted_from: date | None
    digest: str


class PackEditionTaken(Answer):
    """From when an edition holds."""

    since: date


class PackRowChanged(Answer):
    """A row that the edition changes; empty where it is new or gone."""

    row: str
    was: str
    now: str


class CheckStanding(Answer):
    """One check: how much stands there, how much may, and what that comes to."""

    total: Decimal
    limit: Decimal | None
    unit: str
    verdict: str


class CheckShifted(Answer):
    """A check of an area that comes out differently."""

    area: str
    hazard: str
    condition: str
    outside_cabinets: bool
    before: CheckStanding | None
    after: CheckStanding | None


class ContainerReclassed(Answer):
    """A container whose classes change."""

    container: str
    was: list[str]
    now: list[str]


class BesideReclassed(Answer):
    """What is no container and falls into other classes: on a shelf, in a gas cylinder or in waste."""

    area: str
    substance: str
    was: list[str]
    now: list[str]


class PackEditionChanges(Answer):
    """What an edition changes against the one of today. `everybody`: counted on everybody's stock, not the asker's alone."""

    rows: list[PackRowChanged]
    containers: list[ContainerReclassed]
    beside: list[BesideReclassed]
    checks: list[CheckShifted]
    verdicts_turned: int
    everybody: bool


def _pack(row: verifications.PackSeen) -> RulePackSeen:
    return RulePackSeen(
        code=row.code, title=Sentence(ko=row.title.ko, en=row.title.en), edition=row.edition, adopted_from=row.adopted_from,
        rows=len(row.rows), verified=row.verified, may_block=row.blocking,
    )


def _figure(row: verifications.FigureRow) -> PackFigure:
    return PackFigure(
        row=row.key, says=row.says, duty=Sentence(ko=row.label.ko, en=row.label.en) if row.label else None, certainty=row.certainty,
        source=Sentence(ko=row.source.ko, en=row.source.en), verified=row.verified, read_in=row.read_in, read_on=row.read_on,
    )


def _standing(found: Standing | None) -> CheckStanding | None:
    return CheckStanding.model_validate(found) if found else None


def _shift(area: str, found: Shift) -> CheckShifted:
    return CheckShifted(
        area=area, hazard=found.hazard, condition=found.condition, outside_cabinets=found.outside, before=_standing(found.before),
        after=_standing(found.after),
    )


@router.get(
    "/safety/packs", response=Page[RulePackSeen], summary="Rule packs · 규칙 묶음", tags=["safety"], operation_id="safety_packs"
)
def list_packs(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Each in the edition of today, with how much of it is verified here."""
    return answered(pages.cut(verifications.every(), limit, cursor, _pack, lambda p: p.code).model_dump_json())


@router.get(
    "/safety/packs/{pack}/rows", response=Page[PackFigure], summary="Rows of a rule pack · 규칙 묶음의 줄", tags=["safety"],
    operation_id="safety_pack_rows",
)
def list_rows(request: HttpRequest, pack: str, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Figures and duties, each with its source and how sure it is."""
    return answered(pages.cut(list(verifications.pack(pack).rows), limit, cursor, _figure, lambda r: r.key).model_dump_json())


@router.get(
    "/safety/packs/{pack}/editions", response=Page[PackEditionSeen], summary="Editions of a rule pack · 규칙 묶음의 판", tags=["safety"],
    operation_id="safety_pack_editions",
)
def list_editions(request: HttpRequest, pack: str, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Those that come with squaremile and those that were handed in here."""
    rows = pack_editions.editions(pack)
    return answered(pages.cut(rows, limit, cursor, PackEditionSeen.model_validate, lambda e: e.code).model_dump_json())


@router.get(
    "/safety/packs/{pack}/editions/{edition}/changes", response=PackEditionChanges, tags=["safety"],
    summary="What an edition changes · 판이 바꾸는 것", operation_id="safety_pack_edition_changes",
)
def edition_changes(request: HttpRequest, pack: str, edition: str) -> HttpResponse:
    """Row by row, and in what stands here: everybody's for those who answer for safety, a company's own for itself."""
    _row, found = pack_editions.edition(pack, edition)
    told = pack_impact.impact(rule_packs.in_force([pack])[pack], found)
    return answered(PackEditionChanges(
        rows=[PackRowChanged(row=r.key, was=r.wrote, now=r.writes) for r in told.rows],
        containers=[ContainerReclassed(container=c.container.code, was=list(c.was), now=list(c.now)) for c in told.containers],
        beside=[BesideReclassed(area=b.area.code, substance=b.name, was=list(b.was), now=list(b.now)) for b in told.beside],
        checks=[_shift(each.area.code, one) for each in told.areas for one in each.shifts],
        verdicts_turned=told.turned, everybody=told.everybody,
    ).model_dump_json())  # fmt: skip


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/pack-editions", safety.offer_pack_edition, PackEditionKept, status=201),
    Endpoint(POST, "/safety/pack-editions/{code}/take", safety.take_pack_edition, PackEditionTaken, code="edition"),
)
