"""Applying sheets: people, organisations, equipment and bookings; every row or none, and once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from squaremile.booking.models import Equipment, Reservation, ReservationDetail
from squaremile.cli.imports.applying import IMPORT
from squaremile.cli.imports.csv.apply import apply
from squaremile.cli.imports.csv.reader import read
from squaremile.core.models import Organisation, RoleGrant, User
from squaremile.core.sheets.reading import Reading, RowError
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.spaces.models import Place
from tests.booking.asking import held
from tests.world import MONDAY, World

SEOUL = ZoneInfo("Asia/Seoul")
Import = Callable[..., tuple[Reading, tuple[RowError, ...]]]
ORGANISATIONS = "기관명,영문명,사업자등록번호,구분\n하늘랩,Sky Lab,220-81-62517,스타트업\n서강대학교,,,대학\n"
PEOPLE = (
    "이메일,이름,기관,역할,이용 기한\n"
    "gaon@sky.example,가온,하늘랩,연구원,\n"
    "nuri@sky.example,누리,220-81-62517,기업 관리자,2027-03-31\n"
    "dir@sky.example,한결,서강대학교,센터장,\n"
)
EQUIPMENT = (
    "장비명,영문명,관리번호,종류,위치,제조사,최소 예약(분),최대 예약(분),예약 가능 일수,가동,보유기관\n"
    "원심분리기,Centrifuge,A-001,원심분리기,R201,Beckman,30,240,14,예,\n"
    "초저온냉동고,,A-002,냉동고,지하 창고,,,,,아니오,하늘랩\n"
    "현미경 2호,Microscope 2,A-003,microscope,지하 창고,,,,,,\n"
)
BOOKINGS = (
    "장비,이메일,날짜,시작,종료,과제,비고\n"
    "CYTO-1,hana@example.org,2027-03-02,10:00,11:00,국가과제,세포 분석\n"
    "유세포분석기 1호,sora@example.org,2027-03-02,11:00,12:30,,\n"
    "CONFOCAL,hana@example.org,2027-02-02,09:07,09:40,PJ-HANBIT,지난 예약\n"
)


@pytest.fixture
def bring(world: World) -> Iterator[Import]:
    """Import a sheet, on Monday, into the site of the world."""

    def run(kind: str, sheet: str, *, encoding: str = "utf-8", **more: bool) -> tuple[Reading, tuple[RowError, ...]]:
        reading = read(kind, sheet.encode(encoding), zone=SEOUL)
        return reading, apply(reading, zone=SEOUL, site="JB", **more)

    with clock.as_of(MONDAY):
        yield run


def tally(reading: Reading) -> tuple[int, int, int]:
    found = reading.report.tallies[reading.sheet.kind]
    assert reading.report.unaccounted() == {}
    return found.created, found.unchanged, found.skipped.total()


def codes(reading: Reading, code: str) -> list[str]:
    return [each.subject for each in reading.report.findings if each.code == code]


def rows() -> tuple[int, ...]:
    with scope(IMPORT):
        return tuple(m.objects.count() for m in (Organisation, User, RoleGrant, Equipment, Place, Reservation))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_organisations_then_their_people(bring: Import, encoding: str):
    assert tally(bring("organisations", ORGANISATIONS, encoding=encoding)[0]) == (2, 0, 0)
    reading, errors = bring("people", PEOPLE, encoding=encoding)

    assert (tally(reading), errors) == ((3, 0, 0), ())
    with scope(IMPORT):
        kinds = dict(Organisation.objects.filter(name_ko__in=("하늘랩", "서강대학교")).values_list("name_ko", "kind"))
        found = RoleGrant.objects.filter(user__email__endswith="sky.example").select_related("user", "organisation")
        grants = {g.user.name_ko: (g.organisation.name_ko, g.role, g.valid.end) for g in found}
    assert kinds == {"하늘랩": "startup", "서강대학교": "university"}
    assert {name: grant[:2] for name, grant in grants.items()} == {
        "가온": ("하늘랩", "scientist"), "누리": ("하늘랩", "company_admin"), "한결": ("서강대학교", "scientist"),
    }  # fmt: skip
    assert grants["누리"][2] == datetime(2027, 4, 1, tzinfo=SEOUL)
    assert codes(reading, "role_by_hand") == ["csv:person:dir@sky.example"]


def test_an_organisation_that_is_here_is_that_one(bring: Import, world: World):
    reading, _ = bring("organisations", "기관명\n한빛바이오\n")

    assert (tally(reading), codes(reading, "was_here")) == ((0, 1, 0), ["csv:organisation:한빛바이오"])
    bring("people", "이메일,이름,기관\nnew@hanbit.example,새이,한빛바이오\n")
    with scope(IMPORT):
        assert RoleGrant.objects.get(user__email="new@hanbit.example").organisation_id == world.organisations["HANBIT"]


def test_people_of_an_unknown_organisation_stop_everything(bring: Import):
    before = rows()
    reading, errors = bring(
        "people", "이메일,이름,기관\na@x.example,가,한빛바이오\nb@x.example,나,없는곳\nc@x.example,다,몰라\n"
    )

    assert [(e.row, e.column, e.value) for e in errors] == [(3, "기관", "없는곳"), (4, "기관", "몰라")]
    assert "기관을 먼저 가져오거나" in errors[0].text.ko
    assert rows() == before
    assert dict(reading.report.tallies["people"].skipped) == {"invalid_row": 2}
    assert not reading.report.applied


def test_equipment_with_its_kinds_rooms_rules_and_owner(bring: Import):
    bring("organisations", ORGANISATIONS)
    reading, errors = bring("equipment", EQUIPMENT)

    assert (tally(reading), errors) == ((3, 0, 0), ())
    with scope(IMPORT):
        made = {
            e.asset_number: e
            for e in Equipment.objects.select_related("kind", "place", "rules", "owner", "site").exclude(
                asset_number=""
            )
        }
    assert (made["A-001"].place.code, made["A-001"].kind.name_ko, made["A-001"].maker) == (
        "R201",
        "원심분리기",
        "Beckman",
    )
    of = made["A-001"].rules
    assert (of.step_minutes, of.min_minutes, of.max_minutes, of.horizon_days) == (15, 30, 240, 14)
    assert (made["A-002"].state, made["A-002"].owner.name_ko, made["A-002"].name_en) == ("out_of_service", "하늘랩", "")
    assert (made["A-003"].place_id, made["A-003"].place.name_ko) == (made["A-002"].place_id, "지하 창고")
    assert made["A-003"].kind.code == "microscope"
    assert {each.site.code for each in made.values()} == {"JB"}


def test_bookings_as_they_were_agreed(bring: Import, world: World):
    reading, errors = bring("bookings", BOOKINGS)

    assert (tally(reading), errors) == ((3, 0, 0), ())
    with world.as_("hana"):
        own = ReservationDetail.objects.select_related("reservation", "project").order_by("starts_at")
        assert [(d.reservation.state, d.project.code, d.purpose) for d in own] == [
            ("done", "PJ-HANBIT", "지난 예약"), ("confirmed", "PJ-HANBIT", "세포 분석"),
        ]  # fmt: skip
        assert Reservation.objects.count() == 3
    with world.as_("sora"):
        assert [d.project for d in ReservationDetail.objects.all()] == [None]


def test_a_time_that_is_taken_is_told_and_the_rest_comes_in(bring: Import, world: World):
    """Taken until 10:30: the cytometer is cleaned for half an hour after every booking."""
    held(
        world,
        "sora",
        "CYTO-1",
        start=datetime(2027, 3, 2, 9, tzinfo=SEOUL),
        end=datetime(2027, 3, 2, 10, tzinfo=SEOUL),
    )
    reading, errors = bring("bookings", BOOKINGS)

    assert (tally(reading), errors) == ((2, 0, 1), ())
    assert len(codes(reading, "already_taken")) == 1


def test_bookings_that_name_nothing_here_stop_everything(bring: Import):
    before = rows()
    _, errors = bring(
        "bookings",
        "장비,이메일,시작,종료,과제\n"
        "CYTO-1,hana@example.org,2027-03-02 10:00,2027-03-02 11:00,\n"
        "없는장비,hana@example.org,2027-03-02 10:00,2027-03-02 11:00,\n"
        "CYTO-1,nobody@example.org,2027-03-03 10:00,2027-03-03 11:00,\n"
        "CYTO-1,hana@example.org,2027-03-04 10:00,2027-03-04 11:00,PJ-SAEBOM\n"
        "CYTO-1,operator@example.org,2027-03-05 10:00,2027-03-05 11:00,\n",
    )

    assert [(e.row, e.column) for e in errors] == [(3, "장비"), (4, "이메일"), (5, "프로젝트"), (6, "이메일")]
    assert rows() == before


def test_a_row_that_cannot_be_read_stops_everything(bring: Import):
    before = rows()
    reading, errors = bring("organisations", ORGANISATIONS + "누리,,123-45-67890,\n")

    assert [e.row for e in errors] == [4]
    assert rows() == before
    assert not reading.report.applied


@pytest.mark.parametrize(
    ("kind", "sheet"),
    [("organisations", ORGANISATIONS), ("people", PEOPLE), ("equipment", EQUIPMENT), ("bookings", BOOKINGS)],
)
def test_again_makes_nothing_new_and_a_dry_run_nothing_at_all(bring: Import, kind: str, sheet: str):
    if kind != "organisations":
        bring("organisations", ORGANISATIONS)
    before = rows()
    dry, _ = bring(kind, sheet, dry_run=True)
    assert rows() == before
    assert (dry.report.applied, dry.report.dry_run) == (True, True)
    made = tally(dry)[0]

    assert tally(bring(kind, sheet)[0]) == (made, 0, 0)
    between = rows()
    assert between != before
    assert tally(bring(kind, sheet)[0]) == (0, made, 0)
    assert rows() == between
