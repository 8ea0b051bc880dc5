"""A sheet becomes typed rows; every row that does not says where it is wrong and what to do."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from squaremile.cli.imports.csv.reader import read
from squaremile.cli.imports.csv.rows import BookingRow, EquipmentRow, OrganisationRow, PersonRow
from squaremile.core.sheets.reading import Reading, errors_as_csv
from squaremile.kernel.errors import Invalid
from squaremile.kernel.period import Period

SEOUL = ZoneInfo("Asia/Seoul")


def reading(kind: str, *lines: str, maps: tuple[str, ...] = (), encoding: str = "utf-8") -> Reading:
    result = read(kind, "\n".join(lines).encode(encoding), zone=SEOUL, maps=maps)
    assert result.report.unaccounted() == {}
    return result


def rows(result: Reading) -> list[object]:
    return [each.row for each in result.rows]


def test_people_from_a_korean_office() -> None:
    result = reading(
        "people",
        "성명,E-mail (필수),소속,연락처,출입 만료일,취미",
        "홍길동,Hong@Alpha.example,알파바이오,+82 10-1234-5678,2026. 12. 31.,등산",
        encoding="cp949",
    )

    assert rows(result) == [
        PersonRow(
            email="hong@alpha.example",
            name="홍길동",
            name_en="",
            organisation="알파바이오",
            role="",
            phone="+82 10-1234-5678",
            badge="",
            access_until=date(2026, 12, 31),
        )
    ]
    assert [each.text.en for each in result.report.findings] == ["Column not used: 취미"]


def test_organisations_in_english() -> None:
    result = reading(
        "organisations", "Name;English name;Business registration number", "알파바이오;Alpha Bio;1248100998"
    )

    assert rows(result) == [OrganisationRow("알파바이오", "Alpha Bio", "124-81-00998", "", "", "")]
    assert result.rows[0].row.external_id == "csv:organisation:124-81-00998"


def test_equipment_with_limits() -> None:
    result = reading(
        "equipment", "장비명,관리번호,최소 예약(분),가동 여부", "공초점 현미경,EQ-7,30,예", "원심분리기,EQ-8,,중지"
    )

    assert [
        (each.code, each.minimum_minutes, each.operational) for each in rows(result) if isinstance(each, EquipmentRow)
    ] == [
        ("EQ-7", 30, True),
        ("EQ-8", None, False),
    ]


def test_bookings_with_whole_moments_or_with_a_date_column() -> None:
    whole = reading("bookings", "장비,이메일,시작,종료", "EQ-7,a@x.example,2026-03-02 09:00,2026-03-02 10:00")
    split = reading("bookings", "장비,이메일,날짜,시작,종료", "EQ-7,a@x.example,2026-03-02,오전 9시,10:00")

    nine = datetime(2026, 3, 2, tzinfo=UTC)
    expected = [BookingRow("EQ-7", "a@x.example", Period(nine, nine.replace(hour=1)), "", "")]
    assert rows(whole) == rows(split) == expected


def test_every_error_of_a_row_is_told_at_once_in_both_languages() -> None:
    result = reading(
        "people", "이름,이메일,만료일", ",홍길동,03/04/2026", "김철수,kim@x.example,", "=A1,lee@x.example,"
    )

    assert [(error.row, error.column, error.value) for error in result.errors] == [
        (2, "이름", ""),
        (2, "이메일", "홍길동"),
        (2, "만료일", "03/04/2026"),
        (4, "이름", "=A1"),
    ]
    assert result.errors[1].text.en == (
        "Row 2, 이메일 “홍길동”: is not an e-mail address; write it like name@example.org."
    )
    assert result.errors[1].text.ko == (
        "2행 이메일 “홍길동”: 전자우편 주소가 아닙니다. name@example.org 처럼 적으십시오."
    )
    assert result.report.tallies["people"].skipped == {"invalid_row": 2}
    assert len(result.rows) == 1


def test_the_same_row_twice_is_taken_once_and_a_contradiction_is_an_error() -> None:
    result = reading("people", "이름,이메일", "가,a@x.example", "가,A@x.example", "나,a@x.example")

    assert [each.number for each in result.rows] == [2]
    assert result.report.tallies["people"].skipped == {"duplicate": 1, "invalid_row": 1}
    assert [(error.row, error.what.en) for error in result.errors] == [
        (4, "is the same one as row 2, with other values there")
    ]


def test_bookings_that_overlap_within_the_sheet() -> None:
    result = reading(
        "bookings",
        "equipment,email,start,end",
        "EQ-7,a@x.example,2026-03-02 09:00,2026-03-02 10:00",
        "eq-7,b@x.example,2026-03-02 09:30,2026-03-02 11:00",
        "EQ-7,c@x.example,2026-03-02 10:00,2026-03-02 11:00",
        "EQ-7,d@x.example,2026-03-02 12:00,2026-03-02 11:00",
    )

    assert [each.number for each in result.rows] == [2, 4]
    assert result.report.tallies["bookings"].skipped == {"displaced": 1, "invalid_row": 1}
    assert [each.text.en for each in result.report.findings if each.code == "displaced"] == [
        "Row 3: overlaps the booking in row 2 and is not imported. The one written first goes first."
    ]


def test_a_comma_that_should_have_been_quoted() -> None:
    result = reading("people", "이름,이메일", "홍길동,hong@x.example,서울,종로")

    assert [error.what.en for error in result.errors] == ["there are more cells than column names"]


def test_a_column_named_otherwise_is_mapped() -> None:
    result = reading("people", "Wer,Post,이름", "Kim,kim@x.example,ignored", maps=("Wer=name", "Post=email"))

    assert [each.name for each in rows(result) if isinstance(each, PersonRow)] == ["Kim"]
    assert [each.text.en for each in result.report.findings] == ["Column not used: 이름"]


@pytest.mark.parametrize(
    ("header", "maps", "code"),
    [
        ("x,y", (), "imports.no_header"),
        ("이름,전화", (), "imports.missing_columns"),
        ("이름,이메일,메일", (), "imports.ambiguous_columns"),
        ("이름,이메일", ("nonsense",), "imports.bad_map"),
        ("이름,이메일", ("이름=nickname",), "imports.bad_map"),
        ("이름,이메일", ("absent=name",), "imports.bad_map"),
    ],
)
def test_columns_that_cannot_be_told(header: str, maps: tuple[str, ...], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read("people", f"{header}\n1,2,3\n".encode(), zone=SEOUL, maps=maps)

    assert refused.value.code == code


def test_a_kind_we_do_not_read() -> None:
    with pytest.raises(Invalid, match=r"imports\.no_kind"):
        read("invoices", b"a\n1\n", zone=SEOUL)


def test_the_errors_come_as_a_sheet_that_computes_nothing() -> None:
    result = reading("people", "이름,이메일", "=cmd|x,a@x.example", "\x1b[2J가,nonsense")

    sheet = errors_as_csv(result.errors, "en").decode("utf-8-sig").splitlines()
    assert sheet[0] == "row,column,value,what is wrong,what to do"
    assert sheet[1].startswith("2,이름,'=cmd|x,is a formula,")
    assert "\x1b" not in "".join(each.text.en for each in result.report.findings)
