"""What is let now: each place with its building, storey and area, as an application to an authority asks for it."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.words import Text, both
from squaremile.spaces.models import Occupancy, Place


@dataclass(frozen=True, slots=True)
class Premises:
    """One place that a company holds today. `area_m2` is None where nobody has entered it."""

    code: str
    name: Text
    organisation: str
    company: Text
    outside: tuple[Text, ...]
    """Site, building and storey, from the outside in."""
    area_m2: Decimal | None


def premises(organisation: UUID | None = None) -> list[Premises]:
    """Of one company, or of everybody whom the asker may know, by company and code. Two statements."""
    now = clock.now()
    found = Occupancy.objects.exclude(state="ended").filter(
        period__startswith__lte=now, period__endswith__gt=now, detail__organisation__isnull=False
    )  # fmt: skip
    if organisation is not None:
        found = found.filter(detail__organisation=organisation)
    rows = list(
        found.order_by("detail__organisation__code", "place__code").values_list(
            "place_id", "detail__organisation__code", "detail__organisation__name_ko", "detail__organisation__name_en"
        )
    )
    places = {each.id: each for each in Place.objects.all()} if rows else {}
    return [
        Premises(
            places[place].code, both(places[place].name_ko, places[place].name_en), whose, both(ko, en), _outside(places[place], places),
            places[place].area_m2,
        )
        for place, whose, ko, en in rows
    ]


def _outside(place: Place, places: dict[UUID, Place]) -> tuple[Text, ...]:
    found: list[Text] = []
    parent = places.get(place.parent_id) if place.parent_id else None
    while parent is not None:
        if parent.kind in ("site", "building", "floor"):
            found.append(both(parent.name_ko, parent.name_en))
        parent = places.get(parent.parent_id) if parent.parent_id else None
    return tuple(reversed(found))
