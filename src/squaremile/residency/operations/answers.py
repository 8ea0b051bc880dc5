"""Answers of an application, saved one by one, and its files."""

from datetime import datetime
from typing import Any

from squaremile.core.operations.files import kept
from squaremile.core.reads.codes import emails
from squaremile.core.words import FILE_EMPTY, FILE_KIND, FILE_TOO_LARGE
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import Answer, AnswerFile, Application, Call, Sheet
from squaremile.residency.policies.form import Form, Question, read
from squaremile.residency.policies.form_answers import FILES, Unsound, tidied
from squaremile.residency.words import applications as words

IN_TIME = {"answer_in_time": words.APPLICATION_SHUT}


@operation(
    "residency.save_answer", ko="답 저장하기", en="Save an answer", may=rules.apply,
    refuses=(
        words.APPLICATION_UNKNOWN, words.APPLICATION_SHUT, words.QUESTION_UNKNOWN, words.ANSWER_UNSOUND,
        words.ANSWER_CHANGED,
    ),
    constraints={**IN_TIME, "answer_once": words.ANSWER_CHANGED},
)
def save_answer(
    *, application: str, question_key: str, value: Any = None, version: int = 0, confidential: bool | None = None
) -> Answer:
    """Save one answer, blank or not. `version` is the one that the writer saw (0: none yet); where somebody saved
    another meanwhile, it is refused and nothing is lost. Not confidential: sponsors and the public may read it.
    """
    found, form = writable(application)
    asked = _asked(form, question_key)
    if asked.kind == "file":
        value = _files_of(found, question_key)
    try:
        sound = tidied(asked, value)
    except Unsound as wrong:
        raise Invalid(words.ANSWER_UNSOUND, {"label": asked.label, "why": wrong.says}) from None
    return written(found, asked, sound, version, confidential)


@operation(
    "residency.add_answer_file", ko="답에 파일 올리기", en="Add a file to an answer", may=rules.apply,
    refuses=(
        words.APPLICATION_UNKNOWN, words.APPLICATION_SHUT, words.QUESTION_UNKNOWN, words.FILES_ENOUGH, FILE_EMPTY,
        FILE_KIND, FILE_TOO_LARGE,
    ),
    constraints=IN_TIME | {"answer_once": words.ANSWER_CHANGED},
)
def add_answer_file(*, application: str, question_key: str, name: str, content: bytes) -> AnswerFile:
    """Add a PDF or picture of up to 20 MB to a question that takes files."""
    found, form = writable(application)
    asked = _asked(form, question_key)
    if asked.kind != "file":
        raise Missing(words.QUESTION_UNKNOWN)
    most = asked.limits.files or FILES
    if len(_files_of(found, question_key)) >= most:
        raise Refused(words.FILES_ENOUGH, {"most": most})
    stored = kept(name, content, found.company_id)
    made = AnswerFile.objects.create(
        code=short_code("AF"), application=found, company_id=found.company_id, question=question_key, file=stored,
        name=stored.name, saved_at=clock.now(),
    )
    written(found, asked, _files_of(found, question_key), None, None)
    note(subject=made, organisation=found.company_id, question=question_key, name=made.name)
    return made


@operation(
    "residency.remove_answer_file", ko="답에서 파일 빼기", en="Take a file out of an answer", may=rules.apply,
    refuses=(words.APPLICATION_UNKNOWN, words.APPLICATION_SHUT, words.QUESTION_UNKNOWN, words.FILE_GONE),
    constraints=IN_TIME,
)
def remove_answer_file(*, answer_file: str) -> AnswerFile:
    """It is no longer part of the application."""
    known = AnswerFile.objects.filter(code=answer_file, removed_at=None).select_related("application").first()
    if known is None or known.company_id not in require().organisations:
        raise Missing(words.FILE_GONE)
    found, form = writable(known.application.code)
    gone = AnswerFile.objects.select_for_update().get(id=known.id)
    gone.removed_at = gone.saved_at = clock.now()
    gone.save(update_fields=["removed_at", "saved_at"])
    written(found, _asked(form, gone.question), _files_of(found, gone.question) or None, None, None)
    note(subject=gone, organisation=found.company_id, question=gone.question, name=gone.name)
    return gone


def own_application(code: str) -> Application:
    """An application of the asker's own company, locked. Missing for everybody else, staff as well."""
    found = Application.objects.select_for_update().filter(code=code).first()
    if found is None or found.company_id not in require().organisations:
        raise Missing(words.APPLICATION_UNKNOWN)
    return found


def writable(code: str) -> tuple[Application, Form]:
    """An application of one's own that takes changes now, locked, with the form it began with."""
    found = own_application(code)
    sheet = Sheet.objects.select_related("version").get(application=found)
    if not takes_changes(found, sheet, clock.now()):
        raise Refused(words.APPLICATION_SHUT)
    return found, read(sheet.version.body)


def takes_changes(application: Application, sheet: Sheet, at: datetime) -> bool:
    """A draft until its call ends; one returned until the date it was given."""
    if application.state == "returned":
        return sheet.returned_until is not None and at < sheet.returned_until
    call = Call.objects.get(id=application.call_id)
    return application.state == "draft" and call.state == "open" and (call.closes_at is None or at < call.closes_at)


def writer() -> str:
    """The e-mail address of whoever is asking, by key or by account."""
    asking = require()
    return asking.reason if asking.actor is None else emails([asking.actor]).get(asking.actor, "")


def written(
    application: Application, question: Question, value: Any, version: int | None, confidential: bool | None
) -> Answer:
    """Write an answer where it is still at `version`; None writes it whatever it is at."""
    now = clock.now()
    found = Answer.objects.select_for_update().filter(application=application, question=question.key).first()
    if version is not None and version != (found.version if found else 0):
        raise Refused(words.ANSWER_CHANGED, {"label": question.label, "by": found.saved_by if found else "—"})
    if found is None:
        found = Answer(
            application=application, company_id=application.company_id, question=question.key,
            confidential=question.confidential, version=0,
        )
    found.value, found.saved_at, found.saved_by, found.version = value, now, writer()[:254], found.version + 1
    if confidential is not None:
        found.confidential = confidential
    if found.version == 1:
        found.save(force_insert=True)
    else:
        found.save(update_fields=["value", "saved_at", "saved_by", "version", "confidential"])
    note(subject=application, organisation=application.company_id, question=question.key, version=found.version)
    return found


def _asked(form: Form, key: str) -> Question:
    found = form.question(key)
    if found is None:
        raise Missing(words.QUESTION_UNKNOWN)
    return found


def _files_of(application: Application, question: str) -> list[str]:
    found = AnswerFile.objects.filter(application=application, question=question, removed_at=None)
    return list(found.order_by("saved_at", "id").values_list("name", flat=True))
