"""Putting sites into cells and regions, whenever either changes: everything downstream counts integers."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from squaremile.atlas.engine import grid
from squaremile.atlas.models import Region, Site, SiteRegion
from squaremile.atlas.policies.polygons import Outline, outline

BATCH = 5000
CELLS = {"cell_4km": 4_000, "cell_1km": 1_000, "cell_250m": 250}
"""Columns of a site, and the sides of their cells in metres: the cells of the engine, so that both can be joined."""


def alone() -> None:
    """Wait until no other change of sites or outlines is under way: which lies in which is read from both, and written.

    Taken before any row is locked, and held to the end of the transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('atlas.placing', 50))")


def celled(latitude: Decimal | None, longitude: Decimal | None) -> dict[str, int | None]:
    """The cells of a point, for the columns of a site; none for no point."""
    if latitude is None or longitude is None:
        return dict.fromkeys(CELLS)
    placed = grid.place([float(latitude)], [float(longitude)])
    return {column: int(placed.cells[side][0]) for column, side in CELLS.items()}


def place_sites(sites: Sequence[Site]) -> None:
    """Say anew in which regions these sites lie."""
    SiteRegion.objects.filter(site__in=[site.id for site in sites]).delete()
    placed = [site for site in sites if site.latitude is not None]
    if not placed:
        return
    west, east = min(s.longitude for s in placed), max(s.longitude for s in placed)  # type: ignore[type-var]
    south, north = min(s.latitude for s in placed), max(s.latitude for s in placed)  # type: ignore[type-var]
    near = Region.objects.filter(west__lte=float(east), east__gte=float(west), south__lte=float(north), north__gte=float(south))  # type: ignore[arg-type]
    found = [(region.id, outline(region.outline or {})) for region in near]
    rows = [SiteRegion(site=site, region_id=key) for site in placed for key in _holding(found, site)]
    SiteRegion.objects.bulk_create(rows, BATCH)


def _holding(found: Iterable[tuple[UUID, Outline]], site: Site) -> Iterable[UUID]:
    north, east = float(site.latitude or 0), float(site.longitude or 0)
    return (key for key, shape in found if shape.holds(north, east))


def fill_region(region: Region, shape: Outline | None) -> None:
    """Say anew which sites lie in a region."""
    SiteRegion.objects.filter(region=region).delete()
    if shape is None:
        return
    near: Any = Site.objects.filter(latitude__range=(shape.south, shape.north), longitude__range=(shape.west, shape.east))
    rows = [
        SiteRegion(site_id=key, region=region)
        for key, north, east in near.values_list("id", "latitude", "longitude").iterator(BATCH)
        if shape.holds(float(north), float(east))
    ]
    SiteRegion.objects.bulk_create(rows, BATCH)
