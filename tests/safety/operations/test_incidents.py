"""Incidents: anybody reports, nobody learns who; clocks run until told; a locked place shuts booking; closed when settled."""

from datetime import date, timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.core.models import Activity, Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.safety import operations as safety
from squaremile.safety.models import Incident, IncidentPerson
from squaremile.safety.policies import notices
from squaremile.safety.reads import findings, home_incidents, incidents
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def spill(world: World) -> str:
    with world.as_("hana"):
        return safety.report_incident(
            what_happened="에탄올이 쏟아짐", incident_kind="spill", place="R201", happened_at=MONDAY - HOUR, hurt=["김다침"]
        ).code


class TestReporting:
    def test_anybody_in_one_sentence(self, world: World):
        for who in ("sora", "finance"):
            with world.as_(who):
                assert safety.report_incident(what_happened="미끄러짐").kind == "other"
        with world.as_("auditor"), pytest.raises(Forbidden):
            safety.report_incident(what_happened="봄")

    @pytest.mark.parametrize("said", [
        {"what_happened": " "}, {"incident_kind": "x"}, {"happened_at": MONDAY + HOUR}, {"place": "NO"}, {"organisation": "SAEBOM"},
    ])  # fmt: skip
    def test_what_is_refused(self, world: World, said):
        with world.as_("hana"), pytest.raises((Invalid, Missing)):
            safety.report_incident(**{"what_happened": "쏟아짐"} | said)

    def test_who_sees_whom(self, world: World, spill: str):
        def seen():
            return [p.name.ko for p in incidents.incident(spill).people]

        for who in ("safety", "director", "haeun"):
            with world.as_(who):
                assert seen() == ["김다침", "김하나"]
        for who in ("operator", "auditor"):
            with world.as_(who):
                assert (seen(), incidents.incident(spill).row.says) == ([], "에탄올이 쏟아짐")
        with world.as_("sora"):
            assert incidents.incidents() == []
            said = {"incident": spill, "incident_part": "witness", "person_name": "x"}
            for act in (lambda: incidents.incident(spill), lambda: safety.name_incident_person(**said)):
                with pytest.raises(Missing, match="incident_unknown"):
                    act()

    def test_an_anonymous_one_leaves_no_name(self, world: World):
        with scope(system("public")):
            made = safety.report_near_miss(what_happened="후드를 켜지 않고 시작할 뻔", place="R202")
            assert list(Incident.objects.all()) == []
            with pytest.raises(Invalid, match="unsound"):
                safety.report_near_miss(what_happened=" ")
        with world.as_("safety"):
            page = incidents.incident(made.code)
            assert (page.row.anonymous, page.people, page.row.room_name.en) == (True, (), "Room 202")
            assert set(Activity.objects.filter(operation="safety.report_near_miss").values_list("actor", flat=True)) == {None}
        with world.as_("hana"):
            assert incidents.incidents() == []
            with pytest.raises(Forbidden):
                safety.report_near_miss(what_happened="x")

    def test_not_too_many_at_once(self, world: World):
        with scope(system("public")):
            for _ in range(30):
                safety.report_near_miss(what_happened="x")
            with pytest.raises(Refused, match="often"):
                safety.report_near_miss(what_happened="x")
            with clock.as_of(MONDAY + 2 * HOUR):
                safety.report_near_miss(what_happened="x")

    def test_naming_people(self, world: World, spill: str):
        with world.as_("hajin"):
            safety.name_incident_person(incident=spill, incident_part="witness", person_name="이본다", harm="", days_lost=0)
            for said in ({"incident_part": "x"}, {"person_name": ""}, {"days_lost": -1}):
                with pytest.raises(Invalid, match="person_unsound"):
                    safety.name_incident_person(**{"incident": spill, "incident_part": "injured", "person_name": "x"} | said)
            with pytest.raises(Missing):
                safety.name_incident_person(incident=spill, incident_part="injured", person_name="x", organisation="SAEBOM")
        with world.as_("safety"):
            safety.name_incident_person(incident=spill, incident_part="injured", person_name="새봄 사람", organisation="SAEBOM", days_lost=4)
        with world.as_("hana"):
            assert "새봄 사람" not in [p.name.ko for p in incidents.incident(spill).people]


