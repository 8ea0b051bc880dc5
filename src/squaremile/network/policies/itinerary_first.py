"""A sound plan without search: wishes are put in one by one, then some are taken out again and others tried."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from squaremile.network.policies.itinerary import Order, Terms, Wish, timed, way_of

ROUNDS = 60


def first_plan(wishes: Sequence[Wish], terms: Terms, worth: Sequence[int], *, rounds: int = ROUNDS) -> list[Order]:
    """Orders of all days, each of which `timed` accepts. The best of so many rounds of taking out and putting in."""
    value = dict(zip((w.code for w in wishes), worth, strict=True))
    draw = Random(1)
    empty = [_fed(Order(day, ()), terms) for day in range(len(terms.days))]
    best = _filled([order or Order(day, ()) for day, order in enumerate(empty)], wishes, terms, value)
    for _ in range(rounds):
        gone = {w.code for order in best for w in order.wishes if draw.random() < 0.3}
        rest = [_fed(replace(o, wishes=tuple(w for w in o.wishes if w.code not in gone)), terms) for o in best]
        if any(order is None for order in rest):
            continue
        shuffled = sorted(wishes, key=lambda w: -value[w.code] * draw.uniform(0.5, 1.5))
        tried = _filled([order for order in rest if order], shuffled, terms, value)
        if _worth(tried, value, terms) > _worth(best, value, terms):
            best = tried
    return best


def _worth(orders: Sequence[Order], value: dict[str, int], terms: Terms) -> tuple[int, int]:
    return sum(value[w.code] for o in orders for w in o.wishes), -sum(way_of(o, terms) for o in orders)


def _fed(order: Order, terms: Terms) -> Order | None:
    """The order with its meal where it fits; None where it fits nowhere."""
    for after in range(len(order.wishes) + 1):
        for first in (True, False):
            tried = replace(order, lunch_after=after, eat_first=first)
            if timed(tried, terms) is not None:
                return tried
    return None


def _filled(orders: list[Order], wishes: Sequence[Wish], terms: Terms, value: dict[str, int]) -> list[Order]:
    """Each wish that is not held yet, the worthiest first, goes where it costs least way."""
    held = {w.code for order in orders for w in order.wishes}
    orders = list(orders)
    for wish in wishes if held else sorted(wishes, key=lambda w: (-value[w.code] / w.minutes, w.code)):
        if wish.code in held:
            continue
        options = []
        for order in orders:
            for at in range(len(order.wishes) + 1):
                grown = replace(order, wishes=(*order.wishes[:at], wish, *order.wishes[at:]))
                if len(grown.wishes) <= terms.most_per_day and (fed := _fed(grown, terms)) is not None:
                    options.append((way_of(fed, terms) - way_of(order, terms), fed.day, at, fed))
        if options:
            chosen = min(options, key=lambda o: o[:3])[3]
            orders[chosen.day] = chosen
    return orders
