"""Each cell is read as what it says, or refused with what to do; nothing is guessed."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.core.sheets import row_words as words
from squaremile.core.sheets.cells import Trouble, business_number, email, flag, plain, safe_cell, whole
from squaremile.core.sheets.table import Cell, CellError, Formula
from squaremile.core.sheets.times import clock_or_moment, completed, day

SEOUL, BOSTON = ZoneInfo("Asia/Seoul"), ZoneInfo("America/New_York")
NINE = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "said",
    [
        "2026-03-02 09:00",
        "2026-03-02T09:00:00",
        "2026/3/2 9:00",
        "2026. 3. 2. 오전 9:00",
        "2026.03.02(월) 09:00",
        "2026년 3월 2일 9시",
        "2026년 3월 2일 (월요일) 오전 9시 0분",
        "2026-03-02 9:00 AM",
        "2026-03-02T00:00:00Z",
        "2026-03-01 19:00 -05:00",
        datetime(2026, 3, 2, 9),
    ],
)
def test_moments_as_people_write_them(said: Cell) -> None:
    assert clock_or_moment(said, SEOUL) == NINE


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("9:30", 570), ("오후 1시 30분", 810), ("12:00 am", 0), ("오후 12:05", 725), ("24:00", 1440), (time(9, 30), 570)],
)
def test_a_time_of_day_waits_for_its_date(said: Cell, minutes: int) -> None:
    value = clock_or_moment(said, SEOUL)

    assert value == timedelta(minutes=minutes)
    with pytest.raises(Trouble, match="no date"):
        completed(timedelta(minutes=minutes), None, SEOUL)


def test_midnight_at_the_end_of_a_day_is_the_next_day() -> None:
    assert completed(timedelta(hours=24), date(2026, 3, 2), SEOUL) == datetime(2026, 3, 2, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("03/04/2026 09:00", words.UNCLEAR_DAY),
        ("2026-02-30 09:00", words.NOT_MOMENT),
        ("2026-03-02", words.NOT_MOMENT),
        ("2026-03-02 25:00", words.NOT_MOMENT),
        ("2026-03-02 13:00 pm", words.NOT_MOMENT),
        ("tomorrow", words.NOT_MOMENT),
        ("0000-03-02 09:00", words.NOT_MOMENT),
        ("2026-03-02 09:00+99:99", words.NOT_MOMENT),
    ],
)
def test_what_is_no_moment_is_refused(said: str, what: object) -> None:
    with pytest.raises(Trouble) as trouble:
        clock_or_moment(said, SEOUL)

    assert trouble.value.what == what


@pytest.mark.parametrize(("said", "english"), [("2026-03-08 02:30", "exist"), ("2026-11-01 01:30", "twice")])
def test_an_hour_that_clocks_skip_or_repeat_is_refused_unless_its_offset_is_there(said: str, english: str) -> None:
    with pytest.raises(Trouble, match=english):
        clock_or_moment(said, BOSTON)

    assert isinstance(clock_or_moment(f"{said}-05:00", BOSTON), datetime)


def test_days() -> None:
    assert (
        day("2026.3.2", SEOUL)
        == day(datetime(2026, 3, 2, 5), SEOUL)
        == day("2026년 3월 2일", SEOUL)
        == date(2026, 3, 2)
    )
    assert day("", SEOUL) is None
    for wrong in ("3/4/2026", "2026-13-01", "soon", "2026-03-02 late"):
        with pytest.raises(Trouble):
            day(wrong, SEOUL)


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+A1", " =x", Formula("=A1")])
def test_a_formula_is_never_taken(cell: Cell) -> None:
    with pytest.raises(Trouble) as trouble:
        plain(cell)

    assert trouble.value.what == words.FORMULA


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("+82 10-1234-5678", "+82 10-1234-5678"),
        ("-12.5", "-12.5"),
        ("-", "-"),
        ("'=literal", "=literal"),
        ("  이름\u200b ", "이름"),
        ("\u1112\u1161\u11ab", "한"),
        (12.0, "12"),
        (1.5, "1.5"),
        (None, ""),
        (True, "yes"),
    ],
)
def test_plain_text_comes_through_composed_and_clean(cell: Cell, text: str) -> None:
    assert plain(cell) == text


def test_an_excel_error_is_no_text() -> None:
    with pytest.raises(Trouble) as trouble:
        plain(CellError("#N/A"))

    assert trouble.value.what == words.CELL_ERROR


@given(st.text(max_size=20))
def test_what_we_write_never_computes_and_is_still_all_there(value: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([safe_cell(value)])

    (cells,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert cells[0][:1] not in ("=", "@", "+", "-", "\t", "\r")
    assert cells[0].endswith(value)


@pytest.mark.parametrize("good", ["124-81-00998", "1248100998", " 124 81 00998 ", 1248100998])
def test_a_business_number_with_the_right_check_digit(good: Cell) -> None:
    assert business_number(good, SEOUL) == "124-81-00998"


@pytest.mark.parametrize("bad", ["124-81-00999", "124-81-0099", "١٢٤٨١٠٠٩٩٨", "abc"])
def test_a_business_number_without_it(bad: str) -> None:
    with pytest.raises(Trouble):
        business_number(bad, SEOUL)


@given(st.text("0123456789", min_size=9, max_size=9), st.sampled_from("0123456789"))
def test_one_of_ten_check_digits_is_right(nine: str, _: str) -> None:
    good = 0
    for last in "0123456789":
        try:
            business_number(nine + last, SEOUL)
            good += 1
        except Trouble:
            continue
    assert good == 1


def test_addresses_numbers_and_flags() -> None:
    assert email("mailto:Kim@Site.Example", SEOUL) == "kim@site.example"
    assert (whole("1,000", SEOUL), whole(30.0, SEOUL), whole("", SEOUL)) == (1000, 30, None)
    assert (flag("가동", SEOUL), flag("N", SEOUL), flag("", SEOUL), flag(False, SEOUL)) == (True, False, None, False)
    for read, wrong in (
        (email, "kim"),
        (email, "a@b, c@d.e"),
        (whole, "30분"),
        (whole, "-1"),
        (whole, 1.5),
        (flag, "?"),
    ):
        with pytest.raises(Trouble):
            read(wrong, SEOUL)  # type: ignore[operator]


@given(st.text(max_size=30))
def test_no_text_makes_a_reader_crash(value: str) -> None:
    for read in (clock_or_moment, day, email, whole, flag, business_number):
        try:
            read(value, SEOUL)
        except Trouble as trouble:
            assert trouble.what.ko and trouble.what.en and trouble.todo.ko and trouble.todo.en
