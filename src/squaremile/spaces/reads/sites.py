"""The sites of the cluster: what the site switch and every calendar begin with."""

from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text
from squaremile.spaces.models import Place
from squaremile.spaces.reads.there import there


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A site with its own clock."""

    id: UUID
    code: str
    name: Text
    zone: ZoneInfo


def sites() -> list[SiteRow]:
    """Every site in use, in its order."""
    found = Place.objects.filter(kind="site", active=True).order_by("position", "code")
    return [
        SiteRow(p.id, p.code, Text(ko=p.name_ko or p.name_en, en=p.name_en or p.name_ko), ZoneInfo(p.time_zone))
        for p in found
    ]


def choose(code: str) -> SiteRow:
    """The site asked for; the first one where none is. Raises Missing."""
    known = sites()
    for site in known:
        if site.code == code or not code:
            return site
    raise Missing(NOT_FOUND)


def standing_places() -> list[tuple[str, Text]]:
    """Where something can stand: rooms and what is in them, by code."""
    found = Place.objects.filter(there(), kind__in=("room", "suite", "bench", "bay")).order_by("code")
    return [(p.code, Text(ko=p.name_ko or p.name_en, en=p.name_en or p.name_ko)) for p in found]
