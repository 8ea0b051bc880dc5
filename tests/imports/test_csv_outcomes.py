"""A sheet of outcomes: brought once, in a dry run not at all, and nothing where a row is to be corrected."""

from __future__ import annotations

import io
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from squaremile.cli.imports.applying import IMPORT
from squaremile.cli.imports.csv.apply import apply
from squaremile.cli.imports.csv.reader import read
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.residency import operations as residency
from squaremile.residency.models import OutcomeEntry
from tests.world import MONDAY, World

SEOUL = ZoneInfo("Asia/Seoul")
HEAD = "기업,종류,날짜,금액,통화,인원,자금원,라운드,증빙,확인"
SHEET = (
    f"{HEAD}\n한빛바이오,자금 유치,2026-05-02,\"3,000,000,000\",원,,벤처투자,시드,https://example.org/a,예\n"
    "HANBIT,jobs,2026-12-31,,,12,,,,\n,지역 초기 투자 총액,2026-12-31,90000000000,KRW,,,,,\n"
)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def company(world: World):
    with world.as_("programme"):
        return residency.open_record(organisation="HANBIT")


def kept():
    with scope(IMPORT):
        rows = OutcomeEntry.objects.order_by("kind")
        return [(o.kind, o.company_id, o.amount_minor, o.count, o.confidence, o.origin) for o in rows]


def test_a_sheet_is_brought_once_and_a_dry_run_leaves_nothing(world: World, company):
    for dry, made in ((True, (3, 0)), (False, (3, 0)), (False, (0, 3))):
        reading = read("outcomes", SHEET.encode("cp949"), zone=SEOUL)
        assert apply(reading, zone=SEOUL, dry_run=dry) == ()
        tally = reading.report.tallies["outcomes"]
        assert ((tally.created, tally.unchanged), reading.report.unaccounted()) == (made, {})
        assert len(kept()) == (0 if dry else 3)
    assert kept() == [
        ("capital", company.id, 3_000_000_000, None, "verified", "import"),
        ("jobs", company.id, None, 12, "self_reported", "import"),
        ("regional_financing", None, 90_000_000_000, None, "self_reported", "import"),
    ]


def test_the_same_as_a_workbook(world: World, company):
    book = Workbook()
    book.active.append(["company", "kind", "date", "count", "reference"])
    book.active.append(["HANBIT", "patent_filed", "2026-06-01", 2, "P-1"])
    file = io.BytesIO()
    book.save(file)
    for _again in range(2):
        assert apply(read("outcomes", file.getvalue(), zone=SEOUL), zone=SEOUL) == ()
    assert [row[3] for row in kept()] == [2]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("누구,jobs,2026-12-31,,,12,,,,", "no company on record"), ("HANBIT,happiness,2026-12-31,,,1,,,,", "not in the list"),
        ("HANBIT,jobs,2026-12-31,,,,,,,", "does not fit this kind"), ("HANBIT,jobs,2028-01-01,,,3,,,,", "lies ahead"),
        ("HANBIT,자금 유치,2026-12-31,많이,KRW,,grant,,,", "not an amount"), ("HANBIT,ipo,2026-12-31,,,,,,ftp://x,", "not an address"),
        ("HANBIT,ipo,2026-12-31,,,,,,,예", "does not fit this kind"),
    ],
)  # fmt: skip
def test_a_row_to_correct_changes_nothing(world: World, company, row: str, said: str):
    reading = read("outcomes", f"{SHEET}{row}\n".encode(), zone=SEOUL)
    assert [said in error.text.en for error in apply(reading, zone=SEOUL)] == [True]
    assert kept() == []
