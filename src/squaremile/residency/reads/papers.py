"""One application as its writers have it before them, and as it is read by those who may."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from squaremile.core import door_keys
from squaremile.core.reads import files
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.residency.models import Answer, AnswerFile, Application, Sheet
from squaremile.residency.policies.form import Form, Question, Section, read, shown
from squaremile.residency.policies.form_answers import Complaint, complaints, said, share_answered
from squaremile.residency.words import applications as words


@dataclass(frozen=True, slots=True)
class Head:
    """Which application, whose, to which call, and where it stands. `until`: the end of what may be changed."""

    id: UUID
    code: str
    call: str
    call_title: Text
    company: Text
    company_code: str
    company_id: UUID
    state: str
    state_said: Text
    created_at: datetime
    submitted_at: datetime | None
    until: datetime | None
    takes_changes: bool
    returned_why: str
    version: int


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was saved; version 0 where there is none yet."""

    value: Any
    version: int
    confidential: bool
    saved_by: str
    saved_at: datetime | None


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of an answer."""

    code: str
    name: str
    url: str
    key: UUID


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its answer, and whether it is asked at all at present."""

    question: Question
    kept: Kept
    shown: bool
    said: Text
    files: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its questions."""

    section: Section
    asked: tuple[Asked, ...]

    @property
    def shown(self) -> tuple[Asked, ...]:
        return tuple(each for each in self.asked if each.shown)


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole application."""

    head: Head
    form: Form
    answers: Mapping[str, Any]
    parts: tuple[Part, ...]
    missing: tuple[Complaint, ...]
    done: int
    needed: int

    def asked(self, key: str) -> Asked | None:
        return next((each for part in self.parts for each in part.asked if each.question.key == key), None)


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who writes by a key."""

    email: str
    name: str
    since: datetime
    me: bool


def mine() -> list[Head]:
    """Applications of the companies the asker belongs to or holds a key for, the newest first."""
    own = _heads().filter(company_id__in=require().organisations).order_by("-created_at", "code")
    return [head(each) for each in own]


def paper(code: str, *, handed_in_only: bool = False) -> Paper:
    """A whole application. Raises Missing for what is not the asker's to read."""
    wanted = _heads().filter(code=code)
    found = (wanted.filter(submitted_at__isnull=False) if handed_in_only else wanted).first()
    if found is None:
        raise Missing(words.APPLICATION_UNKNOWN)
    form = read(found.sheet.version.body)
    kept = {
        a.question: Kept(a.value, a.version, a.confidential, a.saved_by, a.saved_at)
        for a in Answer.objects.filter(application=found)
    }
    answers = {key: each.value for key, each in kept.items()}
    asked, attached = {q.key for q in shown(form, answers)}, _files(found)
    parts = tuple(
        Part(section, tuple(
            _asked(q, kept.get(q.key), q.key in asked, attached.get(q.key, ())) for q in section.questions
        ))
        for section in form.sections
    )
    done, needed = share_answered(form, answers)
    return Paper(head(found), form, answers, parts, tuple(complaints(form, answers)), done, needed)


def own_paper(code: str) -> Paper:
    """An application that the asker writes. Raises Missing, for staff as well."""
    found = paper(code)
    if found.head.company_id not in require().organisations:
        raise Missing(words.APPLICATION_UNKNOWN)
    return found


def editors(company: UUID) -> list[Editor]:
    """Who writes for the company by a key that opens today."""
    me = require().reason
    found = [key for key in door_keys.standing(holder=company) if key.kind == "applicant"]
    return [Editor(key.email, key.name, key.given_at, key.email == me) for key in found]


def attached(code: str, *, own: bool) -> files.File:
    """One file of an answer. Raises Missing for what is not the asker's to read."""
    found = AnswerFile.objects.filter(code=code, removed_at=None).first()
    if found is None or (own and found.company_id not in require().organisations):
        raise Missing(words.FILE_GONE)
    return files.file(found.file_id)


def shareable(company: UUID) -> dict[str, Text]:
    """What a company said without keeping it confidential, by the label of the question: for sponsors and the public."""
    newest = (
        Answer.objects.filter(company_id=company, confidential=False, handed_in=True)
        .order_by("-application__submitted_at").values_list("application_id", flat=True).first()
    )
    if newest is None:
        return {}
    sheet = Sheet.objects.filter(application_id=newest).select_related("version").first()
    if sheet is None:
        return {}
    form, found = read(sheet.version.body), Answer.objects.filter(application_id=newest, confidential=False, handed_in=True)
    by_key = {a.question: a.value for a in found}
    return {
        f"{q.label}": said(q, by_key[q.key]) for q in form.questions if q.key in by_key and q.kind != "file"
    }


def head(found: Application) -> Head:
    """From a row that came with its call, its company's organisation and its sheet's version."""
    sheet, call, whose, now = found.sheet, found.call, found.company.organisation, clock.now()
    until = sheet.returned_until if found.state == "returned" else call.closes_at
    writes = found.state == "returned" or (found.state == "draft" and call.state == "open")
    return Head(
        found.id, found.code, call.code, both(call.title_ko, call.title_en), both(whose.name_ko, whose.name_en),
        found.company.code, found.company_id, found.state, words.STATES[found.state], found.created_at,
        found.submitted_at, until, writes and (until is None or now < until), sheet.returned_why, sheet.version.number,
    )


def _heads() -> QuerySet[Application]:
    return Application.objects.select_related("call", "company__organisation", "sheet__version").filter(sheet__isnull=False)


def _files(found: Application) -> dict[str, tuple[Attached, ...]]:
    by_question: dict[str, tuple[Attached, ...]] = {}
    for each in AnswerFile.objects.filter(application=found, removed_at=None).order_by("saved_at", "id"):
        made = Attached(each.code, each.name, files.url(each.file_id, each.name), each.file_id)
        by_question[each.question] = (*by_question.get(each.question, ()), made)
    return by_question


def _asked(question: Question, kept: Kept | None, is_shown: bool, attached_to: tuple[Attached, ...]) -> Asked:
    now = kept or Kept(None, 0, question.confidential, "", None)
    return Asked(question, now, is_shown, said(question, now.value), attached_to)
