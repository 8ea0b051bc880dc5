"""Rating: each event at its price, in the canonical order, with the chain of steps that led to the amount.

The order is declared once and is the same everywhere: quantity → rounding → minimum → rate (and assistance) → peak →
discount → whole minor units → cap. What follows (voucher, tax, wallet, rounding of the document) is the bill's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from squaremile.billing.policies.card import CUMULATIVE, Card, Item, Price, Version
from squaremile.billing.policies.events import Event, folded
from squaremile.billing.policies.pricing import chosen, discount_for, inside, priced, stepped, to_minor
from squaremile.billing.policies.proration import Held, Run, civil_days, held, runs

ORDER = (
    "quantity", "rounding", "minimum", "rate", "assisted", "peak", "discount", "line", "cap", "voucher", "tax", "wallet",
    "document",
)  # fmt: skip
"""The declared order of steps. A rated line goes as far as `cap`."""
Scope = tuple[str, ...]
_LEAST = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Step:
    """A rule that was applied, and its figures. `reasons.say` makes the sentence."""

    rule: str
    figures: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CapUse:
    """What of a cap's month was used before the line, and what the line was charged under it."""

    code: str
    before: int
    charged: int


@dataclass(frozen=True, slots=True)
class Line:
    """What an event costs: `amount` before caps and `net` after them, in minor units. Places by the month may make several.

    `before` and `total`: units of the scope's month before this event, and in all where the price asks for it.
    """

    event: Event
    part: int
    item: Item
    version: int
    month: date
    first: date
    units: Fraction
    amount: int
    net: int
    before: Fraction
    total: Fraction
    caps: tuple[CapUse, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Unpriced:
    """An event without a price: never a line of nothing. `why` is a key of words.UNPRICED."""

    event: Event
    why: str


@dataclass(slots=True)
class _Month:
    """What the rated part of one company's months has used: cumulative units, caps, places held."""

    company: str = ""
    units: defaultdict[Scope, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    caps: defaultdict[Scope, int] = field(default_factory=lambda: defaultdict(int))
    places: defaultdict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))


def scope(per: str, event: Event) -> Scope:
    """Whose month it is, within the company."""
    return {"company": (), "project": (event.project,), "person": (event.person,), "person_project": (event.person, event.project)}[per]


def billed(item: Item, event: Event) -> tuple[Fraction, Fraction, Fraction]:
    """The quantity chosen, rounded, and at least the minimum, in units counted. Nothing used stays nothing."""
    first = chosen(item, event)
    rounded = stepped(first, item.step, item.how)
    return first, rounded, max(rounded, item.minimum) if first else Fraction(0)


def placed(card: Card, event: Event) -> tuple[Version, Item, date] | str:
    """The version, the item and the day that an event belongs to; or why it has no price."""
    day = event.start.astimezone(card.zone).date()
    version = card.version_on(event.priced_on or day)
    if version is None:
        return "no_version"
    item = version.item_for(event.meter, event.subject)
    if item is None:
        return "no_item"
    return "negative" if chosen(item, event) < 0 else (version, item, day)


def volume_totals(card: Card, events: Iterable[Event]) -> dict[Scope, Fraction]:
    """Units of each month whose total picks the rate. Needed before rating where the card has prices by volume."""
    found: defaultdict[Scope, Fraction] = defaultdict(Fraction)
    if not has_volume(card):
        return found
    for event in folded(events):
        if isinstance(place := placed(card, event), str):
            continue
        _, item, day = place
        if (price := item.price_for(event.payer_class)).kind == "volume":
            found[_units_key(event, item, price, day)] += billed(item, event)[2] * item.ratio
    return found


def has_volume(card: Card) -> bool:
    prices = (p for v in card.versions for i in v.items for p in (i.price, *i.classes.values()))
    return any(p.kind == "volume" for p in prices)


def _units_key(event: Event, item: Item, price: Price, day: date) -> Scope:
    return (event.company, item.code, day.strftime("%Y-%m"), price.per, *scope(price.per, event))


def rate(card: Card, events: Iterable[Event], totals: Mapping[Scope, Fraction] | None = None) -> Iterator[Line | Unpriced]:
    """Lines of events that come in canonical order (`Event.key`), one company after the other, in flat memory.

    `totals`: from `volume_totals`, where the card has prices by volume.

    Raises:
        ValueError: events out of order, or rows that contradict each other (`Inconsistent`).
    """
    month, last = _Month(), None
    for event in folded(events):
        if last is not None and event.key < last:
            raise ValueError(f"{event.id} is out of the canonical order")
        last = event.key
        if event.company != month.company:
            month = _Month(event.company)
        yield from _one(card, event, month, totals or {})


def rate_all(card: Card, events: Iterable[Event]) -> list[Line | Unpriced]:
    """Lines of events in any order, held in memory."""
    ordered = sorted(events, key=lambda e: e.key)
    return list(rate(card, ordered, volume_totals(card, ordered)))


def _one(card: Card, event: Event, month: _Month, totals: Mapping[Scope, Fraction]) -> Iterator[Line | Unpriced]:
    if isinstance(place := placed(card, event), str):
        yield Unpriced(event, place)
        return
    version, item, day = place
    price = item.price_for(event.payer_class)
    if price.kind == "monthly":
        yield from _places(card, event, item, month)
        return
    before = total = Fraction(0)
    if price.kind in CUMULATIVE:
        key = _units_key(event, item, price, day)
        before, total = month.units[key], totals.get(key, Fraction(0))
        month.units[key] += billed(item, event)[2] * item.ratio
    line = use(card, version, item, event, day, before, total)
    yield _capped(line, version, month)


