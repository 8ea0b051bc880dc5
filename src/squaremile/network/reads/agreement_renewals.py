"""Agreements whose term is over and that renew themselves; and the terms an agreement has had."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from squaremile.kernel.words import Text, both
from squaremile.network.models import Agreement, AgreementTerm


@dataclass(frozen=True, slots=True)
class Ready:
    """One to be renewed, and who is to hear of it: its officers, and the companies of the cluster among its parties."""

    code: str
    title: Text
    officer: UUID
    deputy: UUID | None
    companies: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class TermRow:
    number: int
    starts_on: date
    ends_on: date
    by_clause: bool
    recorded_at: datetime


def ready_to_renew(day: date) -> list[Ready]:
    """In force, over by that day, and nobody gave notice."""
    return [_ready(each) for each in _renewing().filter(renews_months__isnull=False, ends_on__lt=day)]


def unstated(day: date) -> list[tuple[Ready, date]]:
    """In force, over by that day or before, with a clause of renewal whose months nobody recorded; and the last day."""
    return [(_ready(each), each.ends_on) for each in _renewing().filter(renews_months=None, ends_on__lte=day) if each.ends_on]


def _renewing() -> QuerySet[Agreement]:
    found = Agreement.objects.filter(auto_renews=True, state__in=("effective", "renewed"), notice_given_on=None)
    return found.order_by("ends_on", "code")


def _ready(each: Agreement) -> Ready:
    return Ready(each.code, both(each.title_ko, each.title_en), each.officer_id, each.deputy_id, tuple(each.readers))


def terms(agreement: str) -> list[TermRow]:
    """The newest first, of an agreement that the asker sees."""
    found = AgreementTerm.objects.filter(agreement__code=agreement).order_by("-number")
    return [TermRow(each.number, each.starts_on, each.ends_on, each.by_clause, each.recorded_at) for each in found]
