"""A stock list: brought once, in a dry run not at all, and nothing where a row is to be corrected."""

from __future__ import annotations

import io
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from squaremile.cli.imports.csv.apply import apply
from squaremile.cli.imports.csv.reader import read
from squaremile.kernel import clock
from squaremile.safety import operations as safety
from squaremile.safety.reads import containers, substances
from tests.world import MONDAY, World

SEOUL = ZoneInfo("Asia/Seoul")
HEAD = "번호,물질,CAS,양,단위,회사,방,보관함,유효기한"
SHEET = (
    f"{HEAD}\nB-1,아세톤,67-64-1,4,L,한빛바이오,R201,CB-1,2028-05-01\nB-2,아세톤,67-64-1,\"2,5\",L,HANBIT,R201,,\n"
    ",우리 후보물질,,500 mg,,HANBIT,R202,,\n"
).replace('"2,5"', "2.5")


@pytest.fixture(autouse=True)
def cabinet(world: World):
    with clock.as_of(MONDAY):
        with world.as_("safety"):
            safety.add_cabinet(place="R201", code="CB-1", name_ko="보관함", approved=True)
        yield


def test_a_list_is_brought_once_and_a_dry_run_leaves_nothing(world: World):
    for dry, made in ((True, (3, 0)), (False, (3, 0)), (False, (0, 3))):
        reading = read("containers", SHEET.encode("cp949"), zone=SEOUL)
        assert apply(reading, zone=SEOUL, dry_run=dry) == ()
        tally = reading.report.tallies["containers"]
        assert ((tally.created, tally.unchanged), reading.report.unaccounted()) == (made, {})
        with world.as_("hana"):
            assert len(containers.here()) == (0 if dry else 3)
    with world.as_("hana"):
        rows = {(r.name.ko, r.amount, r.room, r.cabinet) for r in containers.here()}
        shared = {s.name_ko: s.shared for s in substances.substances()}
    assert rows == {("아세톤", "4 L", "R201", "CB-1"), ("아세톤", "2.5 L", "R201", ""), ("우리 후보물질", "500 mg", "R202", "")}
    assert shared == {"아세톤": True, "우리 후보물질": False}
    with world.as_("sora"):
        assert containers.here() == []
        assert [s.name_ko for s in substances.substances()] == ["아세톤"]


def test_the_same_as_a_workbook(world: World):
    book = Workbook()
    book.active.append(["barcode", "cas", "amount", "unit", "owner", "room"])
    book.active.append(["X-1", "64-17-5", 4, "L", "HANBIT", "R201"])
    file = io.BytesIO()
    book.save(file)
    for _again in range(2):
        assert apply(read("containers", file.getvalue(), zone=SEOUL), zone=SEOUL) == ()
    with world.as_("hana"):
        assert [r.amount for r in containers.here()] == ["4 L"]


@pytest.mark.parametrize(("rows", "said"), [
    ("1,,67-64-2,4,L,HANBIT,R201,,", "check digit"), ("1,아세톤,,viel,,HANBIT,R201,,", "amount"), ("1,,,4,L,HANBIT,R201,,", "neither"),
    ("1,아세톤,,4,L,누구,R201,,", "no company"), ("1,아세톤,,4,L,HANBIT,R9,,", "no room"), ("1,아세톤,,4,L,HANBIT,R202,CB-1,", "no cabinet"),
    (",아세톤,,4,L,HANBIT,R201,,\n,아세톤,,4,L,HANBIT,R201,,", "more than once"),
])  # fmt: skip
def test_a_row_to_be_corrected_is_told_in_both_languages_and_nothing_is_saved(world: World, rows: str, said: str):
    errors = apply(read("containers", f"{HEAD}\n9,물,,1,L,HANBIT,R201,,\n{rows}\n".encode(), zone=SEOUL), zone=SEOUL)
    assert errors[0].row == 3 + rows.count("\n")
    assert said in errors[0].text.en
    assert errors[0].text.ko
    with world.as_("hana"):
        assert containers.here() == []
