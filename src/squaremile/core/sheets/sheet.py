"""A kind of sheet: its columns, and how the cells of a row become one typed row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from squaremile.core.sheets.columns import Column
from squaremile.kernel.words import Text

Values = Mapping[str, object]


class TypedRow(Protocol):
    """A row that says what it is: `key` within the sheet, `external_id` for a memory of what was brought before."""

    @property
    def key(self) -> str: ...

    @property
    def external_id(self) -> str: ...


class RowTrouble(Exception):
    """Cells that are fine each by itself but not together; ``column`` is the one to correct."""

    def __init__(self, column: str, what: Text, todo: Text) -> None:
        super().__init__(what.en)
        self.column, self.what, self.todo = column, what, todo


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of sheet: ``build`` makes the typed row or raises ``RowTrouble``.

    ``each_counts``: two rows alike may be two things (two bottles), so neither is taken for the other.
    """

    kind: str
    label: Text
    columns: tuple[Column, ...]
    build: Callable[[Values, ZoneInfo], TypedRow]
    each_counts: bool = False
