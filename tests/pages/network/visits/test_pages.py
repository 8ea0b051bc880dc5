"""Pages of delegations: every one in both languages, who may open which, and the same statements at one row and at three."""

import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from pypdf import PdfReader

from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network.models import Delegation, Person, StopPerson, VisitStop
from tests.network.visits import staged
from tests.network.visits.staged import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
ONE = "/network/visits/DG-1/"
WRITTEN = re.compile("전북 보스턴 방문단|한부지사|부지사|두교수|호텔|연구동|본관|항공|오가노이드 공동연구|갑각류 제외|한국어|플랫폼 이용|코호트 자료"
                     "|특허 분쟁|점심|헤일|오쿠|모로|찰스베이 공대|3,000명")
"""What people wrote in Korean only, and the name of the language."""


@pytest.fixture
def planned(world):
    with world.as_("programme"):
        staged.visit()
        network.add_approver(delegation="DG-1", person=world.people["director"])
        network.set_budget_line(delegation="DG-1", line=1, name_ko="항공", planned=12_000_000)
        network.plan_itinerary(delegation="DG-1")
        for kind in ("briefing", "committee", "report"):
            for language in ("ko", "en"):
                network.make_document(delegation="DG-1", document=kind, language=language)
        stop = VisitStop.objects.get(wish__code="VW-1")
    return stop.code


def addresses(stop):
    return (
        "/network/visits/", "/network/visits/new", "/network/visits/clocks", ONE, f"{ONE}edit", f"{ONE}planner", f"{ONE}today",
        f"{ONE}documents", f"{ONE}stops/{stop}/edit", f"{ONE}wishes/VW-1/edit",
    )


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_in_both_languages(visit, planned, language):
    client = visit("programme", language)
    for address in addresses(planned):
        answer = client.get(address)
        assert answer.status_code == 200, address
        said = answer.content.decode()
        assert f'<html lang="{language}"' in said
        if language == "en":
            main = re.sub(r"<[^>]+>", "", said[said.index("<main"):said.index("</main>")])
            assert re.findall("[가-힣]+", WRITTEN.sub("", main)) == [], address


@pytest.mark.parametrize(("who", "status"), [("hana", 404), ("finance", 404), ("operator", 404), ("auditor", 200), ("director", 200)])
def test_who_sees_a_delegation(visit, planned, who, status):
    assert visit(who).get(ONE).status_code == status
    for page in ("planner", "today", "documents"):
        assert visit(who).get(f"{ONE}{page}").status_code == (status if status == 200 else 403)


def test_auditors_read_and_never_see_needs(visit, planned):
    said = visit("auditor").get(ONE).content.decode()
    assert "한부지사" in said
    assert "갑각류" not in said
    assert "<form method=\"post\"" not in said[said.index("<main"):]
    assert "갑각류" in visit("programme").get(ONE).content.decode()
    assert visit("auditor").post(f"{ONE}do/submit").status_code == 403


def test_a_host_with_an_account_sees_her_own_meeting_only(visit, world, planned):
    with world.as_("director"):
        host = Person.objects.get(code="PE-021")
        host.user_id, host.claimed_at = world.people["sora"], clock.now()
        host.save()
        StopPerson.objects.filter(person=host).update(user=world.people["sora"])
        Delegation.objects.update(state="submitted")
        Delegation.objects.update(state="approved")
    said = visit("sora").get("/network/visits/").content.decode()
    assert "헤일" in said
    assert "오쿠" not in said
    page = visit("sora").get(ONE).content.decode()
    assert "한부지사" not in page and "12,000,000" not in page and "특허" not in page
    assert "헤일" in visit("sora").get("/network/visits/mine.ics").content.decode()
    assert "헤일" not in visit("hana").get("/network/visits/").content.decode()


def test_the_list_takes_as_many_statements_for_three_as_for_one(visit, world):
    client = visit("programme")
    with world.as_("programme"):
        staged.delegation("DG-A")
    client.get("/network/visits/")
    with CaptureQueriesContext(connection) as one:
        client.get("/network/visits/")
    with world.as_("programme"):
        staged.delegation("DG-B")
        staged.delegation("DG-C")
    with CaptureQueriesContext(connection) as three:
        assert client.get("/network/visits/").content.decode().count('scope="row"') == 3
    assert len(one) == len(three)


def test_an_approver_decides_on_the_page(visit, planned, world):
    assert visit("programme").post(f"{ONE}do/submit").status_code == 303
    said = visit("director").get(ONE).content.decode()
    assert "결정하실 차례입니다" in said
    assert visit("director").post(f"{ONE}do/approve", {"reason": ""}).status_code == 422
    assert visit("director").post(f"{ONE}do/approve", {"reason": "좋습니다"}).status_code == 303
    with world.as_("programme"):
        assert Delegation.objects.get().state == "approved"


def test_planning_tells_what_does_not_fit(visit, planned, world):
    with world.as_("programme"):
        network.add_wish(delegation="DG-1", code="VW-9", title_ko="밤 면담", title_en="Night", minutes=60)
        network.add_window(wish="VW-9", start=at(1), end=at(3))
    said = visit("programme", "en").post(f"{ONE}planner").content.decode()
    assert "3 of 4 wishes are honoured" in said
    assert "Night: The host&#x27;s free time is outside the visit, or too short." in said
    assert "No better plan exists." in said


