"""Each rule of a rate card as a sentence: what the editor shows beside the form, before anybody uses anything."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from squaremile.billing.policies import reading
from squaremile.billing.policies.card import Cap, Card, Item, Price
from squaremile.billing.policies.places import Unsound
from squaremile.billing.policies.reasons import each, minor, money, number, unit
from squaremile.billing.words import card_editor as words
from squaremile.billing.words.pricing import BASES, CATEGORIES, HOW, SCOPES
from squaremile.kernel.words import Text

_WEEK = (("월", "Mon"), ("화", "Tue"), ("수", "Wed"), ("목", "Thu"), ("금", "Fri"), ("토", "Sat"), ("일", "Sun"))


def of_item(card: Card, item: Item, meters: Mapping[str, Text] = MappingProxyType({})) -> list[Text]:
    """Every rule of an item, in the declared order of rating. `meters`: what they are called, where that is known."""
    return list(_item(card, item, meters))


def _item(card: Card, item: Item, meters: Mapping[str, Text]) -> Iterator[Text]:
    rules, priced = words.RULES, unit(item.unit)
    meter = {"meter": meters.get(item.meter, Text(ko=item.meter, en=item.meter)), "subjects": ", ".join(item.subjects)}
    yield rules["of"].fill({"what": (words.SUBJECTS if item.subjects else words.ALL_SUBJECTS).fill(meter)})
    if item.basis != "recorded":
        yield rules["basis"].fill({"basis": BASES[item.basis]})
    if item.step:
        yield rules["rounding"].fill({"step": number(item.step), "unit": unit(item.counted_in), "how": HOW[item.how]})
    if item.minimum:
        yield rules["minimum"].fill({"least": number(item.minimum), "unit": unit(item.counted_in)})
    yield of_price(card, item, item.price)
    for name, price in sorted(item.classes.items()):
        yield rules["class"].fill({"name": name, "price": of_price(card, item, price)})
    if item.assisted:
        by = "assisted_percent" if item.assisted.percent else "assisted_rate"
        rate = money(item.assisted.rate, card.currency)
        yield rules[by].fill({"percent": number(item.assisted.percent), "rate": rate, "unit": each(item.unit)})
    for peak in item.peaks:
        days = Text(ko="·".join(_WEEK[d][0] for d in peak.days), en=", ".join(_WEEK[d][1] for d in peak.days))
        ends = f"{peak.end:%H:%M}" if peak.end.second == 0 else "24:00"
        yield rules["peak"].fill({
            "label": peak.label, "days": days, "from": f"{peak.start:%H:%M}", "to": ends, "factor": number(peak.factor),
        })
    for step in item.discounts:
        yield rules["discount"].fill({"least": number(step.at_least), "unit": priced, "percent": number(step.percent)})
    yield rules["tax"].fill({"category": CATEGORIES[item.tax.category], "percent": number(item.tax.percent)})


def of_price(card: Card, item: Item, price: Price) -> Text:
    """How quantity becomes money."""
    values: dict[str, Any] = {
        "rate": money(price.tiers[0].rate, card.currency), "unit": (each if price.kind == "flat" else unit)(item.unit),
        "size": number(price.size), "scope": SCOPES[price.per], "tiers": _tiers(card, item, price),
        "percent": number(price.tiers[0].rate * 100), "count": words.DAYS[price.day_count],
    }
    said = words.RULES[price.kind].fill(values)
    if not price.fixed:
        return said
    more = words.RULES["fixed"].fill({"fixed": money(price.fixed, card.currency)})
    return Text(ko=f"{said.ko} {more.ko}", en=f"{said.en} {more.en}")


def _tiers(card: Card, item: Item, price: Price) -> Text:
    found, several = list[Text](), len(price.tiers) > 1
    for tier in price.tiers:
        values = {"up_to": number(tier.up_to or Fraction(0)), "rate": money(tier.rate, card.currency), "unit": unit(item.unit)}
        if item.price.kind == "monthly":
            values["unit"] = Text(ko="자리", en="places")
        found.append((words.TIER if tier.up_to is not None else words.LAST_TIER if several else words.ONLY_TIER).fill(values))
    return Text(ko=", ".join(t.ko for t in found), en=", ".join(t.en for t in found))


def of_cap(card: Card, cap: Cap, items: Iterable[Item]) -> Text:
    """The most that is charged."""
    known = list(items)
    named = [item.label for item in known if item.code in cap.items]
    every = len(named) == len(known)
    said = words.EVERY_ITEM if every else Text(ko=", ".join(t.ko for t in named), en=", ".join(t.en for t in named))
    return words.RULES["cap"].fill({"label": cap.label, "scope": SCOPES[cap.per], "amount": minor(cap.amount, card), "items": said})


def preview(
    body: Mapping[str, Any], version: Mapping[str, Any], item: Any, meters: Mapping[str, Text] = MappingProxyType({}),
) -> list[Text]:
    """The sentences of one item of a draft, whatever is wrong elsewhere; none while it is itself not sound."""
    try:
        card = reading.read({**body, "versions": [{**version, "from": "2000-01-01", "to": None, "items": [item], "caps": []}]})
    except Unsound:
        return []
    return of_item(card, card.versions[0].items[0], meters)


def preview_cap(body: Mapping[str, Any], version: Mapping[str, Any], cap: Any) -> list[Text]:
    """The same of a cap; its items have to be sound too."""
    try:
        card = reading.read({**body, "versions": [{**version, "from": "2000-01-01", "to": None, "caps": [cap]}]})
    except Unsound:
        return []
    found = card.versions[0]
    return [of_cap(card, found.caps[0], found.items)]
