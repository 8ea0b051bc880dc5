"""Agreements whose term is over and that renew themselves; and the terms an agreement has had."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

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
    found = Agreement.objects.filter(
        auto_renews=True, state__in=("effective", "renewed"), ends_on__lt=day, notice_given_on=None
    ).order_by("ends_on", "code")
    return [
        Ready(each.code, both(each.title_ko, each.title_en), each.officer_id, each.deputy_id, tuple(each.readers))
        for each in found
    ]


def terms(agreement: str) -> list[TermRow]:
    """The newest first, of an agreement that the asker sees."""
    found = AgreementTerm.objects.filter(agreement__code=agreement).order_by("-number")
    return [TermRow(each.number, each.starts_on, each.ends_on, each.by_clause, each.recorded_at) for each in found]
