"""Sites of organisations: addresses, points, and how exactly they are known."""

from datetime import date
from decimal import Decimal
from typing import Any

from squaremile.atlas import rules
from squaremile.atlas.models import Site
from squaremile.atlas.operations import entries, placing
from squaremile.atlas.words import registry as words
from squaremile.core.words import CODE_TAKEN, CODE_UNFIT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation

SAID_BY_TABLE = {
    "atlas_site_point_whole": words.POINT_UNSOUND, "atlas_site_closed_after_opened": words.CLOSED_BEFORE_OPENED,
    "atlas_site_floor_sound": words.FLOOR_UNSOUND,
}  # fmt: skip
FIELDS = ("address_ko", "address_en", "opened", "closed", "jobs", "floor_m2")


@operation(
    "atlas.add_site", ko="사업장 올리기", en="Enter a site", may=rules.keep,
    refuses=(words.ORGANISATION_UNKNOWN, words.SOURCE_UNKNOWN, words.POINT_UNSOUND),
    constraints={"atlas_site_code_key": CODE_TAKEN, "atlas_site_code_fits": CODE_UNFIT, **SAID_BY_TABLE},
)
def add_site(
    *, institution: str, code: str = "", address_ko: str = "", address_en: str = "", latitude: Decimal | None = None,
    longitude: Decimal | None = None, precision: str = "", opened: date | None = None, closed: date | None = None,
    jobs: int | None = None, floor_m2: Decimal | None = None, source: str = "",
) -> Site:
    """Enter a place of an organisation, with its point where one is known and how exactly: roof, street, postcode, city."""
    placing.alone()
    home, origin = entries.institution(institution), entries.source(source)
    if home is None:
        raise Missing(words.ORGANISATION_UNKNOWN)
    made = Site.objects.create(
        code=code or short_code("AS"), organisation=home, address_ko=address_ko.strip(), address_en=address_en.strip(),
        opened=opened, closed=closed, jobs=jobs, floor_m2=floor_m2, created_at=clock.now(),
        **pointed(latitude, longitude, precision),
    )
    placing.place_sites([made])
    entries.tell("site", made.id, said_of(made), origin)
    note(subject=made, of=home.code, source=origin.code)
    return made


@operation(
    "atlas.edit_site", ko="사업장 고치기", en="Edit a site", may=rules.keep,
    refuses=(words.SITE_UNKNOWN, words.SOURCE_UNKNOWN, words.POINT_UNSOUND), constraints=SAID_BY_TABLE,
)
def edit_site(
    *, institution_site: str, address_ko: str | None = None, address_en: str | None = None, latitude: Decimal | None = None,
    longitude: Decimal | None = None, precision: str | None = None, opened: date | None = None, closed: date | None = None,
    jobs: int | None = None, floor_m2: Decimal | None = None, source: str = "",
) -> Site:
    """Change a site; what is left out stays. An empty `precision` takes the point away."""
    placing.alone()
    row = entries.found(Site, institution_site, words.SITE_UNKNOWN)
    origin = entries.source(source)
    changed = entries.write(row, {
        "address_ko": address_ko, "address_en": address_en, "opened": opened, "closed": closed, "jobs": jobs, "floor_m2": floor_m2,
    })
    if precision is not None or latitude is not None or longitude is not None:
        exact = row.precision if precision is None else precision
        north = latitude if latitude is not None or not exact else row.latitude
        east = longitude if longitude is not None or not exact else row.longitude
        for name, value in pointed(north, east, exact).items():
            setattr(row, name, value)
        row.save()
        placing.place_sites([row])
        changed.append("point")
    still = set(said_of(row))
    entries.tell("site", row.id, [name for name in changed if name in still], origin)
    entries.untell(row.id, [name for name in changed if name not in still])
    note(subject=row, changed=changed, source=origin.code)
    return row


def pointed(latitude: Decimal | None, longitude: Decimal | None, precision: str) -> dict[str, Any]:
    """The columns of a point. Raises Invalid where it is half said."""
    there = latitude is not None and longitude is not None
    if there != bool(precision) or (latitude is None) != (longitude is None):
        raise Invalid(words.POINT_UNSOUND)
    if latitude is not None and longitude is not None and not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Invalid(words.POINT_UNSOUND)
    return {
        "latitude": latitude, "longitude": longitude, "precision": precision, **placing.celled(latitude, longitude),
    }  # fmt: skip


def said_of(row: Site) -> list[str]:
    """Fields that say something; the point is one."""
    said = [name for name in FIELDS if getattr(row, name) not in ("", None)]
    return [*said, "point"] if row.latitude is not None else said


