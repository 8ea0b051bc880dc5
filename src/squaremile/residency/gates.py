"""What residency asks of others' operations: a company books that is not suspended and whose licence is in force."""

from collections.abc import Iterator
from typing import Any

from squaremile.core import gates
from squaremile.kernel.words import Text, catalogue
from squaremile.residency.reads import badges, checklists, standing
from squaremile.residency.words import licences, life, people
from squaremile.safety.reads import house

DAY_ONE = "/residency/day-one/"
"""Where somebody sees what she still has to do, and for whom it waits."""


def in_good_standing(slot: Any) -> Iterator[gates.Gate]:
    """Nothing new for a suspended company, nor where its licence has ended. Exit and safety are never barred.

    An organisation without a record is not asked, nor a company that never had a licence: it was here before.
    """
    found = standing.at(slot.organisation, slot.period.start) if slot.organisation is not None else None
    if found is None:
        return
    page, shut = f"/residency/companies/{found.code}/", catalogue[life.SUSPENDED]
    yield gates.Gate(
        life.SUSPENDED, life.GOOD_STANDING, not found.suspended, shut.text if found.suspended else life.GOOD_STANDING,
        shut.remedy, url=page if found.suspended else "",
    )
    if found.licensed_ever:
        ended = catalogue[licences.NOT_IN_FORCE]
        yield gates.Gate(
            licences.NOT_IN_FORCE, licences.LICENCE_ACTIVE, found.licensed,
            licences.IN_FORCE if found.licensed else ended.text, ended.remedy, url="" if found.licensed else page,
        )
    yield from _done(slot, "booking")


def _done(asked: Any, thing: str) -> Iterator[gates.Gate]:
    """Nothing that she or her company still has to do keeps a thing shut. Of staff who act for a company nothing is asked."""
    left = checklists.shut(asked.organisation, asked.person, thing) if asked.person is not None else []
    if left:
        said = Text(ko=", ".join(row.ko for row in left), en=", ".join(row.en for row in left))
        words = catalogue[people.CHECKLIST_OPEN]
        yield gates.Gate(
            people.CHECKLIST_OPEN, people.CHECKLIST_DONE, False, words.text.fill({"items": said}), words.remedy,
            url=DAY_ONE, values={"items": said},
        )


def biologicals_open(coming: Any) -> Iterator[gates.Gate]:
    """Whoever brings an agent in has done what the checklists ask before biologicals: hers and her company's."""
    yield from _done(coming, "biologicals")


gates.attach("booking.reserve", in_good_standing)
gates.attach("safety.bring_agent", biologicals_open)
house.attach_badges(badges.holder)
