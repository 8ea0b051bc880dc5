"""The reasons of a line of many uses in short, for documents: one sentence a rule, and only of rules that did something.

What each use says one by one is behind the line (`reads/evidence.py`); these are the sums of the same steps.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from squaremile.billing.policies.card import Card
from squaremile.billing.policies.rating import Line, Step
from squaremile.billing.policies.reasons import Reason, money, number, unit
from squaremile.billing.words.pricing import HOW, SCOPES, SHORT, STEPS

CHANGES = ("assisted", "peak", "discount", "cap")
"""What makes another price of what the rate came to, in the declared order."""


def short(card: Card, lines: Iterable[Line]) -> list[Reason]:
    """Of uses of one item at one version."""
    uses = list(lines)
    return list(_short(card, uses)) if uses else []


def _short(card: Card, uses: list[Line]) -> Iterator[Reason]:
    def said(rule: str, values: dict[str, Any], words: Any = None) -> Reason:
        return Reason(rule, f"{card.code} v{uses[0].version}", (words or SHORT[rule]).fill(values))

    item = uses[0].item
    first = _sum(uses, "quantity", "quantity")
    counted = first + _sum(uses, "rounding", "to") - _sum(uses, "rounding", "from")
    if item.step and first != counted:
        values = {"from": number(first), "to": number(counted), "step": number(item.step), "how": HOW[item.how], "unit": unit(item.counted_in)}
        yield said("rounding", values)
    if raised := _steps(uses, "minimum"):
        yield said("minimum", {"least": number(item.minimum), "unit": unit(item.counted_in), "n": f"{len(raised)}"})
    if rated := _steps(uses, "rate"):
        units, amount = sum(s.figures["units"] for s in rated), sum(s.figures["amount"] for s in rated)
        prices = {(s.figures["price"].kind, s.figures["price"].fixed, s.figures["price"].tiers[0].rate) for s in rated}
        values = {"units": number(units), "unit": unit(item.unit), "amount": money(amount, card.currency)}
        kind, fixed, rate = next(iter(prices))
        flat = len(prices) == 1 and kind == "flat" and not fixed
        yield said("rate", {**values, "rate": money(rate, card.currency)}, STEPS["flat"] if flat else None)
    for rule in CHANGES:
        yield from (said(rule, values) for values in _changes(card, rule, _steps(uses, rule)))


def _changes(card: Card, rule: str, steps: list[Step]) -> Iterator[dict[str, Any]]:
    """What a rule, or each of its windows and caps, made of the amounts; nothing of one that changed none."""
    found = dict[str, tuple[int, Fraction, Step]]()
    for step in steps:
        change = Fraction(step.figures["to"]) - Fraction(step.figures["from"])
        if change:
            code = getattr(step.figures.get(rule), "code", "") if rule in ("peak", "cap") else str(step.figures[rule])
            n, so_far, _ = found.get(code, (0, Fraction(0), step))
            found[code] = (n + 1, so_far + change, step)
    for n, change, step in found.values():
        major = change / 10**card.digits if rule == "cap" else change
        values: dict[str, Any] = {"n": f"{n:,}", "sign": "+" if change > 0 else "−", "change": _about(card, abs(major))}
        if rule == "peak":
            values |= {"label": step.figures["peak"].label, "factor": number(step.figures["peak"].factor)}
        if rule == "discount":
            by = step.figures["discount"]
            values |= {"at_least": number(by.at_least), "unit": unit(step.figures["unit"]), "percent": number(by.percent)}
        if rule == "cap":
            cap = step.figures["cap"]
            limit = money(Fraction(cap.amount, 10**card.digits), card.currency)
            values |= {"label": cap.label, "per": SCOPES[cap.per], "limit": limit}
        yield values


def _about(card: Card, amount: Fraction) -> str:
    """To the currency's unit, marked as near where that is not the whole of it: each use was rounded on its own."""
    near = Fraction(round(amount * 10**card.digits), 10**card.digits)
    return f"{'' if near == amount else '≈'}{money(near, card.currency)}"


def _steps(uses: Iterable[Line], rule: str) -> list[Step]:
    return [step for use in uses for step in use.steps if step.rule == rule]


def _sum(uses: Iterable[Line], rule: str, figure: str) -> Fraction:
    return sum((step.figures[figure] for step in _steps(uses, rule)), Fraction(0))
