"""Where imported things stand: a site, a building and a floor in it, and rooms by name."""

from __future__ import annotations

from uuid import UUID

from squaremile.cli.imports.applying import Ledger
from squaremile.kernel.words import Text
from squaremile.spaces import operations as spaces
from squaremile.spaces.reads import places, sites, tree

NAME = 120
BUILDING = Text(ko="가져온 건물", en="Imported building")
FLOOR = Text(ko="1층", en="Floor 1")


def site_ids(source: str, site: str) -> tuple[str, str]:
    """External ids of the building and the floor that an import adds to a site."""
    return f"{source}:building:{site}", f"{source}:floor:{site}"


def ensure_site(code: str, name: Text, zone: str) -> None:
    """The site of an import, made where there is none of that code."""
    if code not in {site.code for site in sites.sites()}:
        spaces.add_place(kind="site", code=code, name_ko=name.ko, name_en=name.en, time_zone=zone)


def ground_floor(ledger: Ledger, source: str, site: str) -> str:
    """Code of the floor that takes the rooms: the site's first floor 1, or one in a building made for it."""
    building_id, floor_id = site_ids(source, site)
    known = ledger.subject(floor_id, "place")
    if known is not None:
        return code_of(known)
    here = [floor for floor in tree.overview(site).floors if floor.level == 1]
    if here:
        return here[0].code
    building = ledger.once("", building_id, "place", lambda: spaces.add_place(
        kind="building", parent=site, name_ko=BUILDING.ko, name_en=BUILDING.en))  # fmt: skip
    floor = ledger.once("", floor_id, "place", lambda: spaces.add_place(
        kind="floor", parent=code_of(building), level=1, name_ko=FLOOR.ko, name_en=FLOOR.en))  # fmt: skip
    return code_of(floor)


def code_of(place: UUID) -> str:
    return places.codes([place])[place]
