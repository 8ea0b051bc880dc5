"""What residency asks of others' operations. One statement answers for the company, whatever is asked."""
"""What residency asks of others' operations: an instrument is booked by a company whose licence is in force."""

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
from squaremile.residency.models import Licence
from squaremile.residency.words import licences as words


def licence_active(slot: Any) -> Iterator[gates.Gate]:
    """A company without any licence on record is not asked: it was here before licences were kept."""
    if slot.organisation is None:
        return
    mine = list(Licence.objects.filter(company=slot.organisation).exclude(state="draft").values_list("state", "period"))
    if mine:
        good = any(state == "in_force" and period.contains(slot.period.start) for state, period in mine)
        says = words.IN_FORCE if good else catalogue[words.NOT_IN_FORCE].text
        yield gates.Gate(words.NOT_IN_FORCE, words.LICENCE_ACTIVE, good, says, remedy=catalogue[words.NOT_IN_FORCE].remedy)


gates.attach("booking.reserve", licence_active)
