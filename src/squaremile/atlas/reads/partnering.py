"""What partners are worked out from: what organisations do as columns, where each is, and which words they are told in."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from squaremile.atlas.models import Activity, Site
from squaremile.atlas.models.site import PRECISIONS
from squaremile.atlas.reads.bonds import Bonds
from squaremile.atlas.words import registry as words
from squaremile.kernel.words import Text, both

MOST_ROWS = 200_000
"""Rows of activities that a page reads; beyond them the command line does it."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of an organisation, in degrees: its best known one."""

    latitude: float
    longitude: float
    coarse: bool


@dataclass(frozen=True, slots=True)
class Doings:
    """Row n: `organisation[n]` does `topic[n]` (codes), `weight[n]` of it. `more`: there are more rows than are read."""

    scheme: str
    organisation: tuple[str, ...]
    topic: tuple[str, ...]
    weight: tuple[float, ...]
    names: dict[str, Text]
    topics: dict[str, Text]
    source: Text
    as_of: date | None
    more: bool

    def digest(self, held: Bonds, places: dict[str, Place]) -> str:
        """Equal where all that partners are worked out from is equal."""
        told = (self.organisation, self.topic, self.weight, held.one, held.other, held.weight, sorted(places.items(), key=lambda at: at[0]))
        return hashlib.sha256(repr(told).encode()).hexdigest()


def schemes() -> list[tuple[str, Text]]:
    """Schemes that activities are told in, the one with most rows first. One statement."""
    rows = Activity.objects.filter(organisation__merged_into=None).values_list("activity__scheme").annotate(n=Count("id"))
    return [(scheme, words.SCHEMES[scheme]) for scheme, _ in sorted(rows, key=lambda row: (-row[1], row[0]))]


_COLUMNS = (
    "organisation__code", "organisation__name_ko", "organisation__name_en", "activity__code", "activity__name_ko", "activity__name_en",
    "weight", "source__name_ko", "source__name_en", "source__as_of",
)  # fmt: skip


def doings(scheme: str) -> Doings:
    """What active organisations do, in the words of a scheme, as the asker sees them. One statement."""
    found = Activity.objects.filter(organisation__merged_into=None, organisation__status="active", activity__scheme=scheme)
    rows = list(found.order_by("organisation__code", "activity__code", "source__code").values_list(*_COLUMNS)[: MOST_ROWS + 1])
    more, rows = len(rows) > MOST_ROWS, rows[:MOST_ROWS]
    sources = {(row[7], row[8]): row[9] for row in rows}
    told = [both(ko, en) for ko, en in sources]
    return Doings(
        scheme, tuple(row[0] for row in rows), tuple(row[3] for row in rows), tuple(float(row[6]) for row in rows),
        {row[0]: both(row[1], row[2]) for row in rows}, {row[3]: both(row[4], row[5]) for row in rows},
        Text(ko=", ".join(t.ko for t in told), en=", ".join(t.en for t in told)), max((day for day in sources.values() if day), default=None), more,
    )  # fmt: skip


def places() -> dict[str, Place]:
    """The best known open site of each organisation; of equally well known ones the first by its code. One statement."""
    placed = Site.objects.filter(closed=None, latitude__isnull=False, organisation__merged_into=None)
    rows: Any = placed.order_by("organisation__code", "code").values_list("organisation__code", "latitude", "longitude", "precision")
    best: dict[str, tuple[int, Place]] = {}
    for who, north, east, precision in rows:
        rank = PRECISIONS.index(precision)
        if who not in best or rank < best[who][0]:
            best[who] = (rank, Place(float(north), float(east), precision == "city"))
    return {who: place for who, (_, place) in best.items()}
