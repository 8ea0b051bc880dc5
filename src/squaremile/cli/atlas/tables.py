"""Anybody's table as columns: CSV, TSV, Excel or Parquet by its suffix, and nothing dropped in silence.

Rows are numbered as a spreadsheet shows them: the header is row 1, the first record row 2; empty lines are not counted.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from squaremile.cli.terminal import Trouble

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

FIRST_RECORD = 2
"""The row number of the first record."""


class Columns(Mapping[str, list[str]]):
    """The columns asked for. `table[name]` is text, `numbers(name)` float64, `codes(name)` integers with their names."""

    def __init__(self, path: Path, table: pa.Table) -> None:
        self.path, self._table = path, table

    def __getitem__(self, name: str) -> list[str]:
        """The column as text: empty where there was nothing."""
        return ["" if each is None else str(each) for each in self._column(name).to_pylist()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table.column_names)

    def __len__(self) -> int:
        return int(self._table.num_columns)

    @property
    def rows(self) -> int:
        """How many records."""
        return int(self._table.num_rows)

    def _column(self, name: str) -> pa.ChunkedArray:
        if name not in self._table.column_names:
            raise unknown(self.path, [name], self._table.column_names)
        return self._table.column(name)

    def numbers(
        self, name: str, *, blank: float | None = None, only: NDArray[np.bool_] | None = None
    ) -> NDArray[np.float64]:
        """The column as float64, all of it finite.

        `blank` is what an empty cell stands for (`math.nan` for "unknown"); None refuses it. `only` are the records that
        matter: what stands in the others is not read, and they are NaN.

        Raises:
            Trouble: the row of the first cell that is empty, text, NaN or infinite.
        """
        import pyarrow as pa
        import pyarrow.compute as pc

        column = self._column(name)
        if only is not None:
            column = pc.if_else(pa.array(only), column, pa.scalar(None, column.type))
        if pa.types.is_boolean(column.type):
            raise self._not_a_number(name, column, 0)
        empty = np.asarray(pc.is_null(column))
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            column = pc.utf8_trim_whitespace(column)
            empty = empty | np.asarray(pc.fill_null(pc.equal(column, ""), True))
            column = pc.if_else(pa.array(empty), pa.scalar(None, column.type), column)
        missing = empty if only is None else empty & only
        if blank is None and missing.any():
            raise self._not_a_number(name, column, int(missing.argmax()))
        try:
            cast = pc.cast(column, pa.float64(), safe=False)
        except pa.ArrowInvalid:
            raise self._not_a_number(name, column, _first_text(column)) from None
        values = np.asarray(pc.fill_null(cast, 0.0), dtype=np.float64).copy()
        if (wrong := ~np.isfinite(values)).any():
            raise self._not_a_number(name, column, int(wrong.argmax()))
        values[empty] = 0.0 if blank is None else blank
        if only is not None:
            values[~only] = math.nan
        return values

    def codes(self, name: str) -> tuple[NDArray[np.int64], list[str]]:
        """The column as integers from 0 in order of appearance, and the text that each stands for."""
        import pyarrow as pa

        encoded = pa.array(self[name], pa.string()).dictionary_encode()
        return np.asarray(encoded.indices, dtype=np.int64), encoded.dictionary.to_pylist()

    def _not_a_number(self, name: str, column: pa.ChunkedArray, index: int) -> Trouble:
        said, row = column[index].as_py(), index + FIRST_RECORD
        if said is None or said == "":
            return Trouble(
                ko=f"{self.path.name} {row}행: ‘{name}’ 칸이 비어 있습니다. 숫자를 채우거나 그 행을 빼십시오.",
                en=f"{self.path.name}, row {row}: “{name}” is empty. Fill in a number or leave the row out.",
            )
        return Trouble(
            ko=f"{self.path.name} {row}행: ‘{name}’ 칸의 ‘{said}’ 값은 유한한 숫자가 아닙니다. 소수점은 마침표로, 천 단위 구분 없이 쓰십시오.",
            en=f"{self.path.name}, row {row}: “{name}” holds “{said}”, which is no finite number. "
            "Write the decimal point as a full stop, without separators of thousands.",
        )


def read_table(path: str | Path, columns: Sequence[str] | None = None) -> Columns:
    """The columns named (each once, in that order), or all of them.

    CSV may be UTF-8 (marked or not), UTF-16 with its mark, or CP949; its separator is the one that the header has most
    of. Excel is the first sheet. Parquet keeps its types.

    Raises:
        Trouble: no such file, unreadable, empty, a column that is not there (with those that are, and the nearest
            spelling) or there twice, a row with more or fewer cells than the header.
    """
    path = Path(path)
    if not path.is_file():
        raise Trouble(ko=f"파일이 없습니다: {path}", en=f"There is no such file: {path}")
    wanted = list(dict.fromkeys(columns)) if columns is not None else None
    match path.suffix.lower():
        case ".parquet" | ".pq":
            from squaremile.cli.atlas.reading import parquet as read
        case ".xlsx" | ".xlsm":
            from squaremile.cli.atlas.reading import excel as read
        case _:
            from squaremile.cli.atlas.reading import separated as read
    return Columns(path, read(path, wanted))


def unknown(path: Path, missing: Sequence[str], there: Sequence[str]) -> Trouble:
    """Columns that are not there: which, those that are, and the nearest spelling."""
    folded = {name.casefold(): name for name in reversed(there)}
    near = {
        name: folded[found[0]] for name in missing if (found := difflib.get_close_matches(name.casefold(), folded, 1, 0.6))
    }
    perhaps_ko = "".join(f" ‘{name}’ 대신 ‘{found}’ 열을 뜻하셨습니까?" for name, found in near.items())
    perhaps_en = "".join(f" Did you mean “{found}” by “{name}”?" for name, found in near.items())
    return Trouble(
        ko=f"{path.name}에 없는 열입니다: {', '.join(missing)}. 있는 열: {', '.join(there)}.{perhaps_ko}",
        en=f"{path.name} has no column {', '.join(missing)}. It has: {', '.join(there)}.{perhaps_en}",
    )


def refuse_twice(of: Mapping[str, str | None]) -> None:
    """One column for two things is a slip of the hand. `of` the columns by their options."""
    seen: dict[str, str] = {}
    for option, column in of.items():
        if column and (other := seen.setdefault(column, option)) != option:
            raise Trouble(
                ko=f"{other}, {option}에 같은 열이 있습니다: {column}. 서로 다른 열을 적으십시오.",
                en=f"{other} and {option} name the same column “{column}”. They are two different columns.",
            )


def _first_text(column: pa.ChunkedArray) -> int:
    """Where the first cell stands that does not parse, by halving."""
    import pyarrow as pa
    import pyarrow.compute as pc

    low, high = 0, len(column)
    while high - low > 1:
        middle = (low + high) // 2
        try:
            pc.cast(column.slice(low, middle - low), pa.float64())
            low = middle
        except pa.ArrowInvalid:
            high = middle
    return low


def answer(found: Any, as_json: bool) -> None:
    """Print the answer: one JSON object (keys sorted, floats in full, text as it is), or the same as indented lines.

    `found` is a mapping or has `as_dict()`.
    """
    from squaremile.cli.atlas.answering import lines, plain

    body = plain(found)
    if as_json:
        import json

        print(json.dumps(body, ensure_ascii=False, sort_keys=True, allow_nan=False), flush=True)
    else:
        print("\n".join(lines(body)), flush=True)
