"""Bytes become cells, or one clear refusal."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from squaremile.core.sheets import table
from squaremile.core.sheets.table import CellError, Formula, Table, read_table
from squaremile.kernel.errors import Invalid


def workbook(*rows: list[object], other: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if other:
        book.create_sheet(other).append(["x"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_korean_text_survives_each_encoding(encoding: str) -> None:
    read = read_table("이름,비고\n뷁 홍길동,똠방각하\n".encode(encoding))

    assert [row.cells for row in read.rows] == [("이름", "비고"), ("뷁 홍길동", "똠방각하")]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_separator_is_found_even_with_commas_in_quoted_headers(mark: str) -> None:
    read = read_table(f'"a,b,c"{mark}d{mark}e\n1{mark}2{mark}3\n'.encode())

    assert read.rows[1].cells == ("1", "2", "3")


def test_rows_are_numbered_as_the_sheet_shows_them() -> None:
    read = read_table(b'a,b\r\n"two\nlines",1\r\n,\r\n\r\nc,d\r\n')

    assert [row.number for row in read.rows] == [1, 2, 5]


def test_a_workbook_keeps_dates_numbers_formulas_and_errors_apart() -> None:
    read = read_table(workbook(["a"], [datetime(2026, 3, 2, 9)], [12.5], ["=1+1"], ["#N/A"], [None], ["x"], other="둘"))

    cells = [row.cells[0] for row in read.rows]
    assert cells == ["a", datetime(2026, 3, 2, 9), 12.5, Formula("=1+1"), CellError("#N/A"), "x"]
    assert read.rows[-1].number == 7
    assert read.other_sheets == ("둘",)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "imports.empty"),
        (b"\r\n,\r\n", "imports.empty"),
        (b"name\n\xff\xff", "imports.not_text"),
        (b'a,b\n"never closed,1\n', "imports.broken_csv"),
        (b"PK\x03\x04 not a zip", "imports.not_xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old excel", "imports.not_xlsx"),
    ],
)
def test_a_wrong_file_gets_one_clear_refusal(data: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_table(data)

    assert refused.value.code == code


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "hello")

    with pytest.raises(Invalid, match=r"imports\.not_xlsx"):
        read_table(out.getvalue())


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "LARGEST", 1000)

    with pytest.raises(Invalid, match=r"imports\.too_large"):
        read_table(workbook(["a"]))


@given(st.binary(max_size=300) | st.binary(max_size=100).map(lambda tail: b"PK\x03\x04" + tail))
def test_no_bytes_at_all_make_it_crash(data: bytes) -> None:
    try:
        assert isinstance(read_table(data), Table)
    except Invalid as refused:
        assert refused.code.startswith("imports.")
