"""How much of what each instrument could be booked was booked, over a span: sums, nobody's own hours."""

from dataclasses import dataclass

from squaremile.booking.policies.utilisation import Utilisation, utilisation
from squaremile.booking.reads import instruments
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Occupied:
    """One instrument."""

    code: str
    name: Text
    use: Utilisation


def occupancy(window: Period) -> list[Occupied]:
    """Every instrument that is not retired. Two statements."""
    every = instruments.all_of()
    spans = instruments.taken([one.id for one in every], window)
    return [Occupied(one.code, one.name, utilisation(spans.get(one.id, []), one.hours, window=window, zone=one.zone)) for one in every]
