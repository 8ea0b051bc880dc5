"""What can be read of agreements, promises and KPIs."""

from datetime import date, datetime
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import BaseModel, Field

from squaremile.api import pages
from squaremile.api.answers import Coded, Page, Sentence, answered
from squaremile.api.v1.door import router
from squaremile.core.asked.types import Code, Day
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.reads import agreement, agreements, kpis, promises
from squaremile.network.reads.days import today


class AgreementLine(Coded):
    """An agreement that the asker is a party of, or keeps."""

    code: str = Field(examples=["AG-7K3M9QXA"])
    title: Sentence
    type: str
    state: str
    parties: list[Sentence]
    signed_on: date | None
    ends_on: date | None
    notice_on: date | None
    binding: bool


class CommitmentShown(Coded):
    """A clause with what is known to have come of it."""

    what: Sentence
    unit: str
    amount: Decimal
    due_on: date
    state: str
    reported: Decimal
    arrived: Decimal


class DueShown(BaseModel):
    """One thing due."""

    clock: str
    anchor: date
    number: int
    due_on: date
    stands: str


class AgreementShown(AgreementLine):
    """One agreement in full."""

    commitments: list[CommitmentShown]
    clocks: list[DueShown]


class PromiseFigure(BaseModel):
    """Totals of one group in one unit, and the codes of the entries behind them."""

    key: str
    unit: str
    promised: Decimal
    reported: Decimal
    arrived: Decimal
    lapsed: Decimal
    agreements: int
    entries: list[str]


class PromiseFigures(BaseModel):
    """Totals as of a day."""

    as_of: date
    figures: list[PromiseFigure]


class KpiValue(BaseModel):
    """A figure with its base; null is withheld."""

    unit: str
    part: Sentence | None
    value: Decimal | None
    base: int | None


class KpiShown(Coded):
    """A KPI with its definition."""

    code: str = Field(examples=["promised"])
    name: Sentence
    says: Sentence
    formula: Sentence
    guard: Sentence
    values: list[KpiValue]


class Figures(BaseModel):
    """What was made public last."""

    as_of: date | None
    published_at: datetime | None
    kpis: list[KpiShown]


GROUPS = {"kind": promises.by_kind, "party": promises.by_party, "year": promises.by_year}


def said(text: Text) -> Sentence:
    return Sentence(ko=text.ko, en=text.en)


@router.get("/network/agreements", response=Page[AgreementLine], summary="Agreements · 협약", tags=["network"],
            operation_id="network_agreements")
def list_agreements(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Agreements of one's own company; for liaison staff and auditors all."""
    rows = agreements.register(agreements.Wanted())

    def line(row: agreements.AgreementRow) -> AgreementLine:
        return AgreementLine(
            code=row.code, title=said(row.title), type=row.type, state=row.state, signed_on=row.signed_on,
            parties=[said(p) for p in row.parties], ends_on=row.ends_on, notice_on=row.notice_on, binding=row.binding,
        )

    return answered(pages.cut(rows, limit, cursor, line, lambda r: r.code).model_dump_json())


@router.get("/network/agreements/{code}", response=AgreementShown, summary="Agreement · 협약 하나", tags=["network"],
            operation_id="network_agreement")
def show_agreement(request: HttpRequest, code: Code) -> HttpResponse:
    """One agreement: its clauses with what came of them, and what is due."""
    found = agreement.page(code)
    return answered(AgreementShown(
        code=found.code, title=said(found.title), type=found.type, state=found.state, binding=found.binding,
        parties=[said(p.name) for p in found.parties], signed_on=found.signed_on, ends_on=found.ends_on,
        notice_on=found.notice_on,
        commitments=[
            CommitmentShown(code=c.code, what=said(c.what), unit=c.unit, amount=c.amount, due_on=c.due_on, state=c.state,
                            reported=c.reported, arrived=c.arrived)
            for c in found.commitments
        ],
        clocks=[DueShown(clock=r.due.clock, anchor=r.due.anchor, number=r.due.number, due_on=r.due.due_on,
                         stands=r.stands) for r in found.clocks],
    ).model_dump_json())


@router.get("/network/promises", response=PromiseFigures, summary="Promised and arrived · 약속과 도착", tags=["network"],
            operation_id="network_promises")
def show_promises(
    request: HttpRequest, by: Code = Query("kind", description="kind, party or year"),
    as_of: Day | None = Query(None, description="As of which day; today when left out"),
) -> HttpResponse:
    """The one set of numbers, with the entries behind each; for those who answer for them."""
    if not rules.answer_for_promises(require()):
        raise Forbidden(NOT_ALLOWED)
    day = as_of or today()
    found = promises.book().figures(GROUPS.get(by, promises.by_kind), as_of=day)
    return answered(PromiseFigures(as_of=day, figures=[
        PromiseFigure(key=f.key, unit=f.unit, promised=f.promised, reported=f.reported, arrived=f.arrived,
                      lapsed=f.lapsed, agreements=f.agreements, entries=list(f.entries))
        for f in found
    ]).model_dump_json())


@router.get("/network/figures", response=Figures, summary="Published figures · 공개 지표", tags=["network"],
            operation_id="network_figures")
def show_figures(request: HttpRequest) -> HttpResponse:
    """The newest published KPIs, the same for everybody."""
    found = kpis.publication()
    return answered(Figures(as_of=found.as_of, published_at=found.published_at, kpis=[
        KpiShown(
            code=line.kpi.code, name=said(line.kpi.name), says=said(line.kpi.says), formula=said(line.kpi.formula),
            guard=said(line.kpi.guard),
            values=[KpiValue(unit=v.unit, part=said(v.of) if v.of else None, value=v.value, base=v.base)
                    for v in line.values],
        )
        for line in found.lines
    ]).model_dump_json())