def test_clashes_are_marked_in_words(visit, planned, world):
    with world.as_("programme"):
        network.edit_stop(stop=planned, start=at(7), end=at(8))
    said = visit("programme", "en").get(f"{ONE}planner").content.decode()
    assert "This lies outside the day" in said
    assert "This is not a time when the host is free." in said


def test_a_stop_moves_by_the_keyboard(visit, planned, world):
    client = visit("programme")
    with world.as_("programme"):
        stop = VisitStop.objects.filter(kind="meal").order_by("period").first()
    assert client.post(f"{ONE}stops/{stop.code}/later").status_code in (303, 409)
    assert client.post(f"{ONE}stops/{stop.code}/earlier").status_code in (303, 409)
    answer = client.post(f"{ONE}stops/{planned}/edit", {"start": "2027-03-08T10:15", "end": "2027-03-08T11:15", "language": "en", "title_en": "X"})
    assert answer.status_code == 303
    with world.as_("programme"):
        assert VisitStop.objects.get(code=planned).period.start == at(10, 15)


def test_the_live_day_shifts_in_one_tap(visit, planned, world):
    with clock.as_of(at(8, 30)):
        client = visit("programme", "en")
        said = client.get(f"{ONE}today").content.decode()
        assert "It is 08:30 in America/New_York." in said
        assert "Leave by" in said
        said = client.post(f"{ONE}today", {"minutes": "30"}).content.decode()
        assert "The day was shifted" in said
    with clock.as_of(at(17, 30)):
        assert "Dear Edith Hale," in visit("programme", "en").get(f"{ONE}today").content.decode()


@pytest.mark.parametrize(("name", "says"), [
    ("briefing-ko-1", ("꺼내지 않을 것", "특허 분쟁", "플랫폼 이용", "Edith Hale")), ("briefing-en-1", ("Not to be raised", "Vice Governor Han")),
    ("committee-ko-1", ("12,000,000 KRW", "심사위원회 자료")), ("report-en-1", ("Implications", "Activities")),
])  # fmt: skip
def test_documents_are_printed_again_the_same(visit, planned, name, says):
    client = visit("programme")
    answer = client.get(f"{ONE}documents/{name}.pdf")
    assert answer["X-Document-Digest"].endswith(" same")
    text = " ".join(" ".join(p.extract_text() for p in PdfReader(io.BytesIO(answer.content)).pages).split())
    for words in says:
        assert words in text
    page = client.get(f"{ONE}documents/{name}.html").getvalue().decode()
    assert not re.search(r'(src|href)="(?!#|mailto:|tel:)', page)
    assert "<script" not in page
    assert says[-1] in page


def test_what_is_no_document(visit, planned):
    for name in ("briefing-ko-9", "poem-ko-1", "briefing-xx-1", "briefing-ko-one"):
        assert visit("programme").get(f"{ONE}documents/{name}.pdf").status_code == 404


def test_calendars(visit, planned):
    whole = Calendar.from_ical(visit("programme").get(f"{ONE}itinerary.ics").content)
    assert len(list(whole.walk("VEVENT"))) == 5
    assert len(list(Calendar.from_ical(visit("programme").get(f"{ONE}members/DM-1.ics").content).walk("VEVENT"))) == 5
    assert visit("programme").get(f"{ONE}members/DM-9.ics").status_code == 404


def test_forms_make_a_delegation(visit, world):
    client = visit("programme")
    answer = client.post("/network/visits/new", {
        "direction": "inbound", "name_ko": "보스턴 방문단", "level": "3", "starts_on": "2027-05-01", "ends_on": "2027-05-02",
        "time_zone": "Asia/Seoul", "currency": "KRW",
    })  # fmt: skip
    assert answer.status_code == 303
    where = answer["Location"]
    assert client.post(f"{where}do/member", {"name_ko": "김단장", "rank": "3"}).status_code == 303
    assert client.post(f"{where}do/budget", {"line": "1", "name_ko": "식비", "planned": "1000"}).status_code == 303
    assert client.post(f"{where}do/place", {"name_ko": "호텔", "base": "on"}).status_code == 303
    assert client.post(f"{where}do/wish", {"title_ko": "면담", "minutes": "60", "priority": "3"}).status_code == 303
    assert client.post(f"{where}do/approver", {"email": "director@example.org"}).status_code == 303
    assert client.post(f"{where}do/document", {"document": "committee", "language": "ko"}).status_code == 303
    assert client.post(f"{where}do/tick", {"clock_kind": "plan"}).status_code == 303
    assert client.post("/network/visits/clocks", {"clock_kind": "plan", "anchor": "start", "days": "-50"}).status_code == 303
    answer = client.post("/network/visits/new", {
        "direction": "inbound", "name_ko": "x", "level": "3", "starts_on": "2027-05-02", "ends_on": "2027-05-01", "time_zone": "Asia/Seoul",
        "currency": "KRW",
    })  # fmt: skip
    assert answer.status_code == 422