class TestClocks:
    def test_each_runs_from_the_report_until_told(self, world: World, spill: str):
        with world.as_("safety"):
            safety.classify_incident(incident=spill, notice_clocks=["kr-lab-general", "us-osha-severe"], incident_kind="injury")
            safety.classify_incident(incident=spill, notice_clocks=["us-osha-severe"])
            due = [(pair[1].code, pair[1].due_at - MONDAY, pair[1].standing) for pair in incidents.clocks()]
            assert due == [("us-osha-severe", timedelta(hours=24), "running"), ("kr-lab-general", timedelta(days=30), "running")]
            with pytest.raises(Missing, match="clock_unknown"):
                safety.record_notice(incident=spill, notice_clock="us-osha-death")
            with pytest.raises(Refused, match="notice_stands"):
                safety.record_notice(incident=spill, notice_clock="us-osha-severe", notified_at=MONDAY - 2 * HOUR)
            with clock.as_of(MONDAY + 25 * HOUR):
                assert incidents.clocks()[0][1].standing == "overdue"
                assert home_incidents.rows()[0].count == 2
                safety.record_notice(incident=spill, notice_clock="us-osha-severe", authority_reference="OSHA-1")
                assert [n.standing for n in incidents.incident(spill).row.notices] == ["running", "told_late"]
                with pytest.raises(Refused, match="notice_stands"):
                    safety.record_notice(incident=spill, notice_clock="us-osha-severe")
            with pytest.raises(Invalid, match="clock_unknown"):
                safety.classify_incident(incident=spill, notice_clocks=["x"])
            with pytest.raises(Invalid, match="unsound"):
                safety.classify_incident(incident=spill, notice_clocks=[], incident_kind="x")
        with world.as_("operator"), pytest.raises(Forbidden):
            safety.classify_incident(incident=spill, notice_clocks=[])

    def test_reminders_until_it_is_recorded(self, world: World, spill: str):
        def told():
            with scope(system("worker")):
                safety.remind_of_incidents()
                safety.remind_of_incidents()
                kept = Notice.objects.filter(recipient=world.people["safety"], kind__in=("safety.incident", "safety.notice_due"))
                return sorted(kept.values_list("kind", flat=True))

        assert told() == ["safety.incident"]
        with world.as_("safety"):
            safety.classify_incident(incident=spill, notice_clocks=["kr-lab-serious"])
        assert told() == ["safety.incident", "safety.notice_due"]
        with clock.as_of(MONDAY + 24 * HOUR):
            assert len(told()) == 3
            with world.as_("safety"):
                safety.record_notice(incident=spill, notice_clock="kr-lab-serious")
        with clock.as_of(MONDAY + 48 * HOUR):
            assert len(told()) == 3

    def test_every_clock_has_its_source(self):
        assert len(notices.clocks()) >= 8
        assert all(c.source and c.certainty in "ABKC" and c.hours >= 0 for c in notices.clocks().values())


class TestClosing:
    def test_only_when_all_is_settled(self, world: World, spill: str):
        with world.as_("safety"):
            with pytest.raises(Refused, match="incident_step"):
                safety.close_incident(incident=spill)
            safety.classify_incident(incident=spill, notice_clocks=["kr-lab-general"])
            held = safety.lock_place(place="R201", why_locked="쏟아진 용제", incident=spill).code
            safety.investigate_incident(incident=spill)
            for said in ({"what_to_correct": ""}, {"due_on": date(2027, 2, 1)}, {"severity": "x"}):
                with pytest.raises(Invalid, match="finding_unsound"):
                    safety.require_correction(**{"incident": spill, "what_to_correct": "받침", "due_on": date(2027, 3, 9)} | said)
            fix = safety.require_correction(incident=spill, what_to_correct="2차 받침을 둠", due_on=date(2027, 3, 9)).code

            def open_still():
                with pytest.raises(Refused, match="incident_open"):
                    safety.close_incident(incident=spill)

            open_still()
            safety.investigate_incident(incident=spill, found_out="병이 미끄러짐", root_causes=["받침이 없음"])
            open_still()
            safety.record_notice(incident=spill, notice_clock="kr-lab-general")
            open_still()
            safety.release_place(place_lock=held, looked_at="환기와 잔류 증기")
            open_still()
        with world.as_("hana"):
            assert [f.code for f in incidents.incident(spill).corrections] == [fix]
            safety.mend_finding(safety_finding=fix, what_was_done="받침을 둠")
        with world.as_("sora"), pytest.raises(Missing):
            findings.finding(fix)
        with world.as_("safety"):
            safety.verify_mending(safety_finding=fix, approve=True)
            assert safety.close_incident(incident=spill).state == "closed"
            with pytest.raises(Refused, match="incident_step"):
                safety.classify_incident(incident=spill, notice_clocks=[])
            assert safety.investigate_incident(incident=spill).state == "investigating"

    def test_the_database_keeps_it_open_too(self, world: World, spill: str):
        from django.db import IntegrityError, ProgrammingError, transaction

        with world.as_("safety"):
            safety.investigate_incident(incident=spill, found_out="x", root_causes=["y"])
            safety.classify_incident(incident=spill, notice_clocks=["kr-lab-general"])
            with pytest.raises(IntegrityError, match="still open"), transaction.atomic():
                Incident.objects.filter(code=spill).update(state="closed")
            with pytest.raises(ProgrammingError), transaction.atomic():
                Incident.objects.filter(code=spill).update(says="다른 말")
            with pytest.raises(ProgrammingError), transaction.atomic():
                IncidentPerson.objects.update(name="x")


