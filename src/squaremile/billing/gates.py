"""What billing asks of others' operations: no new bookings where an invoice is long overdue, or where they pass a budget that binds.
Nothing else is ever barred."""

from collections.abc import Iterator
from typing import Any

from squaremile.billing.reads import budgets, rating, stops
from squaremile.billing.words import budgets as budget_words
from squaremile.billing.words import money as words
from squaremile.core import gates
from squaremile.core.meant import Meant
from squaremile.kernel.money import Money
from squaremile.kernel.words import catalogue


def not_stopped(slot: Any) -> Iterator[gates.Gate]:
    """Booking alone asks: exit, retrieval and safety have no such gate."""
    if slot.organisation is None:
        return
    stopped, shut = stops.stopped(slot.organisation), catalogue[words.STOPPED]
    yield gates.Gate(
        words.STOPPED, words.GOOD_STANDING, not stopped, shut.text if stopped else words.GOOD_STANDING, shut.remedy,
        url="/money/" if stopped else "",
    )


def within_budget(slot: Any) -> Iterator[gates.Gate]:
    """A new booking that is charged to a project; one that is held already is not asked again."""
    if slot.organisation is None or slot.project is None:
        return
    meant = Meant(slot.organisation, slot.person, slot.project, slot.code, slot.period.start, slot.period.end, slot.assisted)
    shut = catalogue[budget_words.PASSED]
    for one in budgets.limits(meant):
        values = {
            "title": one.title, "first": f"{one.first:%Y-%m-%d}", "spent": _said(one.spent), "held": _said(one.held),
            "fee": _said(one.fee), "limit": _said(one.limit),
        }
        says = budget_words.LEFT if one.fits else shut.text
        yield gates.Gate(
            budget_words.PASSED, budget_words.WITHIN, one.fits, says.fill(values), shut.remedy, url="" if one.fits else "/money/budgets/",
            values=values,
        )


def _said(amount: Money) -> str:
    return rating.said(amount.minor, amount.currency)


gates.attach("booking.reserve", not_stopped)
gates.attach("booking.reserve", within_budget)
