"""From a file to an Arrow table: separated text, the first sheet of a workbook, Parquet."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa

from squaremile.cli.atlas.tables import FIRST_RECORD, unknown
from squaremile.cli.terminal import Trouble

_SEPARATORS = ",\t;|"


def parquet(path: Path, wanted: Sequence[str] | None) -> pa.Table:
    import pyarrow.parquet as pq

    try:
        there = pq.read_schema(path).names
        names = _chosen(path, there, wanted)
        return pq.read_table(path, columns=names).select(names)
    except pa.ArrowInvalid as error:
        raise Trouble(
            ko=f"Parquet 파일로 읽을 수 없습니다: {path.name} ({error})",
            en=f"This cannot be read as Parquet: {path.name} ({error})",
        ) from error


def excel(path: Path, wanted: Sequence[str] | None) -> pa.Table:
    """The first sheet. Formulas and error values are refused where a column asked for holds them."""
    from squaremile.core.sheets.table import CellError, Formula, read_table
    from squaremile.kernel.errors import Invalid

    try:
        rows = [row.cells for row in read_table(path.read_bytes()).rows]
    except Invalid as error:
        raise Trouble(ko=f"{path.name}: {error.text.ko}", en=f"{path.name}: {error.text.en}") from error
    width = max(i + 1 for i, cell in enumerate(rows[0]) if cell not in (None, ""))
    there = ["" if cell is None else str(cell).strip() for cell in rows[0][:width]]
    names = _chosen(path, there, wanted)
    places = [there.index(name) for name in names]

    def cells() -> Iterator[list[str]]:
        for number, row in enumerate(rows[1:], start=FIRST_RECORD):
            if any(cell not in (None, "") for cell in row[width:]):
                raise _ragged(path, number, len(row), width)
            picked = [row[p] if p < len(row) else None for p in places]
            if found := next((c for c in picked if isinstance(c, Formula | CellError)), None):
                raise Trouble(
                    ko=f"{path.name} {number}행에 수식이나 오류 값({found.source})이 있습니다. 값으로 붙여 넣으십시오.",
                    en=f"{path.name}, row {number} holds a formula or an error ({found.source}). Paste it as a value.",
                )
            yield ["" if c is None else str(c) for c in picked]

    return _table(names, cells())


def separated(path: Path, wanted: Sequence[str] | None) -> pa.Table:
    """CSV and its relatives. Without a quotation mark in it the columns are cut out by Arrow, which is faster."""
    text = _decoded(path)
    if not text.strip():
        raise Trouble(ko=f"파일이 비어 있습니다: {path.name}", en=f"The file is empty: {path.name}")
    text = text.lstrip("\r\n")
    ends = text.find("\n")
    separator = _separator(text[: ends if ends >= 0 else None])
    if '"' not in text and "\r" not in text.replace("\r\n", ""):
        return _unquoted(path, text, separator, wanted)
    csv.field_size_limit(1 << 30)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        filled = (row for row in reader if row)
        there = [name.strip() for name in next(filled)]
        names = _chosen(path, there, wanted)
        return _table(names, _records(path, filled, len(there), [there.index(name) for name in names]))
    except csv.Error as error:
        raise Trouble(
            ko=f"{path.name} {reader.line_num}번째 줄의 따옴표가 맞지 않습니다 ({error}).",
            en=f"{path.name}, line {reader.line_num}: the quotation marks do not match ({error}).",
        ) from error


def _unquoted(path: Path, text: str, separator: str, wanted: Sequence[str] | None) -> pa.Table:
    from pyarrow import csv as arrow

    head, _, body = text.partition("\n")
    there = [name.strip() for name in head.rstrip("\r").split(separator)]
    names = _chosen(path, there, wanted)
    if not body.strip("\r\n"):
        return _table(names, [])
    places = [f"c{i}" for i in range(len(there))]
    bad: list[tuple[int, int]] = []

    def ragged(row: arrow.InvalidRow) -> str:
        bad.append((row.number, row.actual_columns))
        return "skip"

    table = arrow.read_csv(
        io.BytesIO(body.encode()),
        read_options=arrow.ReadOptions(use_threads=False, column_names=places),
        parse_options=arrow.ParseOptions(
            delimiter=separator, quote_char=False, ignore_empty_lines=True, invalid_row_handler=ragged
        ),
        convert_options=arrow.ConvertOptions(
            column_types=dict.fromkeys(places, pa.string()),
            strings_can_be_null=False,
            include_columns=[places[there.index(name)] for name in names],
        ),
    )
    if bad:
        raise _ragged(path, _counted(text, separator, len(there)), bad[0][1], len(there))
    return table.rename_columns(names)


def _counted(text: str, separator: str, width: int) -> int:
    """The number of the first row of another width, empty lines not counted."""
    filled = (line for line in text.split("\n") if line.rstrip("\r"))
    return next(number for number, line in enumerate(filled, start=1) if line.count(separator) + 1 != width)


def _records(path: Path, rows: Iterable[list[str]], width: int, places: list[int]) -> Iterator[list[str]]:
    for number, row in enumerate(rows, start=FIRST_RECORD):
        if len(row) != width:
            raise _ragged(path, number, len(row), width)
        yield [row[place] for place in places]


def _table(names: Sequence[str], rows: Iterable[list[str]]) -> pa.Table:
    columns: list[list[str]] = [[] for _ in names]
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            column.append(cell)
    return pa.table([pa.array(column, pa.string()) for column in columns], names=list(names))


def _chosen(path: Path, there: Sequence[str], wanted: Sequence[str] | None) -> list[str]:
    """The columns to take, each of them there exactly once."""
    names = [name for name in there if name] if wanted is None else list(wanted)
    if missing := [name for name in names if name not in there]:
        raise unknown(path, missing, [name for name in there if name])
    if twice := sorted({name for name in names if list(there).count(name) > 1}):
        raise Trouble(
            ko=f"{path.name}에 같은 이름의 열이 둘 이상입니다: {', '.join(twice)}. 이름을 다르게 고치십시오.",
            en=f"{path.name} has more than one column named {', '.join(twice)}. Give them different names.",
        )
    return names


def _ragged(path: Path, number: int, cells: int, width: int) -> Trouble:
    return Trouble(
        ko=f"{path.name} {number}행의 칸이 {cells}개인데 머리글은 {width}개입니다. 구분 기호나 따옴표를 확인하십시오.",
        en=f"{path.name}, row {number} has {cells} cells, the header {width}. Check separators and quotation marks.",
    )


def _separator(header: str) -> str:
    """What the header has most of outside quotation marks."""
    bare = "".join(part for i, part in enumerate(header.split('"')) if i % 2 == 0)
    return max(_SEPARATORS, key=bare.count)


def _unpacked(path: Path) -> bytes:
    """The file, or what is in it where its name ends in .gz, as statistical offices publish tables."""
    data = path.read_bytes()
    if path.suffix.lower() != ".gz":
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise Trouble(
            ko=f"gzip으로 풀 수 없습니다: {path.name}. 다시 내려받으십시오.",
            en=f"This is no gzip file, or it is cut short: {path.name}. Download it again.",
        ) from error


def _decoded(path: Path) -> str:
    """UTF-8 (marked or not), UTF-16 with its mark, or CP949, in which Korean Excel saves plain CSV."""
    data = _unpacked(path)
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Trouble(
        ko=f"글자를 읽을 수 없습니다: {path.name}. UTF-8, UTF-16, CP949 가운데 하나로 저장하십시오.",
        en=f"Its text cannot be read: {path.name}. Save it as UTF-8, UTF-16 or CP949.",
    )
