"""What residency asks of others' operations. One statement answers for the company, whatever is asked."""

from collections.abc import Iterator
from typing import Any

from squaremile.core import gates
from squaremile.kernel.words import catalogue
from squaremile.residency.reads import standing
from squaremile.residency.words import life as words


def in_good_standing(slot: Any) -> Iterator[gates.Gate]:
    """A suspended company books nothing new. What is booked already, exit and safety are never barred."""
    if slot.organisation is None:
        return
    code = standing.suspended(slot.organisation)
    says = catalogue[words.SUSPENDED].text if code else words.GOOD_STANDING
    yield gates.Gate(
        words.SUSPENDED, words.GOOD_STANDING, not code, says, catalogue[words.SUSPENDED].remedy,
        url=f"/residency/companies/{code}/" if code else "",
    )


gates.attach("booking.reserve", in_good_standing)
