"""What a use that is only meant would cost: by the functions of the bill, after everything that was used in its month so far."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from squaremile.billing.models import Account
from squaremile.billing.policies.card import CUMULATIVE, Card
from squaremile.billing.policies.charges import SESSIONS
from squaremile.billing.policies.events import Event, Inconsistent
from squaremile.billing.policies.pricing import to_minor
from squaremile.billing.policies.rating import Unpriced, placed, rate_all
from squaremile.billing.policies.reasons import Reason, chain
from squaremile.billing.reads import months, rating
from squaremile.billing.words.pricing import UNPRICED
from squaremile.core.meant import Meant
from squaremile.kernel import clock
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.metering.reads import billable

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Fee:
    """Its line before vouchers, and the tax on it; or why there is no price."""

    net: Money | None
    tax: Money | None
    reasons: tuple[Reason, ...]
    why: Text | None = None
    binds: bool = False
    """Does whoever bills it refuse what passes a budget?"""


def fee(meant: Meant) -> Fee | None:
    """None where the organisation is billed by nobody. The account is found as the close finds it."""
    now = clock.now() + timedelta(microseconds=1)
    accounts = Account.objects.filter(organisation_id=meant.organisation, active=True).select_related("issuer").order_by("opened_at", "code")
    for account in accounts:
        of = rating._of(account, now)
        event = _event(of, meant)
        if not rating._elsewhere(of, event):
            return _fee(of, event)
    return None


def together(organisation: UUID, several: Iterable[Meant]) -> list[tuple[str, Meant, int]]:
    """Uses that are meant, as they will be rated one after the other with what was used in their months: currency, use, net. What
    nobody bills and what has no price is left out."""
    left, found, now = list(several), list[tuple[str, Meant, int]](), clock.now() + timedelta(microseconds=1)
    accounts = Account.objects.filter(organisation_id=organisation, active=True).select_related("issuer").order_by("opened_at", "code")
    for account in accounts if left else ():
        of, mine, others = rating._of(account, now), defaultdict[Any, dict[str, tuple[Event, Meant]]](dict), list[Meant]()
        for n, one in enumerate(left):
            event = replace(_event(of, one), id=f"~meant:{n:06d}")
            if rating._elsewhere(of, event):
                others.append(one)
            else:
                month = months.first_of(one.start.astimezone(months.zone()).date())
                mine[month, id(of.terms.at(one.start).card)][event.id] = event, one
        for events in mine.values():
            found += _nets(of, events)
        left = others
    return found


def _nets(of: "rating._Of", events: dict[str, tuple[Event, Meant]]) -> Iterator[tuple[str, Meant, int]]:
    """Of uses of one month of one account by one card."""
    mine = [event for event, _ in events.values()]
    last = max(mine, key=lambda event: event.start)
    card = of.terms.at(last.start).card
    used = _used(of, card, last) if any(_depends(card, event) for event in mine) else []
    try:
        lines = rate_all(card, [*used, *mine])
    except Inconsistent:
        lines = rate_all(card, mine)
    for line in lines:
        if line.event.id in events and not isinstance(line, Unpriced):
            yield card.currency, events[line.event.id][1], line.net


def _event(of: "rating._Of", meant: Meant) -> Event:
    minutes = Fraction((meant.end - meant.start) // timedelta(microseconds=1), _MINUTE // timedelta(microseconds=1))
    return Event(
        "~meant", str(meant.organisation), SESSIONS, meant.subject, meant.start, meant.end, minutes, str(meant.project or ""),
        str(meant.person or ""), of.terms.at(meant.start).payer_class, booked=minutes, assisted=meant.assisted,
    )


def _fee(of: "rating._Of", event: Event) -> Fee:
    card = of.terms.at(event.start).card
    others = _used(of, card, event) if _depends(card, event) else []
    try:
        lines = rate_all(card, [*others, event])
    except Inconsistent:
        lines = rate_all(card, [event])
    mine = next(line for line in lines if line.event.id == event.id)
    if isinstance(mine, Unpriced):
        return Fee(None, None, (), UNPRICED[mine.why], of.account.issuer.budgets_bind)
    tax = to_minor(Fraction(mine.net, 10**card.digits) * mine.item.tax.percent / 100, card.digits)
    net, tax_ = Money(mine.net, card.currency), Money(tax, card.currency)
    return Fee(net, tax_, tuple(chain(card, mine)), binds=of.account.issuer.budgets_bind)


def _depends(card: Card, event: Event) -> bool:
    """Does its price depend on what else was used this month?"""
    place = placed(card, event)
    if isinstance(place, str):
        return False
    version, item, _ = place
    return item.price_for(event.payer_class).kind in CUMULATIVE or any(item.code in cap.items for cap in version.caps)


def _used(of: "rating._Of", card: Card, event: Event) -> list[Event]:
    """What was used by the same card in the month that the use begins in, before it."""
    start, end = months.bounds(months.first_of(event.start.astimezone(months.zone()).date()))
    rows = billable.of(of.account.organisation_id, start=start, end=min(end, event.start), before=of.as_of)
    events = (rating._event(of.account.organisation_id, of.terms, row) for row in rows)
    return [each for each in events if of.terms.at(each.start).card is card and not rating._elsewhere(of, each)]
