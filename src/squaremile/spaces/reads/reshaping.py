"""Reshapes of a site: what becomes one and what several, from which day on."""

from dataclasses import dataclass
from datetime import datetime

from squaremile.kernel import clock
from squaremile.kernel.words import Text, both
from squaremile.spaces import words
from squaremile.spaces.models import Place, Reshape


@dataclass(frozen=True, slots=True)
class Part:
    """A place that goes or comes."""

    code: str
    name: Text
    kind: Text


@dataclass(frozen=True, slots=True)
class Row:
    """One reshape. `open`: its day lies ahead."""

    code: str
    at: datetime
    open: bool
    goes: tuple[Part, ...]
    comes: tuple[Part, ...]


def reshapes(site: str) -> list[Row]:
    """Every reshape of a site that was not cancelled, the newest first. Two statements."""
    now, made = clock.now(), []
    rows = Reshape.objects.filter(cancelled_at=None, places__place__site__code=site).distinct().order_by("-at", "code")
    for row in rows.prefetch_related("places__place"):
        lines = sorted(row.places.all(), key=lambda line: line.place.code)
        made.append(Row(
            row.code, row.at, row.at > now, tuple(_part(line.place) for line in lines if not line.comes),
            tuple(_part(line.place) for line in lines if line.comes),
        ))
    return made


def coming(place: str) -> str:
    """Code of the reshape by which a place comes, as long as its day lies ahead; empty where there is none."""
    found = Reshape.objects.filter(cancelled_at=None, at__gt=clock.now(), places__comes=True, places__place__code=place)
    return found.values_list("code", flat=True).first() or ""


def reshapable(site: str) -> list[Part]:
    """What may merge or split: benches, desks and bays in use that have no end yet."""
    found = Place.objects.filter(site__code=site, kind__in=("bench", "desk", "bay"), active=True, until=None).order_by("code")
    return [_part(place) for place in found]


def _part(place: Place) -> Part:
    return Part(place.code, both(place.name_ko, place.name_en), words.KINDS[place.kind])
