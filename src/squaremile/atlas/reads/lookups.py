"""What imports ask of the registry: who a source's keys are, and which regions hold what."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from squaremile.atlas.models import Identifier, Region, RegionScheme, SiteRegion, Source
from squaremile.atlas.policies.polygons import Outline, outline
from squaremile.atlas.words import regions as words
from squaremile.kernel.errors import Missing

BATCH = 5000


def source_here(code: str) -> bool:
    return Source.objects.filter(code=code).exists()


def scheme_here(code: str) -> bool:
    return RegionScheme.objects.filter(code=code).exists()


def shape(region_scheme: str, code: str) -> Outline:
    """The outline of a region. Raises Missing where there is none."""
    one = Region.objects.filter(scheme__code=region_scheme, code=code, outline__isnull=False).first()
    if one is None:
        raise Missing(words.REGION_UNKNOWN)
    return outline(one.outline)


def regions_of(source: str, region_scheme: str) -> dict[str, tuple[str, ...]]:
    """What the source calls an organisation → codes of the scheme's regions that hold a site of it."""
    inside: dict[Any, set[str]] = {}
    rows = SiteRegion.objects.filter(region__scheme__code=region_scheme, site__closed=None)
    for organisation, code in rows.values_list("site__organisation", "region__code").iterator(BATCH):
        inside.setdefault(organisation, set()).add(code)
    found = {}
    called = Identifier.objects.filter(source__code=source).values_list("value", "organisation", "organisation__merged_into")
    for value, organisation, merged in called.iterator(BATCH):
        found[value] = tuple(sorted(inside.get(merged or organisation, ())))
    return found


def holding(region_scheme: str) -> list[tuple[str, Outline]]:
    """Regions of a scheme with their outlines."""
    rows = Region.objects.filter(scheme__code=region_scheme, outline__isnull=False).order_by("code")
    return [(one.code, outline(one.outline)) for one in rows]


def held_by(found: Iterable[tuple[str, Outline]], points: Iterable[tuple[Decimal, Decimal]]) -> set[str]:
    """Codes of the regions that hold at least one of the points."""
    at = [(float(north), float(east)) for north, east in points]
    return {code for code, shape in found if any(shape.holds(north, east) for north, east in at)}
