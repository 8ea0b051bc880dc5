"""The public site: the same for everybody, in both languages, framed by others, and the way of an enquiry to the desk."""

from datetime import timedelta

import pytest

from squaremile.core.models import Mail
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.residency import operations as residency
from tests.pages.people import browser
from tests.residency.applying import opened_call
from tests.world import MONDAY

PAGES = ("", "equipment/", "events/", "companies/", "tours/")
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def slot(world):
    with world.as_("programme"):
        return residency.open_tour_slot(
            start=MONDAY + 24 * HOUR, end=MONDAY + 25 * HOUR, places=3, person=world.people["programme"], route="비밀 길"
        ).code


@pytest.mark.parametrize(("language", "said"), [("ko", "공유 장비"), ("en", "Shared instruments")])
@pytest.mark.parametrize("who", ["", "sora", "director"])
def test_everybody_sees_the_same(world, slot, who, language, said):
    client, visitor = browser(world, who, language), browser(world, "", language)
    for page in PAGES:
        shown, plain = client.get(f"/public/{page}"), visitor.get(f"/public/{page}")
        assert (shown.status_code, len(shown.content)) == (200, len(plain.content))
        assert "비밀 길" not in shown.content.decode()
    home = client.get("/public/").content.decode()
    assert said in home
    assert ("공초점" if language == "ko" else "Confocal") in client.get("/public/equipment/?q=confocal").content.decode()


def test_only_what_is_public_stands_there(world):
    with world.as_("programme"):
        company = residency.open_record(organisation="HANBIT").code
        hours = {"start": MONDAY + 48 * HOUR, "end": MONDAY + 50 * HOUR}
        for name, visibility in (("열린 강연", "public"), ("안쪽 강연", "cluster")):
            network.add_event(kind="talk", title_ko=name, visibility=visibility, code=visibility, **hours)
            network.set_event_state(event=visibility, state="announced")
    client = browser(world, "", "ko")
    assert "한빛바이오" not in client.get("/public/companies/").content.decode()
    with world.as_("hajin"):
        residency.edit_profile(company=company, summary_ko="오가노이드 독성 평가", listed=True)
    assert "오가노이드 독성 평가" in client.get("/public/companies/").content.decode()
    events = client.get("/public/events/").content.decode()
    assert ("열린 강연" in events, "안쪽 강연" in events) == (True, False)


def test_others_may_frame_it_and_a_proxy_keeps_nothing(world):
    shown = browser(world).get("/public/?embed=1")
    assert "X-Frame-Options" not in shown
    assert "frame-ancestors" in shown["Content-Security-Policy"]
    assert shown["Cache-Control"] == "private, max-age=60"
    assert b"/accounts/login/" not in shown.content


def test_inside_another_site_forms_open_in_a_tab_of_their_own(world, slot):
    opened_call(world)
    client = browser(world, "", "en")
    tours = client.get("/public/tours/?embed=1").content.decode()
    assert "<form" not in tours and f'href="/public/tours/?slot={slot}"' in tours and 'target="_blank"' in tours
    assert "<form" in client.get("/public/tours/").content.decode()
    for address in ("/public/calls/", "/public/"):
        shown = client.get(f"{address}?embed=1").content.decode()
        (link,) = [part.partition(">")[0] for part in shown.split("<a ") if 'href="/public/calls/CL-' in part.partition(">")[0]]
        assert 'target="_blank"' in link and 'target="_blank"' not in client.get(address).content.decode()


def test_an_enquiry_reaches_the_desk_and_its_tour_is_cancelled_by_the_letter(world, slot):
    visitor = browser(world, "", "ko")
    said = {"name": "김문의", "email": "q@example.org", "company_name": "새싹바이오", "wanted": "bench", "heads": "2",
            "tour_slot": slot, "signed_name": "김문의"}  # fmt: skip
    assert visitor.post("/public/tours/", said).status_code == 422
    sent = visitor.post("/public/tours/", {**said, "consent": "on"})
    assert sent.status_code == 303
    assert "견학을 예약했습니다" in visitor.get(sent["location"]).content.decode()
    desk = browser(world, "programme", "ko")
    board = desk.get("/residency/leads/").content.decode()
    assert "새싹바이오" in board
    code = board.partition("/residency/leads/LD-")[2].partition("/")[0]
    page = f"/residency/leads/LD-{code}/"
    assert desk.post(page, {"state": "touring", "follow_up_on": "2027-03-05", "remark": "전화"}).status_code == 303
    assert desk.post(f"{page}record/").status_code == 303
    for path in (page, "/residency/tours/", "/residency/leads/new/"):
        assert desk.get(path).status_code == 200
    with scope(system("worker")):
        link = Mail.objects.get(to="q@example.org").body.partition("/public/tours/cancel/")[2].split()[0]
    assert "취소" in visitor.get(f"/public/tours/cancel/{link}").content.decode()
    assert "다시 비었습니다" in visitor.post(f"/public/tours/cancel/{link}").content.decode()
    assert visitor.post(f"/public/tours/cancel/{link}").status_code == 409


@pytest.mark.parametrize(("who", "status"), [("director", 200), ("auditor", 200), ("operator", 403), ("hajin", 403)])
def test_the_desk_is_the_programmes(world, slot, who, status):
    client = browser(world, who)
    assert [client.get(f"/residency/{page}/").status_code for page in ("leads", "tours")] == [status, status]
