"""For the tests of the whole product: outcomes, surveys, impact reports, the forecast."""

from datetime import date
from decimal import Decimal
from typing import Any

from squaremile.core import operations as core
from squaremile.residency import operations as residency
from squaremile.residency.reads import companies

API = "squaremile.api.v1.residency.outcomes"
NOUNS = {"outcomes": ("outcome_entry",), "impact": ("impact_report",), "impact-reports": ("impact_report",), "surveys": ("survey",)}
HERS = {"company": "company record", "outcome_entry": "outcome_entry", "survey": "survey", "impact_report": "impact_report"}
SOUND: dict[str, Any] = {
    "kind": "jobs", "happened_on": date(2027, 1, 1), "counted": 3, "as_of": date(2026, 12, 30), "closes_on": date(2027, 6, 1),
    "title_ko": "훔친 보고서", "place_kind": "bench", "from_on": date(2027, 1, 1), "monthly": Decimal(1),
    "whole_from": date(2026, 1, 1), "replies": {"jobs": "1"},
}  # fmt: skip
LEFT_OUT = (
    "money", "currency", "out_of", "funding_round", "funding_source", "evidence_url", "preface_ko", "preface_en", "versions",
    "verified", "may_publish", "email",
)  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "residency.record_outcome": {"counted": 3}, "residency.correct_outcome": {"counted": 3},
    "residency.freeze_impact_report": {"title_ko": "훔친 보고서"},
    "residency.ask_outcome_survey": {"company": "unasked record", "email": "thief@example.org"},
}
FORM = {"kind": "jobs", "happened_on": "2027-01-01", "counted": "3", "as_of": "2026-12-30", "closes_on": "2027-06-01"}
SAID = {"position": ("0",)}
TEXTS = {"outcome": "새봄만 아는 성과 증빙 메모"}


def week(world, codes, keys):
    """The rival tells an outcome, is asked in a survey; staff freeze a report with it."""
    with world.as_("programme"):
        company = next(row.code for row in companies.companies() if row.organisation == "SAEBOM")
        core.add_organisation(code="UNASKED", name_ko="안물은바이오", name_en="Unasked Bio")
        codes["unasked record"] = residency.open_record(organisation="UNASKED").code
        made = residency.record_outcome(
            company=company, kind="jobs", happened_on=date(2026, 6, 1), counted=77, note_text=TEXTS["outcome"]
        )
        codes["outcome_entry"], keys["outcome_entry"] = made.code, made.id
        codes["survey"] = residency.open_outcome_survey(as_of=date(2026, 12, 31), closes_on=date(2027, 5, 31)).code
        codes["impact_report"] = residency.freeze_impact_report(as_of=date(2026, 12, 31), title_ko="새봄이 든 보고서").code


def furnish(world):
    """An outcome, a survey, a report and a price."""
    with world.as_("programme"):
        company = next(row.code for row in companies.companies() if row.organisation == "HANBIT")
        residency.record_outcome(company=company, kind="jobs", happened_on=date(2026, 6, 1), counted=5)
        residency.open_outcome_survey(as_of=date(2026, 6, 30), closes_on=date(2027, 12, 31))
        residency.publish_impact_report(
            impact_report=residency.freeze_impact_report(as_of=date(2026, 6, 30), title_ko="성과", title_en="Impact").code
        )
        residency.set_forecast_price(place_kind="bench", from_on=date(2027, 1, 1), monthly=Decimal(900_000))
