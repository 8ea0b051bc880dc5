"""From the long list to the agenda on a need's page: by the staff, and what its company and a rival see of it."""

import pytest

from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network.models import Agenda, SoftCheck, VisitWish
from tests.network.needs import way
from tests.network.needs.asking import a_need
from tests.network.visits.staged import delegation
from tests.pages.people import browser
from tests.world import MONDAY

ONE = {"subject": "person", "subject_code": "PE-001"}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def need(world):
    made = a_need(world, listed=True).code
    with world.as_("programme"):
        way.expert()
        delegation()
        network.move_need(need=made, state="matching")
    return made


def test_the_whole_way_on_one_page(world, need):
    office, at = browser(world, "programme", "ko"), f"/network/needs/{need}/"

    def post(act, **sent):
        return office.post(f"{at}{act}/", sent).status_code

    assert post("move", state="soft_check") == 409
    assert post("long-list", why_ko="논문", **ONE) == 303
    assert post("long-list/order", position="1", **ONE) == 303
    assert post("move", state="soft_check") == 303
    assert post("asked", way="phone", question_ko="한빛바이오가 묻습니다", **ONE) == 409
    assert post("asked", way="phone", question_ko="뜻이 있으십니까?", **ONE) == 303
    assert post("long-list/off", **ONE) == 409
    with world.as_("programme"):
        check = SoftCheck.objects.get().code
    page = office.get(at).content.decode()
    assert all(word in page for word in ("고연골", "뜻이 있으십니까?", "답을 기다림"))
    assert "기다리는 답 1건" in office.get("/network/needs/").content.decode()
    assert post("answered", soft_check=check, answer="yes", heard="전화로") == 303
    assert post("move", state="agenda") == 303
    assert post("agenda", title_ko="연골 협의") == 303
    with world.as_("programme"):
        agenda = Agenda.objects.get().code
    assert post("agenda/agree", agenda=agenda) == 409
    assert post("agenda/subject", agenda=agenda, says_ko="시험 조건", minutes="40") == 303
    assert post("agenda/subject", agenda=agenda, says_ko="나중 일", minutes="10") == 303
    assert post("agenda/subject", agenda=agenda, drop="2") == 303
    assert post("agenda/person", agenda=agenda, soft_check=check) == 303
    assert post("agenda/person", agenda=agenda, side="asker", name_ko="김한빛 이사") == 303
    hers = browser(world, "hana", "ko")
    assert "시험 조건" not in hers.get(at).content.decode()
    assert post("agenda/agree", agenda=agenda) == 303
    assert "시험 조건" in hers.get(at).content.decode()
    assert post("agenda/carry", agenda=agenda, delegation="DG-1") == 303
    with world.as_("programme"):
        assert VisitWish.objects.get().host.code == "PE-001"
    log = office.get(f"/network/relationships/HANBIT/log/?agenda={agenda}").content.decode()
    assert ("연골 협의" in log, "1. 시험 조건:" in log) == (True, True)
    assert "연골 협의" not in office.get(f"/network/relationships/SAEBOM/log/?agenda={agenda}").content.decode()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", ["hana", "sora", "auditor", "programme"])
def test_who_sees_the_long_list(world, need, who, language):
    with world.as_("programme"):
        network.put_on_long_list(need=need, why_ko="숨은 까닭", why_en="숨은 까닭", **ONE)
    page = browser(world, who, language).get(f"/network/needs/{need}/")
    assert (page.status_code, "숨은 까닭" in page.content.decode()) == (200, who == "programme")
    for act in ("long-list", "asked", "agenda", "agenda/agree", "agenda/carry"):
        status = browser(world, who, language).post(f"/network/needs/{need}/{act}/", ONE).status_code
        assert (status == 403) == (who != "programme"), act


def test_silence_is_on_the_board_of_today(world, need):
    from datetime import timedelta

    with world.as_("programme"):
        network.put_on_long_list(need=need, why_ko="논문", **ONE)
        network.move_need(need=need, state="soft_check")
        way.asked(need)
    with clock.as_of(MONDAY + timedelta(days=6)):
        today = browser(world, "programme", "ko").get("/network/relationships/today/").content.decode()
        board = browser(world, "programme", "ko").get("/network/needs/").content.decode()
    assert ("의향을 물었으나 제때 답이 없는 후보" in today, "늦은 답 1건" in board) == (True, True)
