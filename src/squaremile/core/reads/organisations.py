"""Organisations by code, and the list to choose from. Row security decides which of them the asker sees."""

from dataclasses import dataclass
from uuid import UUID

from squaremile.core.models import Organisation
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import rows
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """One organisation as other domains know it."""

    id: UUID
    code: str
    name: Text


def _row(found: Organisation) -> OrganisationRow:
    return OrganisationRow(
        found.id, found.code, Text(ko=found.name_ko or found.name_en, en=found.name_en or found.name_ko)
    )


def organisation(code: str) -> OrganisationRow:
    """An active organisation by its code. Raises Missing for one that is not there or not to be seen."""
    found = Organisation.objects.filter(code=code, active=True).first()
    if found is None:
        raise Missing(NOT_FOUND)
    return _row(found)


def organisations() -> list[OrganisationRow]:
    """All active ones the asker may see, by name."""
    return [_row(found) for found in Organisation.objects.filter(active=True).order_by("name_ko", "name_en", "code")]


def named(organisation: UUID) -> OrganisationRow:
    """One that is known by its key, active or not, as far as the asker sees it. Raises Missing."""
    found = rows.ask(f"SELECT {rows.columns(Organisation, 'o')} FROM core_organisation o WHERE o.id = %s", [organisation])
    if not found:
        raise Missing(NOT_FOUND)
    return _row(*rows.models(found[0], Organisation))
