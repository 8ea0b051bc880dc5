"""What residency asks of others' operations: a company books that is not suspended, is in residence under a licence in force,
and for people whom it counts as its own."""

from collections.abc import Iterator
from typing import Any

from squaremile.core import gates
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, catalogue
from squaremile.residency.reads import badges, checklists, passes, standing
from squaremile.residency.words import departures, licences, life, people
from squaremile.safety.reads import house

DAY_ONE = "/residency/day-one/"
"""Where somebody sees what she still has to do, and for whom it waits."""
PEOPLE = "/residency/people/"


def in_good_standing(slot: Any) -> Iterator[gates.Gate]:
    """Nothing new for a suspended company, nor where no licence of it is in force, nor for somebody whom it does not count
    among its people. Exit and safety are never barred.

    An organisation without a record is not asked: it is no company of the house, but an outside user.
    """
    asked = slot.organisation is not None
    found = standing.at(slot.organisation, slot.period.start, slot.person) if asked else None
    if found is None:
        return
    page, shut = f"/residency/companies/{found.code}/", catalogue[life.SUSPENDED]
    yield gates.Gate(
        life.SUSPENDED, life.GOOD_STANDING, not found.suspended, shut.text if found.suspended else life.GOOD_STANDING,
        shut.remedy, url=page if found.suspended else "",
    )
    none = catalogue[licences.NOT_IN_FORCE]
    yield gates.Gate(
        licences.NOT_IN_FORCE, licences.LICENCE_ACTIVE, found.licensed,
        licences.IN_FORCE if found.licensed else none.text, none.remedy, url="" if found.licensed else page,
    )
    lapsed = catalogue[licences.INSURANCE_OVER]
    yield gates.Gate(
        licences.INSURANCE_OVER, licences.INSURED, found.insured, licences.INSURED if found.insured else lapsed.text, lapsed.remedy,
        url="" if found.insured else page,
    )
    if slot.person is not None:
        stranger = catalogue[people.NOT_COUNTED]
        yield gates.Gate(
            people.NOT_COUNTED, people.COUNTED, found.counted, people.COUNTED if found.counted else stranger.text,
            stranger.remedy, url="" if found.counted else PEOPLE,
        )
    yield from _done(slot, "booking")


def not_suspended(asked: Any) -> Iterator[gates.Gate]:
    """Of a suspended company nothing is brought in and nothing is taken from a minibar. Staff are not asked: what stands here
    is recorded, whoever is suspended. Where they only ask for it whether something may come, it is the company that would bring it."""
    if asked.organisation is None or (not getattr(asked, "beforehand", False) and (asked.person is None or require().staff)):
        return
    shut, stopped = catalogue[life.SUSPENDED_BRINGS], standing.suspended(asked.organisation)
    yield gates.Gate(
        life.SUSPENDED_BRINGS, life.GOOD_STANDING, not stopped, shut.text if stopped else life.GOOD_STANDING, shut.remedy
    )


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


def nothing_in_hand(clearing: Any) -> Iterator[gates.Gate]:
    """No badge and no key of a company that leaves is still in somebody's hands: returned, or recorded as lost."""
    for kind, cleared in (("badge", "badges"), ("key", "keys")):
        if cleared in clearing.kinds:
            numbers = passes.out(clearing.organisation, kind)
            values = {"what": people.PASSES[kind], "count": len(numbers), "numbers": ", ".join(numbers[:10])}
            words = catalogue[departures.PASSES_OUT]
            yield gates.Gate(
                departures.PASSES_OUT, departures.KINDS[cleared], not numbers,
                words.text.fill(values) if numbers else departures.NOTHING_LEFT, words.remedy,
                url=PEOPLE if numbers else "", values=values,
            )


gates.attach("booking.reserve", in_good_standing)
gates.attach("residency.graduate", nothing_in_hand)
gates.attach("safety.bring_agent", not_suspended)
gates.attach("safety.receive_container", not_suspended)
gates.attach("stores.open_door", not_suspended)
gates.attach("safety.bring_agent", biologicals_open)
house.attach_badges(badges.holder)
