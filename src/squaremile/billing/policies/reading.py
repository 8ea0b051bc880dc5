"""From the JSON of a rate card to the card, or to every fault in it with its path. The format: docs/billing/rate-cards.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from squaremile.billing.policies import card as c
from squaremile.billing.policies.places import Fault, Place, Unsound
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.units import UNIT_DAYS, UNITS, ratio

DEFAULT_ZONE = "Asia/Seoul"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PRICED_IN = (*UNITS, "month")


def read(data: Any) -> c.Card:
    """The card.

    Raises:
        Unsound: with every fault, each at its JSON path.
    """
    found, faults = _card(data)
    if faults:
        raise Unsound(faults)
    return found


def lint(data: Any) -> list[Fault]:
    """Every fault of the JSON of a card, in reading order; empty for a sound one."""
    return _card(data)[1]


def _card(data: Any) -> tuple[c.Card, list[Fault]]:
    top = Place("$", data)
    top.only("card", "title", "currency", "zone", "tax_rounding", "document", "versions")
    code, title = top.code("card"), top.both("title")
    currency = top.one_of("currency", tuple(MINOR_DIGITS))
    step, how = Fraction(1), "down"
    if top.has("document"):
        document = top.within("document")
        document.only("step", "how")
        step, how = document.number("step", above=0), document.one_of("how", c.ROUNDINGS, "down")
        if (step * 10 ** MINOR_DIGITS[currency]).denominator != 1:
            document.fault("단위는 통화의 최소 단위의 배수여야 합니다.", "The step is a multiple of the currency's smallest unit.", "step")
    versions = [_version(place, currency) for place in top.each("versions", least=1)]
    _in_time(top, versions)
    return c.Card(
        code, title, currency, _zone(top), tuple(versions), top.one_of("tax_rounding", ("half_up", "down"), "half_up"),
        int(step * 10 ** MINOR_DIGITS[currency]), how,
    ), top.faults


def _zone(top: Place) -> ZoneInfo:
    said = top.value.get("zone", DEFAULT_ZONE)
    try:
        return ZoneInfo(said)
    except (KeyError, ValueError, TypeError, OSError):
        top.fault("Asia/Seoul 같은 시간대 이름이어야 합니다.", "It is the name of a zone, as Asia/Seoul.", "zone")
        return ZoneInfo("UTC")


def _in_time(top: Place, versions: list[c.Version]) -> None:
    """Versions follow one another: numbers and first days rise, and none ends before it begins or after the next begins."""
    for n, (before, after) in enumerate(pairwise(versions), 1):
        place = Place(f"$.versions[{n}]", None, top.faults)
        if after.number <= before.number:
            place.fault("판 번호가 앞의 판보다 커야 합니다.", "Its number must be higher than the one before.", "version")
        if after.since <= before.since:
            place.fault("앞의 판보다 뒤에 시작해야 합니다.", "It must begin after the version before it.", "from")
        elif before.until and before.until > after.since:
            place.fault("앞의 판이 끝나기 전에 시작합니다.", "It begins before the version before it ends.", "from")
    for n, version in enumerate(versions):
        if version.until and version.until <= version.since:
            Place(f"$.versions[{n}]", None, top.faults).fault("시작하기 전에 끝납니다.", "It ends before it begins.", "to")


def _version(place: Place, currency: str) -> c.Version:
    place.only("version", "from", "to", "taxes", "items", "caps")
    number, since, until = place.whole("version", least=1), place.day("from"), place.day("to", needed=False)
    taxes = _taxes(place)
    items = tuple(_item(one, taxes) for one in place.each("items", least=1))
    by_subject, by_meter = dict[tuple[str, str], int](), dict[str, int]()
    for n, item in enumerate(items):
        at = Place(f"{place.path}.items[{n}]", None, place.faults)
        if item.code in {other.code for other in items[:n]}:
            at.fault("항목 코드 {code:이가} 두 번 쓰였습니다.", "The item {code} is there twice.", "code", code=item.code)
        if not item.subjects and by_meter.setdefault(item.meter, n) != n:
            at.fault("같은 계량기의 모든 것에 매기는 항목이 이미 있습니다.", "Another item already takes everything of this meter.", "meter")
        for s, subject in enumerate(item.subjects):
            if by_subject.setdefault((item.meter, subject), n) != n:
                at.fault("다른 항목이 이미 값을 매깁니다: {code}", "Another item prices it already: {code}", f"subjects[{s}]", code=subject)
    caps = tuple(_cap(one, {item.code for item in items}, currency) for one in place.each("caps"))
    for n, cap in enumerate(caps):
        if cap.code in {other.code for other in caps[:n]}:
            Place(f"{place.path}.caps[{n}]", None, place.faults).fault("코드가 두 번 쓰였습니다.", "This code is there twice.", "code")
    assert since is not None  # a fault otherwise, with a stand-in
    return c.Version(number, since, until, items, caps, by_subject, by_meter, taxes)


def _taxes(place: Place) -> dict[str, c.Tax]:
    said = place.value.get("taxes")
    if not isinstance(said, Mapping) or not said:
        place.fault("세금 구분이 하나 이상 있어야 합니다.", "There must be at least one kind of tax.", "taxes")
        return {}
    found = {}
    for code in said:
        one = place.within("taxes").within(str(code))
        one.only("category", "percent")
        category = one.one_of("category", c.CATEGORIES)
        percent = one.number("percent", default=Fraction(0), most=100)
        if (category == "taxable") != (percent > 0):
            one.fault("과세만 0보다 큰 세율을 가집니다.", "Taxable, and only taxable, has a rate above 0.", "percent")
        found[str(code)] = c.Tax(str(code), category, percent)
    return found


def _item(place: Place, taxes: Mapping[str, c.Tax]) -> c.Item:
    place.only(
        "code", "label", "meter", "subjects", "counted_in", "unit", "basis", "rounding", "minimum", "price", "classes", "peak",
        "discounts", "assisted", "tax",
    )  # fmt: skip
    counted = place.one_of("counted_in", tuple(UNITS))
    unit = place.one_of("unit", _PRICED_IN, counted)
    price = _price(place.within("price"))
    found = c.Item(
        place.code("code"), place.both("label"), place.code("meter"), place.codes("subjects"), counted, unit, price,
        _tax(place, taxes), basis=place.one_of("basis", c.BASES, "recorded"), minimum=place.number("minimum", default=Fraction(0)),
        peaks=_peaks(place), discounts=_discounts(place), assisted=_assisted(place),
    )
    if place.has("rounding"):
        rounding = place.within("rounding")
        rounding.only("step", "how")
        found = replace(found, step=rounding.number("step", above=0), how=rounding.one_of("how", c.ROUNDINGS, "up"))
    if place.has("classes"):
        classes = place.within("classes")
        if isinstance(classes.value, Mapping):
            found = replace(found, classes={str(k): _price(classes.within(str(k))) for k in classes.value})
        else:
            classes.fault("등급마다 가격을 적는 객체여야 합니다.", "This is an object of a price for each class.")
    _kinds_agree(place, found)
    return _units_agree(place, found)


def _tax(place: Place, taxes: Mapping[str, c.Tax]) -> c.Tax:
    said = place.value.get("tax")
    if said not in taxes:
        place.fault("판의 taxes에 있는 세금 구분이어야 합니다.", "It is one of the version's `taxes`.", "tax")
        return c.Tax("", "exempt", Fraction(0))
    return taxes[said]


def _kinds_agree(place: Place, item: c.Item) -> None:
    """What a month of a place has none of, and prices of classes that would count differently."""
    for name, price in item.classes.items():
        if (price.kind == "monthly") != (item.price.kind == "monthly") or (price.kind == "percentage") != (item.price.kind == "percentage"):
            place.fault("기본 가격과 같은 방식으로 세는 가격이어야 합니다.", "It must count as the item's own price does.", f"classes.{name}.kind")
    if item.price.kind == "monthly":
        for key in ("rounding", "minimum", "peak", "discounts", "assisted", "basis"):
            if place.has(key):
                place.fault("월 단위 가격에는 쓸 수 없습니다.", "A monthly price has none.", key)


def _units_agree(place: Place, item: c.Item) -> c.Item:
    if item.price.kind == "monthly":
        if item.counted_in not in UNIT_DAYS:
            place.fault("월 단위 가격은 {all:으로} 셉니다.", "A monthly price is counted in {all}.", "counted_in", all=", ".join(UNIT_DAYS))
        if item.unit != "month":
            place.fault("월 단위 가격의 단위는 month입니다.", "A monthly price is by the `month`.", "unit")
        return item
    if item.price.kind == "percentage" and item.counted_in != "money":
        place.fault("비율은 금액(money)에 매깁니다.", "A percentage is of `money`.", "counted_in")
    size = ratio(item.counted_in, item.unit)
    if size is None:
        place.fault(
            "{counted}에서 {unit:으로} 바꿀 수 없습니다.", "{counted} cannot be converted to {unit}.", "unit",
            counted=item.counted_in, unit=item.unit,
        )
    return replace(item, ratio=size or Fraction(1))


def _price(place: Place) -> c.Price:
    place.only("kind", "rate", "tiers", "size", "percent", "fixed", "per", "day_count")
    kind = place.one_of("kind", c.KINDS)
    allowed = {"kind", "per", *({"day_count"} if kind == "monthly" else {"fixed"}), *_OWN[kind]}
    for key in sorted(set(place.value) & {"rate", "tiers", "size", "percent", "fixed", "per", "day_count"} - allowed):
        place.fault("{kind} 가격에는 쓸 수 없습니다.", "A {kind} price has none.", key, kind=kind)
    tiers: tuple[c.Tier, ...]
    if kind == "percentage":
        tiers = (c.Tier(None, place.number("percent", most=100) / 100),)
    elif "tiers" in _OWN[kind] and ("rate" not in _OWN[kind] or place.has("tiers")):
        tiers = tuple(_tiers(place, whole=kind == "monthly"))
    else:
        tiers = (c.Tier(None, place.number("rate")),)
    size = place.number("size", above=0) if kind == "package" else Fraction(1)
    fixed = place.number("fixed", default=Fraction(0)) if kind != "monthly" else Fraction(0)
    return c.Price(
        kind, tiers, size, fixed, place.one_of("per", c.SCOPES, "company"), place.one_of("day_count", c.DAY_COUNTS, "calendar"),
    )


_OWN = {
    "flat": {"rate"}, "tiered": {"tiers"}, "graduated": {"tiers"}, "volume": {"tiers"}, "package": {"rate", "size"},
    "percentage": {"percent"}, "monthly": {"rate", "tiers"},
}  # fmt: skip


def _tiers(place: Place, *, whole: bool) -> Iterator[c.Tier]:
    """Tiers rise, and the last has no end: every quantity has a price."""
    found = list(place.each("tiers", least=1))
    last = Fraction(0)
    for n, one in enumerate(found):
        one.only("up_to", "rate")
        open_end = one.value.get("up_to") is None
        if open_end != (n == len(found) - 1):
            one.fault("마지막 구간만 up_to 없이 끝이 열려 있습니다.", "The last tier, and only the last, has no `up_to`.", "up_to")
        up_to = None if open_end else one.number("up_to", above=0)
        if up_to is not None:
            if up_to <= last:
                one.fault("앞 구간보다 커야 합니다.", "It must be above the tier before.", "up_to")
            if whole and up_to.denominator != 1:
                one.fault("개수는 정수여야 합니다.", "So many places: a whole number.", "up_to")
            last = max(last, up_to)
        yield c.Tier(up_to, one.number("rate"))


def _peaks(place: Place) -> tuple[c.Peak, ...]:
    found = list[c.Peak]()
    for one in place.each("peak"):
        one.only("code", "label", "days", "from", "to", "factor")
        days = one.value.get("days", list(_DAYS))
        if not isinstance(days, list) or not days or not set(map(str, days)) <= set(_DAYS):
            one.fault("요일은 {all} 가운데에서 고릅니다.", "Days are among {all}.", "days", all=", ".join(_DAYS))
            days = []
        peak = c.Peak(
            one.code("code"), one.both("label"), tuple(sorted({_DAYS.index(d) for d in days})), one.clock("from"), one.clock("to"),
            one.number("factor"),
        )
        if peak.end <= peak.start:
            one.fault(
                "끝이 시작보다 뒤여야 합니다. 자정을 넘기면 둘로 나누십시오.",
                "It must end after it begins; split one that passes midnight.", "to",
            )
        for other in found:
            if set(peak.days) & set(other.days) and peak.start < other.end and other.start < peak.end:
                one.fault("{code:과와} 겹칩니다. 한 순간에는 한 배율만 있습니다.", "It overlaps {code}: a moment has one factor.", code=other.code)
            if other.code == peak.code:
                one.fault("코드가 두 번 쓰였습니다.", "This code is there twice.", "code")
        found.append(peak)
    return tuple(found)


def _discounts(place: Place) -> tuple[c.Discount, ...]:
    found = list[c.Discount]()
    for one in place.each("discounts"):
        one.only("at_least", "percent")
        step = c.Discount(one.number("at_least", above=0), one.number("percent", above=0, most=100))
        if found and step.at_least <= found[-1].at_least:
            one.fault("앞 단계보다 커야 합니다.", "It must be above the step before.", "at_least")
        found.append(step)
    return tuple(found)


def _assisted(place: Place) -> c.Assisted | None:
    if not place.has("assisted"):
        return None
    one = place.within("assisted")
    one.only("rate", "percent")
    if one.has("rate") == one.has("percent"):
        one.fault("rate나 percent 가운데 하나만 적으십시오.", "Write either `rate` or `percent`.")
    return c.Assisted(one.number("rate", default=Fraction(0)), one.number("percent", default=Fraction(0)))


def _cap(place: Place, known: set[str], currency: str) -> c.Cap:
    place.only("code", "label", "per", "amount", "items")
    amount = place.number("amount") * 10 ** MINOR_DIGITS[currency]
    if amount.denominator != 1:
        place.fault("통화의 최소 단위보다 잘게 적을 수 없습니다.", "It cannot be finer than the currency's smallest unit.", "amount")
    items = place.codes("items") or tuple(sorted(known))
    for code in items:
        if code not in known:
            place.fault("이 판에 없는 항목입니다: {code}", "No such item in this version: {code}", "items", code=code)
    return c.Cap(place.code("code"), place.both("label"), place.one_of("per", c.SCOPES), int(amount), frozenset(items))
