"""What residency asks of others' operations: an instrument is booked by a company whose licence is in force."""

from collections.abc import Iterator
from typing import Any

from squaremile.core import gates
from squaremile.kernel.words import catalogue
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