def use(card: Card, version: Version, item: Item, event: Event, day: date, before: Fraction, total: Fraction) -> Line:
    """The line of a use, before caps: a function of the event, the card and the units of the month before it."""
    first, rounded, quantity = billed(item, event)
    price = item.price_for(event.payer_class)
    units = quantity * item.ratio
    steps = [Step("quantity", {"basis": item.basis, "quantity": first, "unit": item.counted_in})]
    if rounded != first:
        steps.append(Step("rounding", {"from": first, "to": rounded, "step": item.step, "how": item.how, "unit": item.counted_in}))
    if quantity != rounded:
        steps.append(Step("minimum", {"from": rounded, "to": quantity, "unit": item.counted_in}))
    amount = Fraction(0)
    if quantity:
        amount = priced(price, units, before, total)
        steps.append(Step("rate", {
            "price": price, "payer_class": event.payer_class if event.payer_class in item.classes else "", "units": units,
            "unit": item.unit, "before": before, "total": total, "amount": amount,
        }))
        amount = _changed(card, item, event, units, amount, steps)
    minor = to_minor(amount, card.digits)
    if amount * 10**card.digits != minor:
        steps.append(Step("line", {"from": amount, "to": Fraction(minor, 10**card.digits)}))
    return Line(event, 0, item, version.number, day.replace(day=1), day, units, minor, minor, before, total, (), tuple(steps))


def _changed(card: Card, item: Item, event: Event, units: Fraction, amount: Fraction, steps: list[Step]) -> Fraction:
    """Assistance, then peak windows by their share of the time, then the discount for a long use."""
    if event.assisted and item.assisted:
        added = units * item.assisted.rate + amount * item.assisted.percent / 100
        steps.append(Step("assisted", {"assisted": item.assisted, "units": units, "unit": item.unit, "from": amount, "to": amount + added}))
        amount += added
    if item.peaks:
        whole, base = event.end - event.start, amount
        for peak in item.peaks:
            if spent := inside(peak, event.start, event.end, card.zone):
                changed = amount + base * Fraction(spent // _LEAST, whole // _LEAST) * (peak.factor - 1)
                steps.append(Step("peak", {"peak": peak, "inside": spent, "of": whole, "from": amount, "to": changed}))
                amount = changed
    if discount := discount_for(item.discounts, units):
        less = amount * (1 - discount.percent / 100)
        steps.append(Step("discount", {"discount": discount, "unit": item.unit, "from": amount, "to": less}))
        amount = less
    return amount


def _places(card: Card, event: Event, item: Item, month: _Month) -> Iterator[Line | Unpriced]:
    """Places held: one line for each run of days, rounded so that the lines of a month add up to the month rounded."""
    first, end = civil_days(event.start, event.end, card.zone)
    if event.quantity == 0:
        return
    if (this := held(event.quantity, first, end)) is None:
        yield Unpriced(event, "unit_days")
        return

    def price_on(day: date) -> tuple[Version, Price] | None:
        version = card.version_on(event.priced_on or day)
        found = version.item_for(event.meter, event.subject) if version else None
        if version is None or found is None or (price := found.price_for(event.payer_class)).kind != "monthly":
            return None
        return version, price

    earlier = month.places[item.code] = [h for h in month.places[item.code] if h.end > first]
    pieces = runs(this, earlier, price_on)
    earlier.append(this)
    if sum(r.days for r in pieces) != (end - first).days:
        yield Unpriced(event, "days_without_price")
        return
    exact: defaultdict[date, Fraction] = defaultdict(Fraction)
    for part, run in enumerate(pieces):
        so_far = exact[run.month]
        exact[run.month] += run.amount
        minor = to_minor(exact[run.month], card.digits) - to_minor(so_far, card.digits)
        yield _capped(_run_line(card, event, this, part, run, minor), run.version, month)


def _run_line(card: Card, event: Event, this: Held, part: int, run: Run, minor: int) -> Line:
    found = run.version.item_for(event.meter, event.subject)
    assert found is not None
    steps = [
        Step("days", {"places": this.places, "days": run.days, "first": run.first, "unit": found.counted_in}),
        Step("month", {"run": run, "payer_class": event.payer_class if event.payer_class in found.classes else "", "amount": run.amount}),
    ]
    if run.amount * 10**card.digits != minor:
        steps.append(Step("line", {"from": run.amount, "to": Fraction(minor, 10**card.digits)}))
    units = Fraction(this.places * run.days)
    return Line(event, part, found, run.version.number, run.month, run.first, units, minor, minor, Fraction(0), Fraction(0), (), tuple(steps))


def _capped(line: Line, version: Version, month: _Month) -> Line:
    """The line under the caps of its version: each lets through what is left of its month."""
    keys = {
        cap.code: (cap.code, line.month.strftime("%Y-%m"), *scope(cap.per, line.event))
        for cap in version.caps if line.item.code in cap.items
    }
    made = under(line, version, {code: month.caps[key] for code, key in keys.items()})
    for used in made.caps:
        month.caps[keys[used.code]] = used.before + used.charged
    return made


def under(line: Line, version: Version, before: Mapping[str, int]) -> Line:
    """The line under the caps that take its item, one after the other. `before`: what each had let through, in minor units."""
    uses, net, steps = list[CapUse](), line.amount, list(line.steps)
    for cap in version.caps:
        if line.item.code not in cap.items:
            continue
        charged = min(net, max(0, cap.amount - before[cap.code]))
        uses.append(CapUse(cap.code, before[cap.code], charged))
        steps.append(Step("cap", {"cap": cap, "before": before[cap.code], "from": net, "to": charged}))
        net = charged
    return replace(line, net=net, caps=tuple(uses), steps=tuple(steps)) if uses else line


def uncapped(line: Line) -> Line:
    """The line before caps."""
    return replace(line, net=line.amount, caps=(), steps=tuple(s for s in line.steps if s.rule != "cap"))
