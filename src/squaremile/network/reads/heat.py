"""The promise heat-map: partners against years or kinds, promised against arrived; and what is behind a cell."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from squaremile.kernel.words import Text
from squaremile.network.policies.promises import Definition, Figure, Promise, Share, band
from squaremile.network.reads.promises import Book, book

_SEP = "\x1f"


@dataclass(frozen=True, slots=True)
class Cell:
    """One partner in one column. None in a row where nothing was promised."""

    promised: Decimal
    arrived: Decimal
    lapsed: Decimal
    ratio: Decimal | None
    band: int
    column: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    party: str
    name: Text
    cells: tuple[Cell | None, ...]
    total: Cell


@dataclass(frozen=True, slots=True)
class Drilled:
    """One promise behind a figure: what it adds, and its entries."""

    what: Text
    party: Text
    share: Share


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The map of one unit; `units` are those that anything was promised in. `behind`: the promises of a chosen cell."""

    unit: str
    units: tuple[str, ...]
    by: str
    columns: tuple[tuple[str, Text], ...]
    rows: tuple[HeatRow, ...]
    totals: tuple[Cell | None, ...]
    total: Cell | None
    as_of: date
    behind: tuple[Drilled, ...]


def heat(unit: str, by: str, as_of: date, *, party: str = "", column: str = "") -> HeatMap:
    """`by` is `year` or `kind`. With a party or a column, what is behind that cell."""
    found = book()

    def group(promise: Promise) -> str:
        return f"{promise.party}{_SEP}{_column(promise, by)}"

    cells = found.figures(group, as_of=as_of, definition=Definition())
    units = tuple(sorted({f.unit for f in cells}, key=lambda u: (u != "KRW", u)))
    unit = unit if unit in units else (units[0] if units else "")
    grid = {tuple(f.key.split(_SEP)): f for f in cells if f.unit == unit}
    columns = sorted({key[1] for key in grid})
    rows = tuple(
        HeatRow(
            name, found.label(name), tuple(_cell(grid.get((name, c)), c) for c in columns),
            _sum([f for (p, _), f in grid.items() if p == name], ""),
        )
        for name in {key[0] for key in grid}
    )
    rows = tuple(sorted(rows, key=lambda r: (-r.total.promised, r.party)))
    whole = list(grid.values())
    return HeatMap(
        unit, units, by, tuple((c, found.label(c)) for c in columns), rows,
        tuple(_sum([f for (_, c), f in grid.items() if c == column_], column_) for column_ in columns),
        _sum(whole, "") if whole else None, as_of, _behind(found, grid, party, column),
    )


def _column(promise: Promise, by: str) -> str:
    return promise.kind if by == "kind" else str(promise.signed_on.year)


def _cell(figure: Figure | None, column: str) -> Cell | None:
    return None if figure is None else _sum([figure], column)


def _sum(figures: list[Figure], column: str) -> Cell:
    promised = sum((f.promised for f in figures), Decimal(0))
    arrived = sum((f.arrived for f in figures), Decimal(0))
    ratio = arrived / promised if promised else None
    return Cell(promised, arrived, sum((f.lapsed for f in figures), Decimal(0)), ratio, band(ratio), column)


def _behind(found: Book, grid: dict[tuple[str, ...], Figure], party: str, column: str) -> tuple[Drilled, ...]:
    if not (party or column):
        return ()
    chosen = [f for (p, c), f in grid.items() if party in ("", p) and column in ("", c)]
    shares = [share for f in chosen for share in f.shares]
    return tuple(
        Drilled(found.whats[s.promise.code], found.label(s.promise.party), s)
        for s in sorted(shares, key=lambda s: (-s.promise.amount, s.promise.code))
    )
