"""Companies: the list for staff, one record, and who may be shown to everybody."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.residency.models import Application, Company, CompanyTransition, Profile
from squaremile.residency.words import companies as words


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """One company of the list."""

    id: UUID
    code: str
    organisation: str
    name: Text
    state: str
    state_said: Text
    stage: str
    stage_said: Text | None
    founded_on: date | None
    country: str
    listed: bool
    since: datetime
    """When the record was opened."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of its life."""

    at: datetime
    before: Text | None
    after: Text


@dataclass(frozen=True, slots=True)
class Shown:
    """The public profile."""

    name: Text
    summary_ko: str
    summary_en: str
    fields: tuple[str, ...]
    website: str
    listed: bool

    @property
    def summary(self) -> Text:
        return both(self.summary_ko, self.summary_en)


@dataclass(frozen=True, slots=True)
class Record:
    """One company: where it stands, what it shows, and the steps of its life."""

    row: CompanyRow
    profile: Shown
    steps: tuple[Step, ...]


def companies(*, states: tuple[str, ...] = ()) -> list[CompanyRow]:
    """Those the asker may see, by name: for staff all, for a company itself."""
    found = _rows().order_by("organisation__name_ko", "organisation__name_en", "code")
    return [_row(each) for each in (found.filter(state__in=states) if states else found)]


def to_offer() -> list[CompanyRow]:
    """Companies that a licence may be offered to: admitted, in residence, or with an application that was accepted."""
    accepted = Application.objects.filter(company=OuterRef("id"), state="accepted")
    found = _rows().filter(Q(state__in=("admitted", "resident")) | Q(Exists(accepted), state="applicant"))
    return [_row(each) for each in found.order_by("organisation__name_ko", "organisation__name_en", "code")]


def company(code: str) -> CompanyRow:
    """One by its code. Raises Missing."""
    return _row(_found(code))


def of_organisation(organisation: UUID) -> CompanyRow | None:
    """The record of an organisation, if it has one that the asker may see."""
    found = _rows().filter(id=organisation).first()
    return _row(found) if found else None


def record(code: str) -> Record:
    """Everything of the first page of a company. Raises Missing."""
    found = _found(code)
    row, shown = _row(found), Profile.objects.get(company=found)
    steps = tuple(
        Step(t.at, words.STATES.get(t.before), words.STATES[t.after])
        for t in CompanyTransition.objects.filter(company=found).order_by("at", "id")
    )
    return Record(row, shown_of(shown), steps)


def listed() -> list[Shown]:
    """Profiles that everybody may read, by name."""
    return [shown_of(each) for each in Profile.objects.filter(listed=True).order_by("name_ko", "name_en", "id")]


def shown_of(found: Profile) -> Shown:
    return Shown(
        both(found.name_ko, found.name_en), found.summary_ko, found.summary_en, tuple(found.fields), found.website,
        found.listed,
    )


def _found(code: str) -> Company:
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.COMPANY_UNKNOWN)
    return found


def _rows() -> QuerySet[Company]:
    return Company.objects.select_related("organisation", "profile")


def _row(found: Company) -> CompanyRow:
    whose = found.organisation
    return CompanyRow(
        found.id, found.code, whose.code, both(whose.name_ko, whose.name_en), found.state, words.STATES[found.state],
        found.stage, words.STAGES.get(found.stage), found.founded_on, found.country, found.profile.listed,
        found.created_at,
    )
