"""Regions: drawn by hand or brought in with their outline."""

from decimal import Decimal
from typing import Any

from squaremile.atlas import rules
from squaremile.atlas.models import Region, RegionScheme
from squaremile.atlas.operations import entries, placards, placing
from squaremile.atlas.policies.polygons import MOST_DRAWN, Outline, Unsound, outline
from squaremile.atlas.words import regions as words
from squaremile.atlas.words import registry
from squaremile.core.words import CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.operation import note, operation

SAID_BY_TABLE = {"atlas_region_named": NAME_NEEDED, "atlas_region_area_sound": words.AREA_UNSOUND}


@operation(
    "atlas.add_region_scheme", ko="지역 구분 올리기", en="Enter a scheme of regions", may=rules.keep,
    constraints={
        "atlas_region_scheme_code_key": CODE_TAKEN, "atlas_scheme_code_fits": CODE_UNFIT, "atlas_scheme_named": NAME_NEEDED,
    },
)
def add_region_scheme(*, code: str, name_ko: str = "", name_en: str = "") -> RegionScheme:
    """Enter a way to divide the land, such as municipalities or neighbourhoods."""
    made = RegionScheme.objects.create(code=code, name_ko=name_ko.strip(), name_en=name_en.strip(), created_at=clock.now())
    note(subject=made)
    return made


@operation(
    "atlas.draw_region", ko="지역 그리기", en="Draw a region", may=rules.keep,
    refuses=(words.SCHEME_UNKNOWN, words.OUTLINE_UNSOUND, words.OUTLINE_TOO_FINE, registry.SOURCE_UNKNOWN),
    constraints={"atlas_region_once_a_scheme": words.REGION_TAKEN, "atlas_region_code_fits": CODE_UNFIT, **SAID_BY_TABLE},
)
def draw_region(
    *, region_scheme: str, code: str, name_ko: str = "", name_en: str = "", outline: dict[str, Any] | None = None,
    area_km2: Decimal | None = None, population: int | None = None, source: str = "", published: bool = False,
) -> Region:
    """Enter a region with its outline (GeoJSON Polygon or MultiPolygon); its area is computed where none is given.

    Every site whose point lies in it, or on its edge, counts as in it from now on.
    """
    placing.alone()
    scheme, origin, shape = entries.scheme(region_scheme), entries.source(source), read_outline(outline)
    made = Region.objects.create(
        scheme=scheme, code=code, name_ko=name_ko.strip(), name_en=name_en.strip(), population=population,
        published=published, created_at=clock.now(), **outlined(shape, area_km2),
    )
    placing.fill_region(made, shape)
    entries.tell("region", made.id, said_of(made), origin)
    placards.region(made)
    note(subject=made, scheme=scheme.code, source=origin.code)
    return made


@operation(
    "atlas.edit_region", ko="지역 고치기", en="Edit a region", may=rules.keep,
    refuses=(words.REGION_UNKNOWN, words.OUTLINE_UNSOUND, words.OUTLINE_TOO_FINE, registry.SOURCE_UNKNOWN), constraints=SAID_BY_TABLE,
)
def edit_region(
    *, region_scheme: str, region: str, name_ko: str | None = None, name_en: str | None = None,
    outline: dict[str, Any] | None = None, area_km2: Decimal | None = None, population: int | None = None, source: str = "",
) -> Region:
    """Change a region; what is left out stays. With a new outline its sites are counted anew."""
    placing.alone()
    row, origin = entries.region(region_scheme, region), entries.source(source)
    changed = entries.write(row, {"name_ko": name_ko, "name_en": name_en, "population": population, "area_km2": area_km2})
    if outline is not None:
        shape = read_outline(outline)
        for name, value in outlined(shape, area_km2).items():
            setattr(row, name, value)
        row.save()
        placing.fill_region(row, shape)
        changed.append("outline")
    entries.tell("region", row.id, changed, origin)
    placards.region(row)
    note(subject=row, changed=changed, source=origin.code)
    return row


def read_outline(said: dict[str, Any] | None, most: int = MOST_DRAWN) -> Outline | None:
    """The outline behind GeoJSON, of at most so many points; None for none. Raises Invalid."""
    if said is None:
        return None
    try:
        return outline(said, most)
    except Unsound as unsound:
        if unsound.why == "too_many" and most == MOST_DRAWN:
            raise Invalid(words.OUTLINE_TOO_FINE, {"most": f"{MOST_DRAWN:,}"}) from unsound
        raise Invalid(words.OUTLINE_UNSOUND, {"why": words.WHY[unsound.why]}) from unsound


def outlined(shape: Outline | None, area_km2: Decimal | None) -> dict[str, Any]:
    """The columns of an outline, and an area."""
    if shape is None:
        return {"area_km2": area_km2}
    return {
        "outline": shape.as_geojson(), "west": shape.west, "south": shape.south, "east": shape.east, "north": shape.north,
        "area_km2": area_km2 if area_km2 is not None else Decimal(f"{shape.area_km2:.3f}"),
    }


def said_of(row: Region) -> list[str]:
    """Fields that say something."""
    names = ("name_ko", "name_en", "outline", "area_km2", "population")
    return [name for name in names if getattr(row, name) not in ("", None)]
