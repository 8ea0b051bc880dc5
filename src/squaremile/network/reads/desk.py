"""What waits for liaison staff in the directory: claims and possible duplicates; and forms filled with what is there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from squaremile.core.reads import codes
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.network.models import (
    Claim,
    Contact,
    Duplicate,
    Lab,
    Partner,
    Person,
    PersonCare,
    Publication,
    ResearchProject,
    Technology,
)
from squaremile.network.reads import entry_pages as rows
from squaremile.network.words import directory as words
from squaremile.network.words import knowledge, profiles


@dataclass(frozen=True, slots=True)
class ClaimRow:
    code: str
    person: rows.Named
    email: str
    says: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was compared. `bits` above 0 speak for the same, below 0 against."""

    label: Text
    level: str
    bits: float


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entries, with what tells them apart."""

    code: str
    name: Text
    name_ko: str
    name_en: str
    number: str
    at: Text
    says: Text
    claimed: bool


@dataclass(frozen=True, slots=True)
class PairRow:
    code: str
    kind: str
    probability: float
    state: str
    state_label: Text
    reasons: tuple[Reason, ...]
    left: Side
    right: Side

    @property
    def percent(self) -> str:
        """Never 100: that is for somebody to say."""
        return f"{min(100 * self.probability, 99.9):.1f}"


def claims() -> list[ClaimRow]:
    """Claims that wait, the oldest first."""
    found = list(Claim.objects.filter(state="asked").select_related("person").order_by("asked_at", "id"))
    emails = codes.emails([each.user_id for each in found])
    return [
        ClaimRow(each.code, rows.person_row(each.person), emails.get(each.user_id, ""), each.says, each.asked_at)
        for each in found
    ]


def pairs(kind: str, state: str = "open") -> list[PairRow]:
    """Pairs of one kind, the likeliest first. Two statements."""
    found = list(Duplicate.objects.filter(kind=kind, state=state).order_by("-probability", "code"))
    keys = {key for each in found for key in (each.left, each.right)}
    sides = _people(keys) if kind == "person" else _partners(keys)
    return [
        PairRow(
            each.code, each.kind, float(each.probability), each.state, profiles.DUPLICATE_STATES[each.state],
            tuple(Reason(profiles.COMPARED[name], level, bits) for name, level, bits in each.reasons),
            sides[each.left], sides[each.right],
        )
        for each in found if each.left in sides and each.right in sides
    ]  # fmt: skip


def _people(keys: set[UUID]) -> dict[UUID, Side]:
    return {
        p.id: Side(
            p.code, both(p.name_ko, p.name_en), p.name_ko, p.name_en, p.orcid or "",
            both(p.partner.name_ko, p.partner.name_en) if p.partner else both("", ""), both(p.role_ko, p.role_en), p.user_id is not None,
        )
        for p in Person.objects.filter(id__in=keys).select_related("partner")
    }  # fmt: skip


def _partners(keys: set[UUID]) -> dict[UUID, Side]:
    return {
        p.id: Side(
            p.code, both(p.name_ko, p.name_en), p.name_ko, p.name_en, p.ror or "", both(p.city_ko, p.city_en),
            Text(ko=p.country, en=p.country), p.organisation_id is not None,
        )
        for p in Partner.objects.filter(id__in=keys)
    }  # fmt: skip


_RECORDS: dict[str, tuple[type[Model], str, tuple[str, ...]]] = {
    "partner": (Partner, words.PARTNER_UNKNOWN, (
        "kind", "name_ko", "name_en", "also", "says_ko", "says_en", "country", "city_ko", "city_en", "website", "ror")),
    "lab": (Lab, words.LAB_UNKNOWN, ("name_ko", "name_en", "says_ko", "says_en", "website")),
    "person": (Person, words.PERSON_UNKNOWN, (
        "kind", "name_ko", "name_en", "also", "role_ko", "role_en", "rank", "bio_ko", "bio_en", "orcid", "website",
        "speaks", "contact_way")),
    "technology": (Technology, knowledge.TECHNOLOGY_UNKNOWN, (
        "name_ko", "name_en", "trl", "problem_ko", "problem_en", "advantage_ko", "advantage_en", "economics_ko",
        "economics_en", "stage_ko", "stage_en", "patents")),
    "project": (ResearchProject, knowledge.PROJECT_UNKNOWN, (
        "title_ko", "title_en", "says_ko", "says_en", "funder_ko", "funder_en", "first_year", "last_year")),
    "publication": (Publication, knowledge.PUBLICATION_UNKNOWN, (
        "kind", "title_ko", "title_en", "abstract_ko", "abstract_en", "keywords", "venue", "year", "language", "doi", "pmid")),
}  # fmt: skip


def record(noun: str, code: str) -> dict[str, Any]:
    """What a form is filled with. Raises Missing."""
    model, unknown, names = _RECORDS[noun]
    row: Any = model._default_manager.filter(code=code).first()
    if row is None:
        raise Missing(unknown)
    said = {name: getattr(row, name) for name in names} | {"code": row.code, "name": row, "hidden": row.hidden}
    for link in ("partner", "lab"):
        if hasattr(row, f"{link}_id"):
            said[link] = getattr(row, link).code if getattr(row, f"{link}_id") and getattr(row, link) else ""
    if isinstance(row, Person):
        contact = Contact.objects.filter(person=row).first()
        care = PersonCare.objects.filter(person=row).first()
        for name, kept in (("email", contact), ("phone", contact), ("needs_ko", care), ("needs_en", care)):
            said[name] = getattr(kept, name) if kept else ""
    return said
