"""Calls: what everybody may read of them, and the list of the programme."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.residency.models import Call, Form
from squaremile.residency.policies.eligibility import asked
from squaremile.residency.policies.form import Form as Asked
from squaremile.residency.policies.form import read
from squaremile.residency.words import applications as words


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call. `takes_now`: a company may begin an application at this moment."""

    id: UUID
    code: str
    title: Text
    says: Text
    title_ko: str
    title_en: str
    says_ko: str
    says_en: str
    kind: str
    kind_said: Text
    state: str
    state_said: Text
    opens_at: datetime
    closes_at: datetime | None
    form: str
    version: int
    eligibility: tuple[dict[str, Any], ...]
    takes_now: bool
    handed_in: int = 0

    @property
    def rules(self) -> tuple[Text, ...]:
        """Who may apply, in words."""
        return tuple(asked(rule) for rule in self.eligibility)


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form and its newest version."""

    code: str
    name: Text
    versions: int


def open_calls() -> list[CallRow]:
    """Those that take applications now, the ones that end first before the others."""
    found = [row for row in map(_row, _calls().filter(state="open")) if row.takes_now]
    return sorted(found, key=lambda row: (row.closes_at is None, row.closes_at or row.opens_at, row.code))


def calls() -> list[CallRow]:
    """Every call the asker may see, the newest first, with how many applications were handed in."""
    handed_in = Count("applications", filter=Q(applications__submitted_at__isnull=False))
    return [_row(each, each.handed) for each in _calls().annotate(handed=handed_in).order_by("-created_at", "code")]


def call(code: str) -> CallRow:
    """One by its code. Raises Missing."""
    return _row(_found(code))


def told(code: str) -> tuple[CallRow, Asked]:
    """One that everybody may read, and what new applications to it are asked. Raises Missing for a draft."""
    found = _found(code)
    if found.state == "draft":
        raise Missing(words.CALL_UNKNOWN)
    return _row(found), read(found.terms.version.body)


def forms() -> list[FormRow]:
    """Forms by code."""
    found = Form.objects.annotate(versions_made=Count("versions")).order_by("code")
    return [FormRow(each.code, both(each.name_ko, each.name_en), each.versions_made) for each in found]


def _calls() -> QuerySet[Call]:
    return Call.objects.select_related("terms__version__form").filter(terms__isnull=False)


def _found(code: str) -> Call:
    found = _calls().filter(code=code).first()
    if found is None:
        raise Missing(words.CALL_UNKNOWN)
    return found


def _row(found: Call, handed_in: int = 0) -> CallRow:
    now, terms = clock.now(), found.terms
    takes = found.state == "open" and found.opens_at <= now and (found.closes_at is None or now < found.closes_at)
    return CallRow(
        found.id, found.code, both(found.title_ko, found.title_en), both(found.says_ko, found.says_en), found.title_ko,
        found.title_en, found.says_ko, found.says_en, found.kind, words.CALL_KINDS[found.kind], found.state,
        words.CALL_STATES[found.state], found.opens_at, found.closes_at, terms.version.form.code, terms.version.number,
        tuple(terms.eligibility), takes, handed_in,
    )
