"""NEMO's areas become rooms of one floor; its tree is told by their names, for an area may hold any other."""

from __future__ import annotations

from functools import partial

from squaremile.cli.imports import rooms
from squaremile.cli.imports.applying import Made, about
from squaremile.cli.imports.nemo import apply_words as words
from squaremile.cli.imports.nemo.applying import Applying
from squaremile.cli.imports.nemo.places import Place
from squaremile.cli.imports.nemo.rules import BookingRules
from squaremile.spaces import operations as spaces
from squaremile.spaces.reads import places

OWN_SITE = "NEMO"


def room_id(site: str) -> str:
    """External id of the room for tools that stand in no area."""
    return f"nemo:room:{site}"


def apply_places(run: Applying, site: str) -> None:
    """The site where none was given, a floor in it, and a room for each area."""
    with about(site):
        if site == OWN_SITE:
            rooms.ensure_site(site, words.SITE, run.zone.key)
        floor = rooms.ground_floor(run.ledger, "nemo", site)
    keys = {}
    for each in run.plan.places:
        keys[each.external_id] = run.ledger.once(
            "area", each.external_id, "place", partial(_room, run, each, floor)
        )
        if each.needs_booking or each.rules != BookingRules():
            run.report.find("area_rules", each.external_id, words.AREA_RULES.fill({"name": each.name}))
    if any(tool.place not in keys for tool in run.plan.equipment):
        keys[""] = run.ledger.once("", room_id(site), "place", lambda: spaces.add_place(
            kind="room", parent=floor, name_ko=words.ROOM.ko, name_en=words.ROOM.en))  # fmt: skip
    known = places.codes(keys.values())
    run.rooms = {key: known[id] for key, id in keys.items()}


def _room(run: Applying, each: Place, floor: str) -> Made:
    name = " / ".join(each.path)
    return spaces.add_place(kind="room", parent=floor, **run.ledger.names(name, rooms.NAME, each.external_id))
