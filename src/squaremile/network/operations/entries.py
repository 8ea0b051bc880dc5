"""Entries of the directory by their codes, and hiding and showing them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import models

from squaremile.kernel.errors import Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Lab, Partner, Person, Publication, ResearchProject, Technology
from squaremile.network.operations import placards, weighing
from squaremile.network.words import directory as words
from squaremile.network.words import knowledge, profiles

M = TypeVar("M", bound=models.Model)
NOUNS: dict[str, type[models.Model]] = {
    "partner": Partner, "lab": Lab, "person": Person, "technology": Technology, "project": ResearchProject,
    "publication": Publication,
}
CARDS: dict[str, Callable[[Any], None]] = {
    "partner": placards.partner, "lab": placards.lab, "person": placards.person, "technology": placards.technology,
    "project": placards.research_project, "publication": placards.publication,
}


def found(model: type[M], code: str, refusal: str) -> M:
    """The entry, locked for a change. Raises Missing for what is not there or not the asker's to change."""
    one = model._default_manager.select_for_update(of=("self",)).filter(code=code).first()
    if one is None:
        raise Missing(refusal)
    return one


def partner(code: str) -> Partner | None:
    """The organisation of a code; None for none. Raises Missing."""
    return _named(Partner, code, words.PARTNER_UNKNOWN)


def found_partner(code: str) -> Partner:
    """The organisation of a code. Raises Missing for none."""
    if (one := partner(code)) is None:
        raise Missing(words.PARTNER_UNKNOWN)
    return one


def lab(code: str) -> Lab | None:
    """The lab of a code; None for none. Raises Missing."""
    return _named(Lab, code, words.LAB_UNKNOWN)


def people(codes: list[str]) -> list[Person]:
    """People in the order of their codes. Raises Missing for the first that is not there."""
    known = {each.code: each for each in Person.objects.filter(code__in=codes)}
    if any(code not in known for code in codes):
        raise Missing(words.PERSON_UNKNOWN)
    return [known[code] for code in codes]


def _named(model: type[M], code: str, refusal: str) -> M | None:
    if not code:
        return None
    one = model._default_manager.filter(code=code).first()
    if one is None:
        raise Missing(refusal)
    return one


def write(row: models.Model, said: Mapping[str, Any]) -> list[str]:
    """Put what was said into the row, texts without the space around them; the names of what has changed."""
    changed = []
    for name, value in said.items():
        new = value.strip() if isinstance(value, str) else value
        if value is not None and getattr(row, name) != new:
            setattr(row, name, new)
            changed.append(name)
    if changed:
        row.save(update_fields=changed)
    return changed


@operation(
    "network.hide_entry", ko="명부에서 숨기기", en="Hide an entry of the directory", may=rules.be_listed,
    refuses=(knowledge.ENTRY_UNKNOWN, profiles.NOT_PROVEN, profiles.NOT_YOURS),
)
def hide_entry(*, noun: str, entry: str) -> models.Model:
    """Hide an organisation, lab, person, technology, project or publication from everyone but liaison staff.

    Liaison staff may hide any of them, a person her own profile.
    """
    return _set_hidden(noun, entry, hidden=True)


@operation(
    "network.show_entry", ko="명부에 다시 보이기", en="Show an entry of the directory again", may=rules.be_listed,
    refuses=(knowledge.ENTRY_UNKNOWN, profiles.CONSENT_MISSING, profiles.NOT_PROVEN, profiles.NOT_YOURS),
)
def show_entry(*, noun: str, entry: str) -> models.Model:
    """Show again what was hidden. Whoever withdrew her consent gives it again first."""
    return _set_hidden(noun, entry, hidden=False)


def _set_hidden(noun: str, code: str, *, hidden: bool) -> models.Model:
    if noun not in NOUNS:
        raise Missing(knowledge.ENTRY_UNKNOWN)
    row: Any = changeable(found(NOUNS[noun], code, knowledge.ENTRY_UNKNOWN), knowledge.ENTRY_UNKNOWN)
    if not hidden and isinstance(row, Person) and withdrawn(row):
        raise Refused(profiles.CONSENT_MISSING)
    row.hidden = hidden
    row.save(update_fields=["hidden"])
    CARDS[noun](row)
    if isinstance(row, Publication):
        weighing.people(row.authors.values_list("person", flat=True))
    note(subject=row, hidden=hidden)
    return row  # type: ignore[no-any-return]


def withdrawn(person: Person) -> bool:
    """Has she taken her consent back, and not given it since?"""
    at: datetime | None = person.consent_withdrawn_at
    return at is not None and (person.consented_at is None or person.consented_at < at)


def changeable(row: M, refusal: str) -> M:
    """The row, if it is the asker's to change: liaison staff's, or her own profile. Others are told it is not there.

    The database says the same; an unclaimed profile can be locked by whoever might take it, so it is asked here too.
    """
    asking = require()
    if rules.keep_directory(asking) or (isinstance(row, Person) and row.user_id is not None and row.user_id == asking.actor):
        return row
    raise Missing(refusal)
