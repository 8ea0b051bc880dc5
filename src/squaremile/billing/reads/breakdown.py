"""A month so far by project, person and instrument, each with what the month comes to at this pace."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from squaremile.billing.policies.charges import Charged
from squaremile.billing.reads import months
from squaremile.billing.words import budgets as words
from squaremile.core.reads import people, projects
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Part:
    """What one project, person or instrument comes to: net, before vouchers."""

    label: Text
    code: str
    uses: int
    net: Money
    forecast: Money


@dataclass(frozen=True, slots=True)
class Split:
    """The whole month told apart by one thing; its parts add up to it."""

    by: str
    title: Text
    parts: tuple[Part, ...]


def splits(charges: Iterable[Charged], currency: str, month: date) -> tuple[Split, ...]:
    """By project, person and instrument, the dearest first. Two statements for names."""
    rows = list(charges)
    known = projects.some(c.project for c in rows if c.project)
    named = people.named(c.person for c in rows if c.person)

    def project(charge: Charged) -> tuple[Text, str]:
        found = known.get(charge.project) if charge.project else None
        return (found.name, found.code) if found else (words.NO_PROJECT, "")

    def person(charge: Charged) -> tuple[Text, str]:
        found = named.get(charge.person) if charge.person else None
        return (found.name, found.email) if found else (words.NOBODY, "")

    def subject(charge: Charged) -> tuple[Text, str]:
        return charge.label, charge.subject if charge.contract is None else ""

    return tuple(
        Split(by, words.BY[by], _parts(rows, key, currency, month))
        for by, key in (("project", project), ("person", person), ("instrument", subject))
    )


def _parts(rows: list[Charged], key: Callable[[Charged], tuple[Text, str]], currency: str, month: date) -> tuple[Part, ...]:
    found = defaultdict[Hashable, list[Charged]](list)
    labels: dict[Hashable, tuple[Text, str]] = {}
    for charge in rows:
        label, code = key(charge)
        at = code or label.en
        found[at].append(charge)
        labels[at] = label, code
    parts = [
        Part(
            *labels[at], sum(c.contract is None for c in mine), Money(sum(c.net for c in mine), currency),
            Money(at_this_pace(mine, month), currency),
        )
        for at, mine in found.items()
    ]
    return tuple(sorted(parts, key=lambda part: (-part.net.minor, part.code, part.label.en)))


def at_this_pace(charges: Iterable[Charged], month: date) -> int:
    """Contracts are owed whole already, and what came late is no use of this month; use goes on at its pace."""
    rows = list(charges)
    use = sum(c.net for c in rows if c.kind == "use")
    days, of = (months.today() - month).days + 1, months.last_of(month).day
    return sum(c.net for c in rows) - use + round(Fraction(use * of, max(1, min(days, of))))
