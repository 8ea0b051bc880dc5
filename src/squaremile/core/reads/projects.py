"""Projects of organisations, for domains that charge to them: names, and the grant or cost centre that each refers to."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from squaremile.core.models import Project
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project, as far as the asker sees it. `reference` without spaces around it."""

    id: UUID
    organisation: UUID
    code: str
    name: Text
    reference: str
    active: bool


def _row(found: Project) -> ProjectRow:
    return ProjectRow(
        found.id, found.organisation_id, found.code, both(found.name_ko, found.name_en), found.reference.strip(), found.active
    )


def projects(organisations: Iterable[UUID]) -> list[ProjectRow]:
    """Of some organisations, in the order of their codes. One statement."""
    return [_row(each) for each in Project.objects.filter(organisation_id__in=list(organisations)).order_by("code")]


def some(keys: Iterable[UUID]) -> dict[UUID, ProjectRow]:
    """By their keys; what the asker may not see is not there. One statement."""
    return {each.id: _row(each) for each in Project.objects.filter(id__in=set(keys))}
