"""The yearly survey: opened, companies asked, reminded, and their answers become outcomes."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.core import door_keys, notices
from squaremile.core.reads.people import admins
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.published.residency import SurveyAsked
from squaremile.residency import rules
from squaremile.residency.models import Company, OutcomeEntry, OutcomeSurvey, SurveyAnswer
from squaremile.residency.operations.companies import locked
from squaremile.residency.operations.outcomes import CORRECTED, KEPT, kept
from squaremile.residency.policies.survey_form import NEWEST, Unfit, asked, entries
from squaremile.residency.reads.days import today
from squaremile.residency.words import companies as company_words
from squaremile.residency.words import surveys as words

LAST_CALL = timedelta(days=14)
"""A reminder goes to whoever has not answered so long before the end."""


@operation(
    "residency.open_outcome_survey", ko="연간 성과 설문 열기", en="Open the yearly survey", may=rules.keep_outcomes,
    refuses=(words.SURVEY_CLOSES,), constraints={"survey_once_a_day": words.SURVEY_ONCE},
)
def open_outcome_survey(*, as_of: date, closes_on: date) -> OutcomeSurvey:
    """Ask about a day, until the end of another. Every company in residence, and every alumna, whose admin has an account
    is asked at once; for the others give an address (`residency.ask_outcome_survey`).
    """
    if closes_on <= today():
        raise Invalid(words.SURVEY_CLOSES)
    ends = datetime.combine(closes_on + timedelta(days=1), time(), ZoneInfo(settings.TIME_ZONE))
    made = OutcomeSurvey.objects.create(
        code=short_code("SV"), as_of=as_of, form=NEWEST, opened_at=clock.now(), closes_at=ends
    )
    known = Company.objects.filter(state__in=("resident", "alumni"))
    told = [company for company in known if admins(company.id)]
    SurveyAnswer.objects.bulk_create(SurveyAnswer(survey=made, company=each, asked_at=clock.now()) for each in told)
    for each in told:
        publish(SurveyAsked(survey=made.code, company=each.id, closes=_closes(made)))
    note(subject=made, as_of=as_of.isoformat(), asked=len(told))
    return made


@operation(
    "residency.ask_outcome_survey", ko="기업에 성과 설문 보내기", en="Ask a company in the yearly survey",
    may=rules.keep_outcomes, refuses=(words.SURVEY_UNKNOWN, words.SURVEY_SHUT, company_words.COMPANY_UNKNOWN, words.NOBODY_TO_ASK),
    constraints={"survey_asks_once": words.SURVEY_ASKED},
)
def ask_outcome_survey(*, survey: str, company: str, email: str = "", language: str = "ko") -> SurveyAnswer:
    """Ask one more company: by a key to an address, for those without an account, or its admin."""
    found, whose = _open(survey), locked(company)
    if not email and not admins(whose.id):
        raise Refused(words.NOBODY_TO_ASK)
    made = SurveyAnswer.objects.create(survey=found, company=whose, email=email.strip().lower(), asked_at=clock.now())
    if email:
        _key(made, language)
    else:
        publish(SurveyAsked(survey=found.code, company=whose.id, closes=_closes(found)))
    note(subject=found, organisation=whose.id)
    return made


@operation(
    "residency.answer_outcome_survey", ko="성과 설문에 답하기", en="Answer the yearly survey", may=rules.tell_outcomes,
    refuses=(words.SURVEY_UNKNOWN, words.SURVEY_SHUT, words.ANSWER_UNFIT, company_words.COMPANY_UNKNOWN),
    constraints={**KEPT, **CORRECTED},
)
def answer_outcome_survey(
    *, survey: str, replies: dict[str, Any], company: str = "", may_publish: bool = False
) -> SurveyAnswer:
    """Answers by the names of the questions. Each becomes an outcome; answering again corrects what was said before."""
    found = _open(survey)
    mine = _asked(found, company)
    try:
        told = entries(found.form, replies, found.as_of)
    except Unfit as unfit:
        raise Invalid(words.ANSWER_UNFIT, {"question": _question(found.form, unfit.question)}) from unfit
    before = _said_before(found, mine.company_id)
    for kind, said in told.items():
        kept(
            origin="survey", corrects=before.pop(kind, None), company_id=mine.company_id, confidence="self_reported",
            may_publish=may_publish, survey=found, **said,
        )
    for gone in before.values():
        kept(
            origin="survey", corrects=gone, withdrawn=True, kind=gone.kind, happened_on=gone.happened_on,
            company_id=mine.company_id, survey=found, confidence="self_reported",
        )
    mine.answered_at, mine.answers, mine.may_publish = clock.now(), dict(replies), may_publish
    mine.save(update_fields=["answered_at", "answers", "may_publish"])
    note(subject=found, organisation=mine.company_id, entries=len(told), may_publish=may_publish)
    return mine


@operation(
    "residency.remind_outcome_survey", ko="성과 설문 다시 알리기", en="Remind of the yearly survey", may=rules.remind_survey,
)
def remind_outcome_survey() -> int:
    """Whoever has not answered two weeks before the end is reminded once. Returns how many."""
    now = clock.now()
    late = list(
        SurveyAnswer.objects.select_for_update(of=("self",)).select_related("survey", "company__organisation").filter(
            answered_at=None, reminded_at=None, survey__closes_at__gt=now, survey__closes_at__lte=now + LAST_CALL,
            asked_at__lt=now - timedelta(days=1),
        ).order_by("id")
    )
    for each in late:
        each.reminded_at = now
        each.save(update_fields=["reminded_at"])
        if each.email:
            _key(each, "ko")
        else:
            tell(each.survey.code, each.company_id, _closes(each.survey), "reminded")
    note(reminded=len(late))
    return len(late)


def _open(code: str) -> OutcomeSurvey:
    found = OutcomeSurvey.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.SURVEY_UNKNOWN)
    if found.closes_at <= clock.now():
        raise Refused(words.SURVEY_SHUT)
    return found


def _asked(survey: OutcomeSurvey, company: str) -> SurveyAnswer:
    """The asker's own sheet; staff fill in the one of the company that they name."""
    asking = require()
    sheets = SurveyAnswer.objects.select_for_update().filter(survey=survey)
    mine = sheets.filter(company__code=company) if company else sheets.filter(company__in=asking.organisations)
    found = mine.first()
    if found is None or not (rules.keep_outcomes(asking) or found.company_id in asking.organisations):
        raise Missing(words.SURVEY_UNKNOWN)
    return found


