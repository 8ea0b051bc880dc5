"""What residency asks of others' operations. One statement answers for the company, whatever is asked."""

from collections.abc import Iterator
from typing import Any

from squaremile.core import gates
from squaremile.kernel.words import Text, catalogue
from squaremile.residency.reads import checklists, standing
from squaremile.residency.words import life as words
from squaremile.residency.words import people


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


def checklist_done(slot: Any) -> Iterator[gates.Gate]:
    """Nothing that she or her company still has to do keeps booking shut. Companies without checklists are not asked."""
    if slot.organisation is None or slot.person is None:
        return
    left = checklists.shut(slot.organisation, slot.person, "booking")
    said = Text(ko=", ".join(row.ko for row in left), en=", ".join(row.en for row in left))
    words_of = catalogue[people.CHECKLIST_OPEN]
    yield gates.Gate(
        people.CHECKLIST_OPEN, people.CHECKLIST_DONE, not left,
        words_of.text.fill({"items": said}) if left else people.CHECKLIST_CLEAR, words_of.remedy,
        values={"items": said},
    )


gates.attach("booking.reserve", in_good_standing)
gates.attach("booking.reserve", checklist_done)
