"""Places by code, for other domains."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.spaces.models import Place
from squaremile.spaces.reads.there import there

_FIND = "SELECT id, code, kind, name_ko, name_en, COALESCE(site_id, id) FROM spaces_place WHERE code = %s"


@dataclass(frozen=True, slots=True)
class PlaceRow:
    id: UUID
    code: str
    kind: str
    name: Text
    site: UUID


def find(code: str) -> PlaceRow:
    """A place by its code. Raises Missing."""
    require()
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [code])
        found = cursor.fetchone()
    if found is None:
        raise Missing(NOT_FOUND)
    key, known, kind, ko, en, site = found
    return PlaceRow(key, known, kind, both(ko, en), site)


def codes(keys: Iterable[UUID]) -> dict[UUID, str]:
    """Codes of places by their keys."""
    return dict(Place.objects.filter(id__in=set(keys)).values_list("id", "code"))


def keys(codes: Iterable[str]) -> dict[str, UUID]:
    """Keys of places by their codes; what is not there is left out."""
    return dict(Place.objects.filter(code__in=set(codes)).values_list("code", "id"))


def by_site(codes: Iterable[str]) -> dict[str, list[str]]:
    """Places by the code of their site; what is not there is left out."""
    found: dict[str, list[str]] = {}
    for site, code in Place.objects.filter(code__in=set(codes), site__isnull=False).order_by("code").values_list("site__code", "code"):
        found.setdefault(site, []).append(code)
    return found


def on_site(site: str) -> list[PlaceRow]:
    """Every place in use of a site (by code), the site itself left out, by code."""
    return [_row(each) for each in Place.objects.filter(there(), site__code=site).order_by("code")]


def rooms() -> list[PlaceRow]:
    """Every room and suite in use, on all sites, by code."""
    return [_row(each) for each in Place.objects.filter(kind__in=("room", "suite"), active=True).order_by("code")]


def lettable() -> list[PlaceRow]:
    """Every place in use that may be let, on all sites, by code."""
    return [_row(each) for each in Place.objects.filter(there(), rentable=True).order_by("code")]


def _row(place: Place) -> PlaceRow:
    name = Text(ko=place.name_ko or place.name_en, en=place.name_en or place.name_ko)
    return PlaceRow(place.id, place.code, place.kind, name, place.site_id or place.id)
