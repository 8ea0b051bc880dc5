"""Every place that is let or held from now on, and how holds ended before: what a forecast of occupancy is made from."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from squaremile.kernel import clock
from squaremile.spaces.models import Occupancy, Place
from squaremile.spaces.reads.there import there


@dataclass(frozen=True, slots=True)
class Held:
    """One occupancy that has not ended. `holder` is None where it is not the asker's to know."""

    place_kind: str
    holder: UUID | None
    start: datetime
    end: datetime
    occupied_at: datetime | None
    occupancy: UUID
    place: UUID


@dataclass(frozen=True, slots=True)
class Places:
    """Rentable places by kind, what is let or held, and of the holds that were decided, how many somebody moved into."""

    rentable: dict[str, int]
    held: tuple[Held, ...]
    taken_up: int
    decided: int


def places() -> Places:
    """As the asker may see them. Three statements, whatever the size."""
    now = clock.now()
    rentable: dict[str, int] = {}
    for kind in Place.objects.filter(there(), rentable=True).values_list("kind", flat=True):
        rentable[kind] = rentable.get(kind, 0) + 1
    rows = Occupancy.objects.exclude(state="ended").filter(period__endswith__gt=now).values_list(
        "place__kind", "detail__organisation", "period", "occupied_at", "id", "place_id"
    ).order_by("period", "id")
    past = list(Occupancy.objects.exclude(state="held").values_list("occupied_at", flat=True))
    return Places(
        rentable, tuple(Held(kind, holder, when.start, when.end, at, held, place) for kind, holder, when, at, held, place in rows),
        sum(at is not None for at in past), len(past),
    )
