"""What booking asks of others' operations."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from squaremile.booking import words
from squaremile.booking.reads import entries, in_use
from squaremile.booking.reads import meant as held
from squaremile.core import gates, meant
from squaremile.kernel.words import catalogue
from squaremile.safety.reads import house, room_contents


def no_instrument_left(place: UUID) -> Iterator[gates.Gate]:
    """A place is closed once no instrument stands in it, in service or out of it: only the retired may stay behind."""
    codes = entries.standing_in(place)
    values = {"count": len(codes), "codes": ", ".join(codes)}
    says = catalogue[words.PLACE_EQUIPPED].text.fill(values) if codes else words.PLACE_CLEAR
    yield gates.Gate(words.PLACE_EQUIPPED, words.PLACE_CLEAR, not codes, says, values=values)


def own_equipment_gone(clearing: Any) -> Iterator[gates.Gate]:
    """No instrument of a company that leaves stands here any more: taken along, given to the house, or retired."""
    if "own_equipment" in clearing.kinds:
        codes = entries.owned_by(clearing.organisation)
        values = {"count": len(codes), "codes": ", ".join(codes[:10])}
        says = catalogue[words.OWN_EQUIPMENT_LEFT]
        yield gates.Gate(
            words.OWN_EQUIPMENT_LEFT, words.OWN_EQUIPMENT_GONE, not codes,
            says.text.fill(values) if codes else words.OWN_EQUIPMENT_GONE, says.remedy, values=values,
        )


gates.attach("residency.graduate", own_equipment_gone)
gates.attach("spaces.close_place", no_instrument_left)
room_contents.attach(entries.instruments_in)
house.attach_working(in_use.working)
meant.attach(held.held)
