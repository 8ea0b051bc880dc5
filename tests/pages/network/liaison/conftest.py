"""Browsers on Monday, and a relationship with everything in it."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from squaremile.kernel import clock
from squaremile.network import operations as network
from tests.network.liaison.cast import Cast, assemble
from tests.pages.people import browser
from tests.world import MONDAY, World


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def enter(world: World):
    return lambda who="", language="en": browser(world, who, language)


@pytest.fixture
def cast(world: World) -> Cast:
    return assemble(world)


@dataclass(frozen=True)
class Story:
    """Codes of what happened with Hanbit."""

    cast: Cast
    membership: str
    interaction: str
    promise: str
    internal: str
    introduction: str
    waiting: str
    credit: str


@pytest.fixture
def story(cast: Cast, world: World) -> Story:
    with world.as_("programme"):
        held = network.admit_member(member="HANBIT", tier="GOLD", start=MONDAY - timedelta(days=60), working_contact="PE-MAIL")
        network.assign_director(member="HANBIT", director="programme@example.org")
        log = network.log_interaction(
            member="HANBIT", kind="meeting", at=MONDAY - timedelta(days=20), title_ko="연골 협의", title_en="Cartilage talk",
            length=90, attendees="PE-USER", minutes_ko="회의록 본문", minutes_en="Body of the minutes",
            staff_notes_ko="내부 메모", staff_notes_en="Internal memo", entitlement="faculty_meeting",
        )
        made = network.make_promise(
            member="HANBIT", what_ko="시료 목록 보내기", what_en="Send the list of samples", due=date(2027, 2, 20),
            owner_kind="member",
        )
        inner = network.make_promise(
            member="HANBIT", what_ko="내부 검토", what_en="Internal review", due=date(2027, 3, 5), owner_kind="staff", internal=True
        )
        line = network.credit_activity(expert="PE-USER", activity="CAMPUS", interaction=log.code)
    with world.as_("hana"):
        asked = network.request_introduction(member="HANBIT", expert="PE-USER", reason_ko="비밀 사정", reason_en="Secret reason", anonymous=True)
        waits = network.request_introduction(member="HANBIT", lab="LB-1", reason_ko="장비가 궁금합니다", reason_en="About a machine")
    with world.as_("programme"):
        network.approve_introduction(introduction=asked.code, message_ko="만나고 싶답니다", message_en="They would like to meet")
    return Story(cast, held.code, log.code, made.code, inner.code, asked.code, waits.code, line.code)
