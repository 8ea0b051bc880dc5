"""A place and everything in it, each with who is there: one statement, whatever the size."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.spaces import words
from squaremile.spaces.policies.plan import Outline, outline
from squaremile.spaces.policies.standing import FREE, Occupation, Standing, Stay, occupation, standing


@dataclass(frozen=True, slots=True)
class Spot:
    """One place as it stands at the moment asked for. `depth` counts from the place that was asked for."""

    code: str
    kind: str
    name: Text
    parent: str
    floor: str
    """Code of the floor it lies on; empty outside floors."""
    depth: int
    level: int | None
    area_m2: Decimal | None
    outline: Outline | None
    rentable: bool
    active: bool
    standing: Standing

    @property
    def kind_name(self) -> Text:
        return words.KINDS[self.kind]

    @property
    def state_name(self) -> Text:
        return words.STATES[self.standing.state]


_INSIDE = """
WITH RECURSIVE inward AS (
  SELECT p.*, 0 AS depth, CASE WHEN p.kind = 'floor' THEN p.code ELSE '' END AS floor, ''::text AS around,
         ARRAY[p.code::text] AS line
    FROM spaces_place p WHERE p.code = %(code)s
  UNION ALL
  SELECT c.*, i.depth + 1, CASE WHEN c.kind = 'floor' THEN c.code ELSE i.floor END, i.code::text,
         i.line || (to_char(c.position, 'FM0000000000') || c.code)
    FROM spaces_place c JOIN inward i ON c.parent_id = i.id WHERE c.active
    AND (c.since IS NULL OR c.since <= %(at)s) AND (c.until IS NULL OR c.until > %(at)s)
)
SELECT i.code, i.kind, i.name_ko, i.name_en, i.around, i.floor, i.depth, i.level, i.area_m2, i.outline, i.rentable,
       i.active, o.id IS NOT NULL, o.code, lower(o.period), upper(o.period), o.occupied_at,
       h.name_ko, h.name_en, d.organisation_id
  FROM inward i
  LEFT JOIN spaces_occupancy o ON o.place_id = i.id AND upper(o.period) > %(at)s
    AND (o.ended_at IS NULL OR o.ended_at > %(at)s) AND (%(ahead)s OR lower(o.period) <= %(at)s)
  LEFT JOIN spaces_occupancy_detail d ON d.occupancy_id = o.id
  LEFT JOIN core_organisation h ON h.id = d.organisation_id
 ORDER BY i.line, lower(o.period)
"""


def inside(code: str, at: datetime | None = None) -> list[Spot]:
    """The place itself first, then all open places in it, as of `at` (now). Raises Missing.

    For a moment in the past only what stood then counts: what was to come was not written down yet.
    """
    now = clock.now()
    moment = at or now
    with connection.cursor() as cursor:
        cursor.execute(_INSIDE, {"code": code, "at": moment, "ahead": moment >= now})
        rows = cursor.fetchall()
    if not rows:
        raise Missing(NOT_FOUND)
    own = require().organisations
    return [_spot(list(group), own, moment) for _, group in groupby(rows, key=lambda row: row[0])]


def _spot(rows: list[tuple[Any, ...]], own: frozenset[UUID], at: datetime) -> Spot:
    first = rows[0]
    stays = [_stay(row, own) for row in rows if row[12]]
    return Spot(
        code=first[0], kind=first[1], name=Text(ko=first[2] or first[3], en=first[3] or first[2]), parent=first[4],
        floor=first[5], depth=first[6], level=first[7], area_m2=first[8],
        outline=outline(_corners(first[9])) if first[9] else None, rentable=first[10], active=first[11],
        standing=standing(stays, at) if stays else FREE,
    )


def _corners(value: Any) -> Any:
    """A raw cursor gives JSON as text."""
    return json.loads(value) if isinstance(value, str) else value


def _stay(row: tuple[Any, ...], own: frozenset[UUID]) -> Stay:
    """Row security has already left out the holder of others' places; the code is only for those who see her."""
    _, _, _, _, _, code, start, end, moved_in, name_ko, name_en, holder = row[8:]
    return Stay(
        Period(start, end), moved_in, code if holder else "",
        Text(ko=name_ko or name_en, en=name_en or name_ko) if holder else None, mine=holder in own, whose=holder,
    )


def rented(spots: Iterable[Spot]) -> Iterator[Spot]:
    """Those that can be rented."""
    return (spot for spot in spots if spot.rentable)


def occupied(spots: Iterable[Spot]) -> Occupation:
    """How full they are: of those that can be rented."""
    return occupation(spot.standing.state for spot in rented(spots))
