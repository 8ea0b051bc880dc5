"""What those who keep the places need: a place as its form holds it, and what is closed."""

from dataclasses import dataclass
from typing import Any

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text
from squaremile.spaces import words
from squaremile.spaces.models import Place
from squaremile.spaces.policies.nesting import ORDER, fits


@dataclass(frozen=True, slots=True)
class Kept:
    """A place in a list for its keepers."""

    code: str
    name: Text
    kind_name: Text


def record(code: str) -> dict[str, Any]:
    """A place as its form holds it, with `active` and the code of what is around it. Raises Missing."""
    found = Place.objects.select_related("parent").filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    plain = ("code", "kind", "name_ko", "name_en", "level", "outline", "area_m2", "rentable", "position", "active")
    return {
        **{name: getattr(found, name) for name in plain}, "parent": found.parent.code if found.parent else "",
        "name": _name(found),
    }


def kinds_in(kind: str) -> list[tuple[str, Text]]:
    """What may be put into a place of this kind; for none, a site."""
    return [(inner, words.KINDS[inner]) for inner in ORDER if fits(inner, kind or None)]


def closed_in(code: str = "") -> list[Kept]:
    """Closed places directly in one (by code); without a code, closed sites."""
    inside = {"parent__code": code} if code else {"kind": "site"}
    found = Place.objects.filter(active=False, **inside).order_by("position", "code")
    return [Kept(one.code, _name(one), words.KINDS[one.kind]) for one in found]


def _name(place: Place) -> Text:
    return Text(ko=place.name_ko or place.name_en, en=place.name_en or place.name_ko)
