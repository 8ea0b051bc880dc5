"""Where a place stands among places: the way in to it, and the sites with their floors."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import connection

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text
from squaremile.spaces.policies.standing import Occupation
from squaremile.spaces.reads.inside import Spot, inside, occupied
from squaremile.spaces.reads.sites import SiteRow, choose


@dataclass(frozen=True, slots=True)
class Crumb:
    """A place around another."""

    code: str
    kind: str
    name: Text


@dataclass(frozen=True, slots=True)
class Way:
    """From the site to the place itself, and the site's clock."""

    crumbs: tuple[Crumb, ...]
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class FloorRow:
    """A floor with how full it is. `building` is empty where the site has only one."""

    code: str
    name: Text
    building: Text | None
    level: int
    occupation: Occupation
    mine: int
    """How many of its places the asker's own companies have."""
    spots: tuple[Spot, ...]
    """The floor itself and everything on it, for a small drawing."""


@dataclass(frozen=True, slots=True)
class SiteOverview:
    """One site: how full it is as a whole, and floor by floor from the top."""

    site: SiteRow
    occupation: Occupation
    floors: tuple[FloorRow, ...]


_WAY = """
WITH RECURSIVE outward AS (
  SELECT p.*, 0 AS height FROM spaces_place p WHERE p.code = %s
  UNION ALL SELECT p.*, o.height + 1 FROM spaces_place p JOIN outward o ON p.id = o.parent_id
)
SELECT code, kind, name_ko, name_en, time_zone FROM outward ORDER BY height DESC
"""


def way(code: str) -> Way:
    """The places around one, from the outside in, itself last. Raises Missing."""
    with connection.cursor() as cursor:
        cursor.execute(_WAY, (code,))
        rows = cursor.fetchall()
    if not rows:
        raise Missing(NOT_FOUND)
    crumbs = tuple(Crumb(c, kind, Text(ko=ko or en, en=en or ko)) for c, kind, ko, en, _ in rows)
    return Way(crumbs, ZoneInfo(rows[0][4]))


def overview(code: str = "") -> SiteOverview:
    """The site asked for, or the first one. Raises Missing where there is none. Two statements."""
    site = choose(code)
    spots = inside(site.code)
    buildings = {spot.code: spot.name for spot in spots if spot.kind == "building"}
    floors = sorted((s for s in spots if s.kind == "floor"), key=lambda s: (-(s.level or 0), s.code))
    return SiteOverview(
        site, occupied(spots),
        tuple(_floor(f, spots, buildings.get(f.parent) if len(buildings) > 1 else None) for f in floors),
    )


def _floor(floor: Spot, spots: list[Spot], building: Text | None) -> FloorRow:
    here = [spot for spot in spots if spot.floor == floor.code]
    mine = sum(1 for spot in here if spot.standing.stay and spot.standing.stay.mine)
    return FloorRow(floor.code, floor.name, building, floor.level or 0, occupied(here), mine, tuple(here))
