"""The yearly survey: who was asked and who answered; and the sheet that a company fills in."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.residency.models import OutcomeSurvey, SurveyAnswer
from squaremile.residency.policies.survey_form import FORMS, Question
from squaremile.residency.words import surveys as words


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One survey, with how far it is."""

    code: str
    as_of: date
    closes_at: datetime
    open: bool
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One company's sheet: the questions in the version it was asked, and what it has said so far."""

    survey: str
    company: str
    name: Text
    as_of: date
    closes_at: datetime
    open: bool
    questions: tuple[Question, ...]
    answers: dict[str, Any]
    may_publish: bool
    asked_at: datetime
    reminded_at: datetime | None
    answered_at: datetime | None


def surveys() -> list[SurveyRow]:
    """Those the asker may see, the newest first. For a company its own sheet alone is counted."""
    now = clock.now()
    counted: dict[UUID, tuple[int, int]] = {}
    for survey, answered in SurveyAnswer.objects.values_list("survey_id", "answered_at"):
        asked, done = counted.get(survey, (0, 0))
        counted[survey] = asked + 1, done + (answered is not None)
    return [
        SurveyRow(s.code, s.as_of, s.closes_at, s.closes_at > now, *counted.get(s.id, (0, 0)))
        for s in OutcomeSurvey.objects.order_by("-as_of")
    ]


def sheets(survey: str) -> list[Sheet]:
    """Every sheet of a survey that the asker may see, by company name. Raises Missing."""
    if not OutcomeSurvey.objects.filter(code=survey).exists():
        raise Missing(words.SURVEY_UNKNOWN)
    return sorted((_sheet(each) for each in _rows().filter(survey__code=survey)), key=lambda s: (s.name.ko, s.company))


def own_sheet(survey: str) -> Sheet:
    """The asker's own company's. Raises Missing."""
    found = _rows().filter(survey__code=survey, company__in=require().organisations).order_by("id").first()
    if found is None:
        raise Missing(words.SURVEY_UNKNOWN)
    return _sheet(found)


def own_sheets() -> list[Sheet]:
    """The asker's own company's sheets, the newest first."""
    found = _rows().filter(company__in=require().organisations).order_by("-survey__as_of", "id")
    return [_sheet(each) for each in found]


def _rows() -> Any:
    return SurveyAnswer.objects.select_related("survey", "company__organisation")


def _sheet(a: SurveyAnswer) -> Sheet:
    whose, survey = a.company.organisation, a.survey
    return Sheet(
        survey.code, a.company.code, both(whose.name_ko, whose.name_en), survey.as_of, survey.closes_at,
        survey.closes_at > clock.now(), FORMS[survey.form], dict(a.answers), a.may_publish, a.asked_at, a.reminded_at,
        a.answered_at,
    )
