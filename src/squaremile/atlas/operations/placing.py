"""Putting sites into cells and regions, whenever either changes: everything downstream counts integers."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from squaremile.atlas.models import Region, Site, SiteRegion
from squaremile.atlas.policies import cells
from squaremile.atlas.policies.polygons import Outline, outline

BATCH = 5000


def celled(latitude: Decimal | None, longitude: Decimal | None) -> dict[str, int | None]:
    """The cells of a point, for the columns of a site; none for no point."""
    if latitude is None or longitude is None:
        return {f"cell_{side}": None for side in cells.SIDES}
    return {f"cell_{side}": cells.cell(float(latitude), float(longitude), side) for side in cells.SIDES}


def place_sites(sites: Sequence[Site]) -> None:
    """Say anew in which regions these sites lie."""
    SiteRegion.objects.filter(site__in=[site.id for site in sites]).delete()
    placed = [site for site in sites if site.latitude is not None]
    if not placed:
        return
    west, east = min(s.longitude for s in placed), max(s.longitude for s in placed)  # type: ignore[type-var]
    south, north = min(s.latitude for s in placed), max(s.latitude for s in placed)  # type: ignore[type-var]
    near = Region.objects.filter(west__lte=float(east), east__gte=float(west), south__lte=float(north), north__gte=float(south))  # type: ignore[arg-type]
    found = [(region.id, outline(region.outline)) for region in near]
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
