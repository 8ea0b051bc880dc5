"""What billing asks of others' operations: no new bookings where an invoice is long overdue, or where they pass a budget that binds.
A paper that says that nothing is owed is not signed while something is; moving out is never barred."""

from collections.abc import Iterator
from typing import Any

from squaremile.billing.models import Issuer
from squaremile.billing.reads import budgets, rating, stops, unpaid
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
    """A booking that is charged to a project and is made or moved; one that stays where it is held is not asked again."""
    if slot.organisation is None or slot.project is None:
        return
    meant = Meant(
        slot.organisation, slot.person, slot.project, slot.code, slot.period.start, slot.period.end, slot.assisted, slot.moving
    )
    shut = catalogue[budget_words.PASSED]
    for one in budgets.limits(meant):
        values = {
            "title": one.title, "first": f"{one.first:%Y-%m-%d}", "spent": _said(one.spent), "held": _said(one.held),
            "fee": _said(one.fee), "limit": _said(one.limit),
        }
        says = budget_words.LEFT if one.fits else shut.text
        if not one.counted:
            says, values = budget_words.ASIDE, {"title": one.title, "currency": one.limit.currency, "priced": one.fee.currency}
        yield gates.Gate(
            budget_words.PASSED, budget_words.WITHIN, one.fits, says.fill(values), shut.remedy, url="" if one.fits else "/money/budgets/",
            values=values,
        )


def in_a_currency_of_bills(counted: Any) -> Iterator[gates.Gate]:
    """Money is counted in a currency in which somebody here bills, or in that of a new issuer while there is none."""
    billed = set(Issuer.objects.values_list("currency", flat=True)) or {Issuer._meta.get_field("currency").get_default()}
    shut, known = catalogue[words.CURRENCY_OTHER], counted.currency in billed
    values = {"currency": counted.currency, "billed": ", ".join(sorted(billed))}
    yield gates.Gate(
        words.CURRENCY_OTHER, words.CURRENCY_BILLED, known, words.CURRENCY_BILLED if known else shut.text.fill(values), shut.remedy,
        values=values,
    )


def _said(amount: Money) -> str:
    return rating.said(amount.minor, amount.currency)


def all_paid(clearing: Any) -> Iterator[gates.Gate]:
    """The last month of a company that leaves is closed, and its final bill is issued and paid, or what is deducted of its deposit
    pays it. Asked of the line of the final bill and of the proof of nought, which are papers: by no step of dunning."""
    if "final_bill" in clearing.kinds:
        left, shut = unpaid.of(clearing.organisation, clearing.taken), catalogue[words.UNPAID]
        values = {"bills": left.bills, "sums": ", ".join(_said(sum_) for sum_ in left.open) or "0"}
        yield gates.Gate(
            words.UNPAID, words.ALL_PAID, left.none, words.ALL_PAID if left.none else shut.text.fill(values), shut.remedy,
            url="" if left.none else "/money/", values=values,
        )
        month, open_ = unpaid.unclosed(clearing.organisation, clearing.last_day), catalogue[words.MONTH_OPEN]
        values = {"month": f"{month:%Y-%m}" if month else ""}
        yield gates.Gate(
            words.MONTH_OPEN, words.ALL_CLOSED, month is None, open_.text.fill(values) if month else words.ALL_CLOSED, open_.remedy,
            url="/money/" if month else "", values=values,
        )


gates.attach("residency.graduate", all_paid)
gates.attach("booking.reserve", not_stopped)
gates.attach("booking.reserve", within_budget)
gates.attach("metering.count_money", in_a_currency_of_bills)
