"""Pages of events and partnering: both languages, each role, acts by their buttons, the same number of statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.core import outbox
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Meeting, MeetingRequest, SeatHolder
from tests.network.partnering.conftest import HOUR, fair, talk
from tests.pages.people import browser
from tests.world import MONDAY


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def statements(client, address):
    with CaptureQueriesContext(connection, ) as caught:
        assert client.get(address).status_code == 200
    return len([q for q in caught.captured_queries if "SAVEPOINT" not in q["sql"]])


class TestCalendar:
    @pytest.mark.parametrize(("language", "title"), [("ko", "세포치료 강연"), ("en", "Cell therapy talk")])
    @pytest.mark.parametrize("view", ["", "?view=month", "?view=past", "?view=month&month=2027-13"])
    def test_it_is_there_in_both_languages(self, world, language, title, view):
        talk(world)
        page = browser(world, "hana", language).get(f"/network/events/{view}").content.decode()
        assert (title in page) == (view != "?view=past")

    @pytest.mark.parametrize("who", ["hana", "hajin", "programme", "director", "auditor", "operator"])
    def test_only_liaison_staff_make_events(self, world, who):
        client = browser(world, who)
        assert ("/network/events/new/" in client.get("/network/events/").content.decode()) == (who in ("programme", "director"))
        assert client.get("/network/events/new/").status_code == (200 if who in ("programme", "director") else 403)

    def test_visitors_sign_in_first(self, world):
        assert browser(world).get("/network/events/").status_code in (302, 401, 403)

    @pytest.mark.parametrize("view", ["", "?view=month"])
    def test_one_event_and_three_take_as_many_statements(self, world, view):
        client = browser(world, "hana")
        talk(world)
        client.get(f"/network/events/{view}")
        one = statements(client, f"/network/events/{view}")
        talk(world)
        talk(world, capacity=3)
        assert statements(client, f"/network/events/{view}") == one


class TestEvent:
    def test_made_and_changed_by_form(self, world):
        client = browser(world, "programme")
        given = {
            "kind": "workshop", "title_en": "Flow basics", "start": "2027-03-02T10:00", "end": "2027-03-02T12:00",
            "capacity": "12", "visibility": "cluster", "place": "R201",
        }  # fmt: skip
        made = client.post("/network/events/new/", given)
        assert made.status_code == 303
        page = client.get(made["Location"]).content.decode()
        assert "Flow basics" in page and "Room 201" in page and "10:00" in page
        assert client.post(f"{made['Location']}edit/", {**given, "title_en": ""}).status_code == 409
        assert client.post(f"{made['Location']}edit/", {**given, "end": ""}).status_code == 422
        assert client.post(f"{made['Location']}edit/", given).status_code == 303
        assert client.post(f"{made['Location']}state", {"state": "open"}).status_code == 303
        assert client.post(f"{made['Location']}state", {"state": "finished"}).status_code == 409

    @pytest.mark.parametrize("language", ["ko", "en"])
    def test_a_seat_by_one_tap_and_back(self, world, language):
        made = talk(world, capacity=1)
        here = f"/network/events/{made.code}/"
        hana, sora = browser(world, "hana", language), browser(world, "sora", language)
        assert hana.post(f"{here}seat").status_code == 303
        assert sora.post(f"{here}seat").status_code == 303
        assert ("대기" if language == "ko" else "You are next.") in sora.get(here).content.decode()
        assert hana.get(f"{here}badge/").status_code == 200
        assert sora.get(f"{here}badge/").status_code == 404
        assert hana.post(f"{here}leave").status_code == 303
        assert hana.post(f"{here}leave").status_code == 409
        assert sora.get(f"{here}badge/").status_code == 200

    def test_the_calendar_file(self, world):
        made = talk(world)
        answer = browser(world, "hana").get(f"/network/events/{made.code}/calendar.ics")
        text = answer.content.decode()
        assert f"UID:{made.code}@" in text and "SUMMARY:Cell therapy talk" in text

    def test_invited_only(self, world):
        made = talk(world, visibility="invited")
        here = f"/network/events/{made.code}/"
        staff = browser(world, "programme")
        assert staff.post(f"{here}invite", {"organisation": "SAEBOM"}).status_code == 303
        assert "Saebom" in staff.get(here).content.decode()
        assert browser(world, "sora").get(here).status_code == 200
        assert browser(world, "hana").get(here).status_code == 404

    def test_the_door(self, world):
        made = talk(world)
        for who in ("hana", "sora"):
            with world.as_(who):
                network.rsvp(event=made.code)
        with scope(system("worker")):
            code = SeatHolder.objects.get(event=made, person=world.people["hana"]).code
        here, staff = f"/network/events/{made.code}/guests/", browser(world, "programme")
        page = staff.get(f"{here}?q={code}").content.decode()
        assert "Hana Kim" in page and "Sora Lee" not in page
        assert staff.post(f"/network/guests/{code}/check-in", {"next": here}).status_code == 303
        assert "1 of 2 have arrived" in staff.get(here).content.decode()
        assert staff.post(f"/network/guests/{code}/undo").status_code == 303
        for who, status in (("hana", 403), ("operator", 403), ("auditor", 200)):
            assert browser(world, who).get(here).status_code == status
        assert browser(world, "auditor").post(f"/network/guests/{code}/check-in").status_code == 403
        few = statements(staff, here)
        for who in ("haeun", "sujin"):
            with world.as_(who):
                network.rsvp(event=made.code)
        assert statements(staff, here) == few


class TestPartnering:
    def test_from_registration_to_the_next_step(self, world):
        made = fair(world)
        here = f"/network/events/{made.code}/partnering/"
        hana, sora = browser(world, "hana"), browser(world, "sora")
        assert hana.get(here).status_code == 200
        for client in (hana, sora):
            assert client.post(f"{here}register", {"offers_en": "Viral vectors"}).status_code == 303
        assert hana.post(f"{here}register").status_code == 409
        with world.as_("sora"):
            from squaremile.network.models import Profile

            code = Profile.objects.get(name_en="Sora Lee").code
        assert "Viral vectors" in hana.get(f"{here}?q=vectors").content.decode()
        assert hana.post(f"{here}ask", {"participant": code, "reason": "", "priority": "3"}).status_code == 422
        assert hana.post(f"{here}ask", {"participant": code, "reason": "Toxicology", "priority": "3"}).status_code == 303
        with world.as_("hana"):
            request = MeetingRequest.objects.get().code
        assert "Toxicology" in sora.get(here).content.decode()
        assert sora.post(f"/network/requests/{request}/accept").status_code == 303
        assert "A slot in which both are free" in hana.get(here).content.decode()
        assert hana.post(f"/network/requests/{request}/slot", {"slot": "2"}).status_code == 303
        assert hana.post(f"{here}away", {"away": ["3"]}).status_code == 303
        assert hana.post(f"{here}away", {"away": ["2"]}).status_code == 409
        with world.as_("hana"):
            meeting = Meeting.objects.get().code
        assert hana.get(f"/network/meetings/{meeting}/").status_code == 200
        assert hana.post(f"/network/meetings/{meeting}/rate", {"rating": "3"}).status_code == 409
        with clock.as_of(MONDAY + 3 * HOUR):
            assert hana.post(f"/network/meetings/{meeting}/rate", {"rating": "3", "says": "훌륭한 상대"}).status_code == 303
            assert hana.post(f"/network/meetings/{meeting}/step", {"says": "Send data", "due": "2027-04-01"}).status_code == 303
            assert "Send data" in sora.get(f"/network/meetings/{meeting}/").content.decode()
            assert "훌륭한" not in sora.get(f"/network/meetings/{meeting}/").content.decode()
            with world.as_("sora"):
                from squaremile.network.models import FollowUp

                step = FollowUp.objects.get().code
            assert sora.post(f"/network/steps/{step}/done").status_code == 303
        assert hana.get(f"{here}sheet/").status_code == 200
        assert hana.post(f"{here}profile", {"asks_en": "Money"}).status_code == 303
        assert hana.post(f"{here}withdraw").status_code == 303

    def test_a_declined_request_gives_no_reason(self, world):
        made = fair(world, "hana", "sora")
        asked = made.ask("hana", "sora")
        assert browser(world, "sora").post(f"/network/requests/{asked.code}/decline", {"reason": "Our rival"}).status_code == 303
        page = browser(world, "hana").get(f"/network/events/{made.code}/partnering/").content.decode()
        assert "Declined" in page and "Our rival" not in page
        assert browser(world, "hana").post(f"/network/requests/{asked.code}/withdraw").status_code == 409

    @pytest.mark.parametrize("language", ["ko", "en"])
    def test_the_desk(self, world, language):
        made = talk(world, kind="partnering")
        here, staff = f"/network/events/{made.code}/desk/", browser(world, "programme", language)
        assert staff.get(here).status_code == 200
        hall = {"mode": "organiser", "tables": "3", "first": "09:00", "last": "10:00", "minutes": "30", "pause": "0"}
        assert staff.post(f"{here}set-up", {**hall, "tables": ""}).status_code == 422
        assert staff.post(f"{here}set-up", {**hall, "first": "01:00", "last": "02:00"}).status_code == 422
        assert staff.post(f"{here}set-up", hall).status_code == 303
        assert staff.post(f"{here}plan").status_code == 409
        profiles = {}
        for who in ("hana", "sora", "sujin", "haeun"):
            with world.as_(who):
                profiles[who] = network.register_participant(event=made.code).code
        for a, b in (("hana", "sora"), ("hana", "sujin"), ("haeun", "sujin")):
            with world.as_(a):
                code = network.request_meeting(event=made.code, participant=profiles[b], reason="x").code
            with world.as_(b):
                network.accept_request(request=code)
        idle = staff.get(f"{here}version").json()
        assert staff.post(f"{here}plan").status_code == 303
        assert staff.post(f"{here}plan").status_code == 303
        waiting, page = staff.get(f"{here}version").json(), staff.get(here).content.decode()
        assert waiting != idle
        assert 'id="timetable-run"' in page and f'action="{here}plan"' not in page
        while outbox.deliver():
            pass
        assert staff.get(f"{here}version").json() not in (idle, waiting)
        page = staff.get(here).content.decode()
        assert 'id="timetable-run"' not in page and f'action="{here}plan"' in page
        assert ("더 나은 시간표는 없습니다" if language == "ko" else "No better timetable exists") in page
        for by in ("person", "table", "slot"):
            assert ("김하나" if language == "ko" else "Hana Kim") in staff.get(f"{here}sheets/?by={by}").content.decode()
        with world.as_("programme"):
            meeting = Meeting.objects.order_by("slot__number").first().code
        with clock.as_of(MONDAY + 48 * HOUR):
            assert staff.post(f"/network/meetings/{meeting}/record", {"held": "no", "absent": ""}).status_code == 303
        for who, status in (("hana", 403), ("operator", 403), ("auditor", 200), ("director", 200)):
            assert browser(world, who).get(here).status_code == status

    def test_more_people_take_no_more_statements(self, world):
        made = fair(world, "hana", "sora")
        made.accepted("hana", "sora")
        addresses = (("hana", f"/network/events/{made.code}/partnering/"), ("programme", f"/network/events/{made.code}/desk/"))
        few = [statements(browser(world, who), address) for who, address in addresses]
        for who in ("haeun", "sujin"):
            with world.as_(who):
                made.profiles[who] = network.register_participant(event=made.code).code
        made.accepted("haeun", "sora")
        made.accepted("hana", "sujin")
        assert [statements(browser(world, who), address) for who, address in addresses] == few

    def test_a_third_finds_nothing(self, world):
        made = fair(world, "hana", "sora", "sujin")
        met = made.met("hana", "sora")
        third = browser(world, "sujin")
        assert third.get(f"/network/meetings/{met.code}/").status_code == 404
        assert third.post(f"/network/requests/{met.request.code}/accept").status_code == 404
        assert browser(world, "haeun").get(f"/network/events/{made.code}/partnering/sheet/").status_code == 404
        assert third.post(f"/network/meetings/{met.code}/cancel").status_code == 404