class TestLocks:
    def book(self):
        return booking.reserve(equipment="CONFOCAL", start=MONDAY + HOUR, end=MONDAY + 2 * HOUR)

    @pytest.mark.parametrize("place", ["R201", "JB-A2"])
    def test_nobody_books_or_begins_there(self, world: World, place: str):
        with world.as_("hana"):
            held = booking.reserve(equipment="CONFOCAL", start=MONDAY, end=MONDAY + HOUR)
        with world.as_("operator"):
            code = safety.lock_place(place=place, why_locked="한빛의 시약이 쏟아짐").code
            with pytest.raises(Refused, match="locked_already"):
                safety.lock_place(place=place, why_locked="또")
            with pytest.raises(Forbidden):
                safety.release_place(place_lock=code, looked_at="봄")
        with world.as_("sora"):
            with pytest.raises(Refused, match="place_locked") as refused:
                self.book()
            assert "한빛" not in str(refused.value)
            assert [(x.place, x.why) for x in incidents.locks()] == [(place, "")]
        with world.as_("hana"), pytest.raises(Refused, match="place_locked"):
            booking.start_session(reservation=held.code)
        with world.as_("safety"):
            with pytest.raises(Invalid, match="lock_says"):
                safety.release_place(place_lock=code, looked_at=" ")
            safety.release_place(place_lock=code, looked_at="환기")
            for act in (lambda: safety.release_place(place_lock=code, looked_at="또"), lambda: incidents.lock(code)):
                with pytest.raises(Missing, match="lock_unknown"):
                    act()
            with pytest.raises(Invalid, match="lock_says"):
                safety.lock_place(place=place, why_locked="")
            with pytest.raises(Missing, match="incident_unknown"):
                safety.lock_place(place=place, why_locked="x", incident="IC-NO")
        with world.as_("sora"):
            self.book()


def test_drills(world: World):
    with world.as_("safety"):
        made = safety.plan_drill(drill_kind="evacuation", place="JB-A", planned_on=date(2027, 3, 20)).code
        with pytest.raises(Invalid, match="drill_unsound"):
            safety.plan_drill(drill_kind="x", place="JB-A", planned_on=date(2027, 3, 20))
        with pytest.raises(Invalid, match="drill_unsound"):
            safety.record_drill(drill=made, people_counted=-1)
        with pytest.raises(Missing, match="drill_unknown"):
            safety.record_drill(drill="DR-NO", people_counted=1)
        safety.record_drill(drill=made, people_counted=41, people_expected=43, drill_seconds=240, lessons="집결지 표지를 더 크게")
    with world.as_("hana"):
        row = incidents.drill(made)
        assert (row.counted, row.expected, row.seconds, row.lessons) == (41, 43, 240, "집결지 표지를 더 크게")
        with pytest.raises(Forbidden):
            safety.plan_drill(drill_kind="fire", place="JB-A", planned_on=date(2027, 3, 20))
