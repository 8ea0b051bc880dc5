"""Places by code, for other domains."""

from dataclasses import dataclass
from uuid import UUID

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text
from squaremile.spaces.models import Place


@dataclass(frozen=True, slots=True)
class PlaceRow:
    id: UUID
    code: str
    kind: str
    name: Text
    site: UUID


def find(code: str) -> PlaceRow:
    """A place by its code. Raises Missing."""
    found = Place.objects.filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    name = Text(ko=found.name_ko or found.name_en, en=found.name_en or found.name_ko)
    return PlaceRow(found.id, found.code, found.kind, name, found.site_id or found.id)
