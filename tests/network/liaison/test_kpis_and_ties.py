"""Liaison work on the KPI board, and what a briefing sheet knows of earlier contacts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network.models import Partner
from squaremile.network.reads import kpis
from squaremile.network.reads.ties import ties
from tests.world import MONDAY, World

DAY = timedelta(days=1)


@pytest.fixture
def staff(world: World):
    with clock.as_of(MONDAY), world.as_("programme"):
        network.add_partner(code="PN-A", kind="university", name_ko="가대학", name_en="A University")
        for code in ("PE-1", "PE-2", "PE-3", "PE-4"):
            network.add_person(code=code, kind="researcher", name_ko=code, partner="PN-A", email=f"{code.lower()}@a.example")
        yield world


def figures(code: str) -> list[tuple[Decimal | None, int]]:
    (line,) = kpis.board(only=[code])
    return [(value.value, value.base) for value in line.values]


def test_nothing_is_missing_and_not_zero(staff):
    assert figures("introductions") == [(Decimal(0), 0)]
    assert figures("introductions_accepted") == [(None, 0)]
    assert figures("experts_asked") == [(None, 4)]
    assert figures("promises_on_time") == [(None, 0)]


def test_introductions_and_who_is_asked(staff):
    for member, expert in (("PN-A", "PE-1"), ("HANBIT", "PE-1"), ("PN-A", "PE-2")):
        made = network.request_introduction(member=member, expert=expert, reason_ko="상의", contact_name="담당", contact_email="a@a.example")
        network.approve_introduction(introduction=made.code, message_ko="한 번 만나 주시겠습니까")
    network.record_answer(introduction=made.code, accept=True, heard="전화")
    assert figures("introductions") == [(Decimal(3), 3)]
    assert figures("introductions_accepted") == [(Decimal("100.0"), 1)]
    # Uses 0, 0, 1, 2 over four experts: 2·(3·1 + 4·2)/(4·3) − 5/4 = 0.58.
    assert figures("experts_asked") == [(Decimal("0.58"), 4)]


def test_meetings_and_promises(staff):
    network.log_interaction(member="PN-A", kind="meeting", at=MONDAY - DAY, title_ko="첫 회의", follow_up=False)
    network.log_interaction(member="PN-A", kind="call", at=MONDAY - DAY, title_ko="통화", follow_up=False)
    kept = network.make_promise(member="PN-A", what_ko="자료 보내기", due=date(2027, 3, 3), owner_kind="member")
    network.make_promise(member="PN-A", what_ko="시료 보내기", due=date(2027, 3, 4), owner_kind="member")
    assert figures("meetings_held") == [(Decimal(1), 1)]
    with clock.as_of(MONDAY + DAY):
        network.keep_promise(promise=kept.code, evidence="메일")
    with clock.as_of(MONDAY + 9 * DAY):
        assert figures("promises_on_time") == [(Decimal("50.0"), 2)]


def test_a_sheet_knows_the_last_contacts_and_what_is_open(staff):
    for n in range(5):
        network.log_interaction(member="PN-A", kind="meeting", at=MONDAY - n * DAY, title_ko=f"회의 {n}", follow_up=False)
    network.make_promise(member="PN-A", what_ko="자료 보내기", due=date(2027, 3, 3), owner_kind="member")
    found = ties(Partner.objects.get(code="PN-A").id)
    assert [t.says_ko for t in found if not t.open_promise] == ["회의: 회의 0", "회의: 회의 1", "회의: 회의 2"]
    assert [t.says_ko for t in found if t.open_promise] == ["가대학: 자료 보내기"]
    assert ties(None) == ()


def test_a_company_reads_no_contact_of_anothers(staff):
    network.log_interaction(member="PN-A", kind="meeting", at=MONDAY - DAY, title_ko="비밀 회의", follow_up=False)
    partner = Partner.objects.get(code="PN-A").id
    with staff.as_("hana"):
        assert ties(partner) == ()
