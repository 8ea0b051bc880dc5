"""A closed month rated anew: what it comes to now, less what was billed of it, line by line."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Sum

from squaremile.billing.policies import lateness
from squaremile.billing.policies.card import Tax
from squaremile.billing.policies.charges import Charged, decimal
from squaremile.billing.policies.reasons import Reason
from squaremile.billing.reads import months
from squaremile.billing.words import closing as words
from squaremile.kernel.words import Text, both

Line = tuple[str, str, int, str]
"""Card, item, version, tax: what a difference is told apart by."""
_SAID = ("card", "item", "version", "tax_code", "tax_category", "tax_percent", "label_ko", "label_en", "unit")


@dataclass(frozen=True, slots=True)
class _Like:
    """What a difference says of its line."""

    label: Text
    unit: str
    tax: Tax


def differences(
    earlier: date, month: date, billed: Iterable[Any], anew: list[Charged], known: Collection[str], say: Callable[[int], str]
) -> list[Charged]:
    """`billed`: the tables' rows of the earlier month; `known`: origins of what was billed, of which `anew` says what it is now.
    Whatever was billed and is not rated any more comes off."""
    before, like = _billed(billed)
    now: defaultdict[Line, int] = defaultdict(int)
    for charge in anew:
        like[_line(charge)] = _Like(charge.label, charge.unit, charge.tax)
        if charge.origin in known:
            now[_line(charge)] += charge.net
    found = list[Charged]()
    for key, amount in sorted(lateness.differences(now, before).items()):
        (card, item, version, _), said_of = key, like[key]
        values = {"month": f"{earlier:%Y-%m}", "now": say(now.get(key, 0)), "before": say(before.get(key, 0)), "amount": say(amount)}
        origin = f"rerated:{earlier:%Y-%m}:{card}:{item}:{version}:{month:%Y-%m}"
        found.append(Charged(
            "late", earlier, origin, sum(c.origin == origin for c in found), item, said_of.label, card, version, "", earlier,
            months.last_of(earlier), decimal(Fraction(0)), said_of.unit, amount, amount, said_of.tax,
            (Reason("rerated", f"{card} v{version}", words.RERATED.fill(values)),),
        ))
    return found


def _line(charge: Charged) -> Line:
    return charge.card, charge.item, charge.version, charge.tax.code


def _billed(tables: Iterable[Any]) -> tuple[dict[Line, int], dict[Line, _Like]]:
    """What was billed, line by line, and what it was called."""
    nets, like = defaultdict[Line, int](int), dict[Line, _Like]()
    for rows in tables:
        for card, item, version, tax, category, percent, ko, en, unit, net in rows.values_list(*_SAID).annotate(net=Sum("net")).order_by():
            nets[card, item, version, tax] += net
            like[card, item, version, tax] = _Like(both(ko, en), unit, Tax(tax, category, Fraction(percent)))
    return dict(nets), like
