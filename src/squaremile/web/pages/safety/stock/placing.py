"""Rooms and cabinets to choose from: nobody types a code that a list can offer."""

from squaremile.safety.reads import areas
from squaremile.spaces.reads import places


def room_choices() -> list[tuple[str, str]]:
    """Every room and suite in use, by code."""
    return [("", "—"), *((row.code, f"{row.name} ({row.code})") for row in places.rooms())]


def cabinet_choices() -> list[tuple[str, str]]:
    """Every cabinet in use, with its room."""
    return [("", "—"), *((row.code, f"{row.name} ({row.code}, {row.room})") for row in areas.cabinet_rows())]
