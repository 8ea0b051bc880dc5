"""How a result shows itself: as plain values for JSON (`as_dict`), as a table in a notebook (`_repr_html_`)."""

import dataclasses
import html
import math
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from squaremile.kernel.words import Text

Column = Sequence[Any] | NDArray[Any]
Table = Mapping[str, Column]
"""Name of each column → its values, all as many."""

ROWS_SHOWN = 20
"""Rows of a table in a notebook; how many more there are is said below them."""


class Shown:
    """For frozen dataclasses of results. Override `tables` where the fields are not the natural table.

    `as_dict` keeps full float precision; what is not a finite number becomes None, because JSON has no other word for it.
    """

    __slots__ = ()

    def as_dict(self) -> dict[str, Any]:
        """The fields as plain values: arrays as lists, nested results as dictionaries, both languages of a text."""
        return {f.name: plain(getattr(self, f.name)) for f in dataclasses.fields(self) if f.repr}  # type: ignore[arg-type]

    def tables(self) -> Mapping[str, Table]:
        """Name of each table → name of each column → its values. By default one table of the longest equal columns."""
        held = {name: value for name, value in self.as_dict().items() if isinstance(value, list)}
        flat = {n: v for n, v in held.items() if v and not isinstance(v[0], list | dict)}
        longest = max((len(v) for v in flat.values()), default=0)
        return {type(self).__name__: {n: v for n, v in flat.items() if len(v) == longest}} if flat else {}

    def _repr_html_(self) -> str:
        """The single figures, then each table with its first rows."""
        singles = {n: v for n, v in self.as_dict().items() if not isinstance(v, list | dict)}
        head = "".join(f"<li>{html.escape(n)}: {html.escape(_said(v))}</li>" for n, v in singles.items())
        parts = [f"<ul>{head}</ul>"] if head else []
        parts += [_table(name, columns) for name, columns in self.tables().items()]
        return "".join(parts) or f"<p>{html.escape(type(self).__name__)}</p>"


def plain(value: Any) -> Any:
    """A value as JSON can hold it: numbers keep every digit, NaN and infinity are None."""
    if isinstance(value, np.ndarray):
        return [plain(v) for v in value.tolist()]
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, Text):
        return {"ko": value.ko, "en": value.en}
    if isinstance(value, Shown):
        return value.as_dict()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(plain(v) for v in value)
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value


def rows(table: Table) -> list[dict[str, Any]]:
    """A table of columns as a list of rows, with plain values."""
    columns = [plain(list(c)) if not isinstance(c, np.ndarray) else plain(c) for c in table.values()]
    return [dict(zip(table, row, strict=True)) for row in zip(*columns, strict=True)]


def _said(value: Any) -> str:
    if value is None:
        return "–"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _table(name: str, columns: Table) -> str:
    values = [plain(v) if isinstance(v, np.ndarray) else list(v) for v in columns.values()]
    rows = max((len(v) for v in values), default=0)
    head = "".join(f"<th>{html.escape(n)}</th>" for n in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(_said(plain(v[n])))}</td>" for v in values) + "</tr>"
        for n in range(min(rows, ROWS_SHOWN))
    )
    more = f"<caption>{html.escape(name)}" + (f" (+{rows - ROWS_SHOWN})" if rows > ROWS_SHOWN else "") + "</caption>"
    return f"<table>{more}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
