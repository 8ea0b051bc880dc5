"""A month so far by what the reader asks for, each part with what the month comes to at this pace."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from squaremile.billing.policies.charges import Charged
from squaremile.billing.reads import months
from squaremile.billing.words import budgets as words
from squaremile.core.reads import people, projects
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text

COLUMNS = tuple(words.BY)


@dataclass(frozen=True, slots=True)
class Cell:
    """A project, cost centre, instrument, person or month: what it is called, and its code."""

    by: str
    label: Text
    code: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What comes to the same of every column: net, before vouchers."""

    cells: tuple[Cell, ...]
    uses: int
    net: Money
    forecast: Money


@dataclass(frozen=True, slots=True)
class Table:
    """The whole month by some columns. Its parts add up to `net`; with what vouchers and disputes took off, to `billed`, which is the
    statement's net."""

    columns: tuple[str, ...]
    heads: tuple[Text, ...]
    parts: tuple[Part, ...]
    net: Money
    off: Money
    billed: Money


def table(charges: Iterable[Charged], by: Sequence[str], currency: str, month: date, billed: int) -> Table:
    """By the columns asked for, in their own order; the dearest first. Two statements for names."""
    rows = list(charges)
    columns = tuple(one for one in COLUMNS if one in by) or COLUMNS[:1]
    known = _cells(rows)
    found = defaultdict[tuple[str, ...], list[Charged]](list)
    cells = dict[tuple[str, ...], tuple[Cell, ...]]()
    for charge in rows:
        said = tuple(known[column](charge) for column in columns)
        at = tuple(cell.code or cell.label.en for cell in said)
        found[at].append(charge)
        cells[at] = said
    parts = [
        Part(
            cells[at], sum(c.contract is None for c in mine), Money(sum(c.net for c in mine), currency),
            Money(at_this_pace(mine, month), currency),
        )
        for at, mine in found.items()
    ]
    net = sum(part.net.minor for part in parts)
    return Table(
        columns, tuple(words.BY[one] for one in columns), tuple(sorted(parts, key=_order)), Money(net, currency), Money(billed - net, currency),
        Money(billed, currency),
    )


def _order(part: Part) -> tuple[int, list[tuple[str, str]]]:
    return -part.net.minor, [(cell.code, cell.label.en) for cell in part.cells]


def _cells(rows: list[Charged]) -> dict[str, Callable[[Charged], Cell]]:
    """How each column is read of a charge."""
    known = projects.some(c.project for c in rows if c.project)
    named = people.named(c.person for c in rows if c.person)

    def project(charge: Charged) -> Cell:
        found = known.get(charge.project) if charge.project else None
        return Cell("project", found.name, found.code) if found else Cell("project", words.NO_PROJECT)

    def cost_centre(charge: Charged) -> Cell:
        found = known.get(charge.project) if charge.project else None
        said = found.reference if found else ""
        return Cell("cost_centre", Text(ko=said, en=said) if said else words.NO_CENTRE)

    def person(charge: Charged) -> Cell:
        found = named.get(charge.person) if charge.person else None
        return Cell("person", found.name, found.email) if found else Cell("person", words.NOBODY)

    def instrument(charge: Charged) -> Cell:
        return Cell("instrument", charge.label, charge.subject if charge.contract is None else "")

    def month(charge: Charged) -> Cell:
        said = f"{charge.month:%Y-%m}"
        return Cell("month", Text(ko=said, en=said))

    return {"project": project, "cost_centre": cost_centre, "instrument": instrument, "person": person, "month": month}


def at_this_pace(charges: Iterable[Charged], month: date) -> int:
    """Contracts are owed whole already, and what came late is no use of this month; use goes on at its pace."""
    rows = list(charges)
    use = sum(c.net for c in rows if c.kind == "use")
    days, of = (months.today() - month).days + 1, months.last_of(month).day
    return sum(c.net for c in rows) - use + round(Fraction(use * of, max(1, min(days, of))))
