"""Steps as sentences: what each rule did to the figures, in Korean and English."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any

from squaremile.billing.policies.card import Assisted, Card, Price
from squaremile.billing.policies.pricing import begun, parts, tier_of
from squaremile.billing.policies.proration import Run
from squaremile.billing.policies.rating import Line, Step
from squaremile.billing.words.pricing import BASES, DAY_COUNTS, HOW, PERIODS, SCOPES, STEPS
from squaremile.kernel.units import UNITS
from squaremile.kernel.words import Text

SIGNS = {"KRW": "₩", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_MONTH = Text(ko="개월", en="months")
_OTHERS = {"day": Text(ko="일", en="days"), "": Text(ko="", en="")}
"""Of contracts, which are no meter's."""
_ONE = {"day": Text(ko="일", en="day"), "": Text(ko="", en="")}


@dataclass(frozen=True, slots=True)
class Reason:
    """One link of the chain: the rule, the card and version it is from, the sentence."""

    rule: str
    version: str
    text: Text


def number(value: Fraction | int) -> str:
    """Exact where it ends within eight decimals; else the nearest four, marked as near."""
    value = Fraction(value)
    eighth = value * 10**8
    if eighth.denominator == 1:
        whole, rest = divmod(abs(eighth.numerator), 10**8)
        tail = f".{rest:08d}".rstrip("0").rstrip(".")
        return f"{'-' if value < 0 else ''}{whole:,}{tail}"
    near = round(value * 10**4)
    whole, rest = divmod(abs(near), 10**4)
    return f"≈{'-' if value < 0 else ''}{whole:,}.{rest:04d}"


def money(value: Fraction | int, currency: str) -> str:
    """An exact amount in major units with the sign of its currency."""
    said, sign = number(value), SIGNS[currency]
    near, said = ("≈", said[1:]) if said.startswith("≈") else ("", said)
    return f"{near}-{sign}{said[1:]}" if said.startswith("-") else f"{near}{sign}{said}"


def minor(value: int, card: Card) -> str:
    return money(Fraction(value, 10**card.digits), card.currency)


def chain(card: Card, line: Line) -> list[Reason]:
    """Every step of a line, in the declared order."""
    return list(reasons(card, line.version, line.steps))


def reasons(card: Card, version: int, steps: Iterable[Step]) -> Iterable[Reason]:
    for step in steps:
        yield Reason(step.rule, f"{card.code} v{version}", say(card, step))


def say(card: Card, step: Step) -> Text:
    """One step as a sentence."""
    if step.rule == "rate":
        return _rate(card, step.figures)
    values = {key: _shown(card, step.rule, key, value) for key, value in step.figures.items()}
    return STEPS[step.rule].fill({**values, **_more(card, step)})


_COUNTS = {("quantity", "quantity"), *(("rounding", k) for k in ("from", "to", "step")), ("minimum", "from"), ("minimum", "to")}


def _shown(card: Card, rule: str, key: str, value: Any) -> Any:
    if key == "unit":
        return unit(value)
    if key == "basis":
        return BASES[value]
    if key == "how":
        return HOW[value]
    if isinstance(value, timedelta):
        return number(Fraction(value // timedelta(microseconds=1), 60_000_000))
    if rule in ("cap", "wallet", "voucher", "tax", "document", "adjustment") and isinstance(value, int):
        return minor(value, card)
    if isinstance(value, Fraction):
        return number(value) if (rule, key) in _COUNTS else money(value, card.currency)
    return value


def _more(card: Card, step: Step) -> Mapping[str, Any]:
    """What a sentence says of the rule itself."""
    figures = step.figures
    if step.rule == "assisted":
        return {"how": _assistance(card, figures["assisted"], figures["units"], figures["unit"])}
    if step.rule == "peak":
        return {"label": figures["peak"].label, "factor": number(figures["peak"].factor)}
    if step.rule == "discount":
        return {"at_least": number(figures["discount"].at_least), "percent": number(figures["discount"].percent)}
    if step.rule == "cap":
        return {"label": figures["cap"].label, "per": SCOPES[figures["cap"].per], "limit": minor(figures["cap"].amount, card)}
    if step.rule == "month":
        run: Run = figures["run"]
        rates = " + ".join(money(rate, card.currency) for rate in run.rates)
        count = DAY_COUNTS[run.price.day_count].fill({"days": number(run.divisor)})
        return {"rates": rates, "rank": run.rank, "count": count, "days": run.days}
    if step.rule == "voucher":
        return {"percent": number(figures["percent"]), "limit": _limit(card, figures)}
    if step.rule == "tax":
        return {"percent": number(figures["percent"])}
    if step.rule == "sum":
        return {"n": f"{figures['n']:,}"}
    return {}


def _limit(card: Card, figures: Mapping[str, Any]) -> Text:
    if figures["limit"] is None:
        return STEPS["no_limit"]
    per = PERIODS[figures["per"]]
    return STEPS["limit"].fill({"per": per, "limit": minor(figures["limit"], card), "used": minor(figures["used"], card)})


def _assistance(card: Card, assisted: Assisted, units: Fraction, code: str) -> Text:
    if assisted.percent:
        return Text(ko=f"{number(assisted.percent)} %", en=f"{number(assisted.percent)} %")
    said = unit(code)
    sum_ = f"× {money(assisted.rate, card.currency)}"
    return Text(ko=f"{number(units)} {said.ko} {sum_}", en=f"{number(units)} {said.en} {sum_}")


def unit(code: str) -> Text:
    return UNITS[code].label if code in UNITS else _OTHERS.get(code, _MONTH)


def each(code: str) -> Text:
    """The unit behind "per": a single one."""
    found = UNITS.get(code)
    return Text(ko=found.label.ko, en=found.one or found.label.en) if found else _ONE.get(code, Text(ko="월", en="month"))


def _rate(card: Card, figures: Mapping[str, Any]) -> Text:
    price: Price = figures["price"]
    units, before, total = figures["units"], figures["before"], figures["total"]
    values: dict[str, Any] = {
        "units": number(units), "unit": unit(figures["unit"]), "before": number(before), "total": number(total),
        "amount": money(figures["amount"] - price.fixed, card.currency), "size": number(price.size), "percent": "",
        "sum": " + ".join(f"{number(n)} × {money(rate, card.currency)}" for n, rate in parts(price.tiers, before, before + units)),
        "packages": begun(price, before, units), "rate": money(_rate_of(price, units, total), card.currency),
    }
    if price.kind == "percentage":
        values |= {"percent": number(price.tiers[0].rate * 100), "units": money(units, card.currency)}
    said = [STEPS[price.kind].fill(values)]
    if figures["payer_class"]:
        said.insert(0, STEPS["class"].fill({"name": figures["payer_class"]}))
    if price.fixed:
        said.append(STEPS["fixed"].fill({"fixed": money(price.fixed, card.currency)}))
    return Text(ko=" · ".join(t.ko for t in said), en=" · ".join(t.en for t in said))


def _rate_of(price: Price, units: Fraction, total: Fraction) -> Fraction:
    return tier_of(price.tiers, {"tiered": units, "volume": total}.get(price.kind, Fraction(0))).rate
