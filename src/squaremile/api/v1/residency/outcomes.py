"""Over the API: outcomes, the yearly survey, impact reports, and what the forecast is told."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from pydantic import Field

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import forecast, impact, outcomes


class OutcomeKept(Coded):
    """An outcome as it was entered."""

    code: str = Field(examples=["OE-7K3M9QXA"])
    kind: str
    happened_on: date
    confidence: str
    withdrawn: bool


class OutcomeSeen(Coded):
    """An outcome as the asker may see it. `standing`: no later entry took its place."""

    company: str
    kind: str
    happened_on: date
    amount: Decimal | None
    currency: str
    counted: int | None
    out_of: int | None
    confidence: str
    evidence_url: str
    origin: str
    corrects: str
    withdrawn: bool
    standing: bool


class ReportKept(Coded):
    """A frozen report."""

    code: str = Field(examples=["IR-7K3M9QXA"])
    as_of: date
    published_at: datetime | None


class FigureSeen(Answer):
    """A figure of a report; `value` null where it is withheld, with `because`."""

    indicator: str
    version: int
    name: Sentence
    part: Sentence | None
    unit: Sentence
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    companies: int | None
    self_reported: int | None
    because: Sentence | None


class SurveyKept(Coded):
    """A survey."""

    code: str = Field(examples=["SV-7K3M9QXA"])
    as_of: date
    closes_at: datetime


class SheetKept(Answer):
    """A company's sheet of a survey."""

    asked_at: datetime
    answered_at: datetime | None
    may_publish: bool


class ForecastPriceKept(Answer):
    """A price of the forecast, in minor units."""

    place_kind: str
    from_on: date
    monthly_minor: int
    currency: str


class RecordKept(Answer):
    """Since when every stay is on record."""

    whole_from: date


class MonthSeen(Answer):
    """Places held on a day, expected and with intervals, and what is in writing alone; money a month in minor units."""

    on: date
    places: dict[str, float]
    money: dict[str, float]
    written: int
    beyond: int


class OutlookSeen(Answer):
    """The forecast for a year."""

    rentable: int
    held_now: int
    currency: str
    median_days: float | None
    median_low: float | None
    median_high: float | None
    too_few: Sentence | None
    wait_list: dict[str, float | None]
    months: list[MonthSeen]


def _said(text: Text | None) -> Sentence | None:
    return Sentence(ko=text.ko, en=text.en) if text else None


def _entry(row: outcomes.EntryRow) -> OutcomeSeen:
    return OutcomeSeen(
        code=row.code, company=row.company, kind=row.kind, happened_on=row.happened_on, amount=row.amount,
        currency=row.currency, counted=row.count, out_of=row.of, confidence=row.confidence, evidence_url=row.evidence_url,
        origin=row.origin, corrects=row.corrects, withdrawn=row.withdrawn, standing=row.standing,
    )


def _figure(row: impact.FigureRow) -> dict[str, Any]:
    return FigureSeen(
        indicator=row.definition.code, version=row.definition.version, name=Sentence(ko=row.name.ko, en=row.name.en),
        part=_said(row.part), unit=Sentence(ko=row.unit.ko, en=row.unit.en), value=row.value, low=row.low, high=row.high,
        companies=row.companies, self_reported=row.self_reported, because=_said(row.because),
    ).model_dump(mode="json")


@router.get(
    "/residency/outcomes", response=Page[OutcomeSeen], summary="Outcomes · 성과", tags=["residency"],
    operation_id="residency_outcome_entries",
)
def list_outcomes(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """For the programme's staff every entry, corrected ones too; for a company's admin her own company's."""
    return answered(pages.cut(outcomes.entries(), limit, cursor, _entry, lambda row: row.code).model_dump_json())


@router.get(
    "/residency/impact-reports", response=Page[ReportKept], summary="Impact reports · 성과 보고서", tags=["residency"],
    operation_id="residency_impact_reports",
)
def list_reports(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Published ones; for the programme's staff all."""
    return answered(pages.cut(impact.reports(), limit, cursor, ReportKept.model_validate, lambda row: row.code).model_dump_json())


@router.get(
    "/residency/impact-reports/{code}/figures", response=list[FigureSeen], summary="Figures of a report · 보고서의 지표",
    tags=["residency"], operation_id="residency_impact_figures",
)
def list_figures(request: HttpRequest, code: str) -> list[dict[str, Any]]:
    """Exactly as they were frozen."""
    return [_figure(row) for row in impact.report(code).figures]


@router.get(
    "/residency/forecast", response=OutlookSeen, summary="Forecast · 예상", tags=["residency"],
    operation_id="residency_forecast",
)
def show_forecast(request: HttpRequest) -> OutlookSeen:
    """Occupancy, revenue, length of stay and wait-list, for a year; for the programme's and finance's staff."""
    if not rules.see_forecast(require()):
        raise Forbidden(NOT_ALLOWED)
    found = forecast.outlook()
    median, share = found.length.median, found.wait_list.share
    return OutlookSeen(
        rentable=found.rentable, held_now=found.held_now, currency=found.currency, median_days=median.value,
        median_low=median.low, median_high=median.high, too_few=_said(found.length.too_few),
        wait_list={"share": share.value, "low": share.low, "high": share.high, "decided": share.whole},
        months=[
            MonthSeen(
                on=row.on, places=_spread(row.month.places), money=_spread(row.month.money), written=row.month.written,
                beyond=row.month.beyond,
            )
            for row in found.months
        ],
    )


def _spread(found: Any) -> dict[str, float]:
    return {name: getattr(found, name) for name in ("expected", "low", "high", "outer_low", "outer_high")}


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/residency/outcomes", residency.record_outcome, OutcomeKept, status=201),
    Endpoint(POST, "/residency/outcomes/{code}/correct", residency.correct_outcome, OutcomeKept, code="outcome_entry", status=201),
    Endpoint(POST, "/residency/outcomes/{code}/withdraw", residency.withdraw_outcome, OutcomeKept, code="outcome_entry", status=201),
    Endpoint(POST, "/residency/impact-reports", residency.freeze_impact_report, ReportKept, status=201),
    Endpoint(POST, "/residency/impact-reports/{code}/publish", residency.publish_impact_report, ReportKept, code="impact_report"),
    Endpoint(POST, "/residency/surveys", residency.open_outcome_survey, SurveyKept, status=201),
    Endpoint(POST, "/residency/surveys/{code}/ask", residency.ask_outcome_survey, SheetKept, code="survey", status=201),
    Endpoint(POST, "/residency/surveys/{code}/answer", residency.answer_outcome_survey, SheetKept, code="survey"),
    Endpoint(POST, "/residency/forecast/prices", residency.set_forecast_price, ForecastPriceKept, status=201),
    Endpoint(POST, "/residency/forecast/record", residency.begin_record, RecordKept, status=201),
)