def _said_before(survey: OutcomeSurvey, company: UUID) -> dict[str, OutcomeEntry]:
    rows = OutcomeEntry.objects.filter(
        company=company, survey=survey, corrected_by=None, withdrawn=False
    )
    return {row.kind: row for row in rows}


def _question(form: int, name: str) -> Text:
    try:
        return asked(form, name).says
    except KeyError:
        return Text(ko=name[:40], en=name[:40])


def _closes(survey: OutcomeSurvey) -> str:
    return (survey.closes_at - timedelta(seconds=1)).astimezone(ZoneInfo(settings.TIME_ZONE)).date().isoformat()


def _key(sheet: SurveyAnswer, language: str) -> None:
    whose = sheet.company.organisation
    door_keys.give(
        kind="survey", holder=sheet.company_id, email=sheet.email, subject=words.KEY_SUBJECT, letter=words.KEY_LETTER,
        language=language, until=sheet.survey.closes_at,
        values={"company": both(whose.name_ko, whose.name_en), "closes": _closes(sheet.survey), "survey": sheet.survey.code},
    )


def tell(survey: str, company: UUID, closes: str, what: str) -> None:
    """A notice and a letter to the company's admins, in the worker."""
    said = words.ASKED.fill({"closes": closes})
    notices.tell(
        admins(company), "residency.survey", said, f"/residency/surveys/{survey}/", f"survey:{survey}:{company}:{what}",
        notices.Letter(subject=said, body=said, about_bookings=False), about=company,
    )
