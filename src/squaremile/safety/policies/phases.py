"""In which phase something is of which only a unit is told: litres are of a liquid, but kilograms may be of anything.

At 20 °C, where the building codes draw the line: a liquid melts at 68 °F or below and boils above it (IBC, definitions of LIQUID and
GAS; certainty K: not checked against its text). What boils below and is sold by weight is liquefied. Where nobody knows, a weight is
taken as a solid, which no flash point classes: it is unclassified, and its sum an "at least".
"""

from decimal import Decimal

from squaremile.safety.policies.facts import Facts
from squaremile.safety.policies.quantity import GAS, VOLUME

ROOM_C = Decimal(20)


def phase_of(dimension: str, known: Facts | None) -> str:
    """The phase of what is measured so, by the melting and boiling points that the library knows."""
    if dimension in (VOLUME, GAS):
        return "liquid" if dimension == VOLUME else "gas"
    if known is not None and known.boil_c is not None and known.boil_c <= ROOM_C:
        return "liquefied"
    return "liquid" if known is not None and known.melt_c is not None and known.melt_c <= ROOM_C else "solid"
