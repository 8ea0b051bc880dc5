"""Outlines of regions for maps, and which regions and activities one may choose from."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from squaremile.atlas.models import ActivityCode, Region
from squaremile.atlas.policies.questions import PLACED
from squaremile.kernel.words import Text, both

MOST = 600
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """One region with its outline (GeoJSON geometry)."""

    scheme: str
    code: str
    name: Text
    outline: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """`scheme:code`, what it is called, and how many sites known by address are in it."""

    key: str
    name: Text
    exact: int = 0


def shapes(box: Box | None = None) -> list[Shape]:
    """Regions with an outline near the box, of one division of the land: that which has most of them there."""
    found = Region.objects.exclude(outline=None)
    if box is not None:
        west, south, east, north = box
        found = found.filter(west__lte=east, east__gte=west, south__lte=north, north__gte=south)
    columns = ("scheme__code", "code", "name_ko", "name_en", "outline")
    rows = found.order_by("-area_km2", "scheme__code", "code").values_list(*columns)[:MOST]
    found_there = [Shape(scheme, code, both(ko, en), outline) for scheme, code, ko, en, outline in rows]
    many = Counter(shape.scheme for shape in found_there)
    most = max(many, key=lambda scheme: (many[scheme], scheme), default="")
    return [shape for shape in found_there if shape.scheme == most]


def regions_with_sites() -> list[Choice]:
    """Regions that hold a site, by name."""
    precise = Count("sites", filter=Q(sites__site__precision__in=PLACED, sites__site__closed=None))
    rows = Region.objects.filter(sites__site__closed=None).annotate(exact=precise).order_by("name_ko", "name_en", "code")
    found = rows.values_list("scheme__code", "code", "name_ko", "name_en", "exact")
    return [Choice(f"{scheme}:{code}", both(ko, en), exact) for scheme, code, ko, en, exact in found]


def activities_done() -> list[Choice]:
    """Words of any scheme that some organisation does, by name."""
    rows = ActivityCode.objects.filter(done_by__isnull=False).distinct().order_by("scheme", "name_ko", "name_en", "code")
    return [
        Choice(f"{scheme}:{code}", both(ko, en)) for scheme, code, ko, en in rows.values_list("scheme", "code", "name_ko", "name_en")
    ]
