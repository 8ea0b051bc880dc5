"""Inspections and findings: due by grade, answered in full, once, mended by one and verified by another; unseen by rivals."""

from datetime import date, timedelta

import pytest

from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.safety import operations as safety
from squaremile.safety.models import FindingCheck, FindingMend, Inspection
from squaremile.safety.policies import inspections as policy
from squaremile.safety.reads import findings, home_inspections, inspections
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
ITEMS = [{"key": "exits", "ko": "대피로", "en": "Ways out", "severity": "critical"}, {"key": "labels", "ko": "이름표", "en": "Labels"}]
GOOD = {"exits": "good", "labels": "good"}
POOR = {"exits": "poor", "labels": "na"}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def rooms(world: World) -> World:
    """Room 201 is Hanbit's and high-risk; 202 is shared and low-risk."""
    with world.as_("safety"):
        for code, kind, every in (("DAILY", "daily", {"high": 1, "low": 7}), ("YEARLY", "regular", {"high": 365})):
            safety.publish_inspection_list(
                code=code, list_kind=kind, list_items=ITEMS, every_days=every, read_in="지침", name_ko=code, certainty="B"
            )
        safety.set_room_risk(place="R201", grade="high", organisation="HANBIT")
        safety.set_room_risk(place="R202", grade="low")
    return world


def inspect(**more) -> Inspection:
    return safety.carry_out_inspection(**{"inspection_list": "DAILY", "place": "R201", "checked": GOOD} | more)


class TestLists:
    def test_what_is_shipped_can_be_published(self, world: World):
        with world.as_("safety"):
            for each in policy.shipped().values():
                said = {k: v for k, v in each.items() if k not in ("kind", "items")}
                safety.publish_inspection_list(**said, list_kind=each["kind"], list_items=each["items"])
            assert [row.code for row in inspections.lists()] == ["KR-DAILY", "KR-REGULAR", "KR-PRECISE", "US-LAB"]
            assert all(row.read_in and row.certainty for row in inspections.lists())

    @pytest.mark.parametrize("said", [
        {"list_items": []}, {"list_items": [*ITEMS, ITEMS[0]]}, {"list_items": [{"key": "x"}]}, {"every_days": {}},
        {"every_days": {"x": 1}}, {"every_days": {"high": 0}}, {"list_kind": "hourly"}, {"read_in": " "}, {"certainty": "Z"},
        {"name_ko": ""},
    ])  # fmt: skip
    def test_an_unsound_one_is_refused(self, world: World, said):
        sound = {"code": "X", "list_kind": "daily", "list_items": ITEMS, "every_days": {"high": 1}, "read_in": "x", "name_ko": "x"}
        with world.as_("safety"), pytest.raises((Invalid, Refused), match="list_unsound"):
            safety.publish_inspection_list(**sound | said)

    def test_what_was_answered_stays_with_its_version(self, rooms: World):
        with rooms.as_("hana"):
            made = inspect(checked=POOR)
        with rooms.as_("safety"):
            safety.publish_inspection_list(code="DAILY", list_kind="daily", list_items=ITEMS[1:], every_days={"high": 1}, read_in="x", name_ko="새")
        with rooms.as_("hana"):
            row, answers = inspections.inspection(made.code)
            assert (row.version, [(a.item, a.said) for a in answers]) == (1, [("exits", "poor"), ("labels", "na")])
            inspect(checked={"labels": "good"})

    def test_a_skipped_working_day_is_told(self, rooms: World):
        """Due again tomorrow is not the same as never skipped; and what is written down later says so."""
        with rooms.as_("hana"):
            inspect()
        with clock.as_of(MONDAY + timedelta(days=4)), rooms.as_("hana"):  # Friday
            late = inspect(done_on=date(2027, 3, 3))
        with clock.as_of(MONDAY + timedelta(days=7)), rooms.as_("hana"):
            row = next(row for row in inspections.owed() if row.list == "DAILY")
            assert row.missed == (date(2027, 3, 5), date(2027, 3, 4), date(2027, 3, 2))  # no weekend, not today, not the 3rd
            assert inspections.inspection(late.code)[0].written_on == date(2027, 3, 5)
            assert [one.written_on for one in inspections.lately()] == [date(2027, 3, 5), None]

    def test_the_head_confirms_what_somebody_else_did(self, rooms: World):
        with rooms.as_("hana"):
            made = inspect().code
            with pytest.raises(Forbidden):
                safety.confirm_inspection(inspection=made)
        with rooms.as_("hajin"):
            own = inspect().code
            with pytest.raises(Refused, match="own_inspection"):
                safety.confirm_inspection(inspection=own)
            safety.confirm_inspection(inspection=made)
            with pytest.raises(Refused, match="inspection_confirmed"):
                safety.confirm_inspection(inspection=made)
            row = inspections.inspection(made)[0]
            assert (row.confirmed_at, row.confirmed_by is not None) == (MONDAY, True)
        with rooms.as_("sujin"), pytest.raises(Missing):
            safety.confirm_inspection(inspection=own)
        with rooms.as_("safety"):
            safety.confirm_inspection(inspection=own)

    def test_grades(self, rooms: World):
        with rooms.as_("safety"):
            for said, code in (({"grade": "huge"}, "risk_unsound"), ({"place": "R201-B1"}, "room_unfit"), ({"place": "NO"}, "not_found")):
                with pytest.raises((Invalid, Missing), match=code):
                    safety.set_room_risk(**{"place": "R201", "grade": "low"} | said)
        with rooms.as_("hajin"), pytest.raises(Forbidden):
            safety.set_room_risk(place="R201", grade="low")


class TestDue:
    def test_by_grade_and_by_what_was_done(self, rooms: World):
        def owed():
            return {(r.room, r.list): (r.due, r.standing) for r in inspections.owed()}

        with rooms.as_("safety"):
            monday = date(2027, 3, 1)
            assert owed() == dict.fromkeys((("R201", "DAILY"), ("R201", "YEARLY"), ("R202", "DAILY")), (monday, "due"))
            inspect(place="R202")
        with rooms.as_("hana"):
            inspect()
            assert owed() == {("R201", "DAILY"): (date(2027, 3, 2), "due"), ("R201", "YEARLY"): (monday, "due")}
            assert [(row.count, row.worst_days) for row in home_inspections.rows()] == [(0, 0)]
        with rooms.as_("sora"):
            assert owed() == {}
        with clock.as_of(MONDAY + timedelta(days=3)), rooms.as_("safety"):
            assert owed()["R202", "DAILY"] == (date(2027, 3, 8), "later")
            assert owed()["R201", "DAILY"] == (date(2027, 3, 2), "overdue")
            assert [(row.count, row.worst_days) for row in home_inspections.rows()] == [(2, 3)]


class TestInspecting:
    def test_what_is_poor_becomes_a_finding_once(self, rooms: World):
        with rooms.as_("hana"):
            made = inspect(checked=POOR, remarks={"exits": "상자"}, form_token="t1")
            assert inspect(checked=dict(reversed(POOR.items())), remarks={"exits": "상자"}, form_token="t1").code == made.code
            inspect(checked=POOR, form_token="t2")
            assert Inspection.objects.count() == 2
            assert inspect(checked=GOOD, remarks={"exits": "상자"}, form_token="t1").code != made.code
            found = findings.findings()
            assert [(f.title.ko, f.severity, f.due_on, f.repeat) for f in found] == [("대피로", "critical", date(2027, 3, 2), False)]
            page = findings.finding(found[0].code)
            assert (page.remark, page.inspection, page.hers) == ("상자", made.code, True)
        with rooms.as_("haeun"):
            assert inspect(form_token="t1").code != made.code

    @pytest.mark.parametrize(("said", "code"), [
        ({"checked": {"exits": "good"}}, "incomplete"), ({"checked": GOOD | {"x": "good"}}, "incomplete"),
        ({"checked": GOOD | {"exits": "fine"}}, "incomplete"), ({"inspection_list": "NO"}, "list_unknown"),
        ({"place": "R202"}, "room_ungraded"), ({"place": "NO"}, "room_ungraded"), ({"done_on": date(2027, 3, 2)}, "unsound"),
        ({"done_on": date(2027, 2, 1)}, "unsound"), ({"diagnosis_grade": 6}, "unsound"),
    ])  # fmt: skip
    def test_what_is_refused(self, rooms: World, said, code):
        with rooms.as_("hana"), pytest.raises((Invalid, Missing), match=code):
            inspect(**said)

    def test_a_rival_knows_nothing_of_it(self, rooms: World):
        with rooms.as_("hana"):
            made, found = inspect(checked=POOR), findings.findings()[0].code
        with rooms.as_("sora"):
            assert (inspections.lately(), findings.findings(), findings.ages().all) == ([], [], 0)
            for act in (
                lambda: inspections.inspection(made.code), lambda: findings.finding(found), inspect,
                lambda: safety.mend_finding(safety_finding=found, what_was_done="x"), lambda: inspections.room("R201"),
            ):
                with pytest.raises(Missing):
                    act()

    def test_of_a_shared_room_everybody_knows_what_and_nobody_who(self, rooms: World):
        with rooms.as_("safety"):
            inspect(place="R202", checked=POOR, remarks={"exits": "새봄의 상자"})
            code = findings.findings()[0].code
            safety.assign_finding(safety_finding=code, responsible="SAEBOM", person=rooms.people["sora"])
        with rooms.as_("hana"):
            page = findings.finding(code)
            assert (page.row.shared, page.row.responsible, page.remark, page.person, page.hers) == (True, None, "", None, False)
            with pytest.raises(Missing, match="finding_unknown"):
                safety.mend_finding(safety_finding=code, what_was_done="x")
        with rooms.as_("sora"):
            assert findings.finding(code).remark == "새봄의 상자"
            safety.mend_finding(safety_finding=code, what_was_done="치움")


class TestMending:
    @pytest.fixture
    def found(self, rooms: World) -> str:
        with rooms.as_("hana"):
            inspect(checked=POOR)
            return findings.findings()[0].code

    def test_one_mends_another_verifies(self, rooms: World, found: str):
        with rooms.as_("hana"):
            with pytest.raises(Invalid, match="mend_says"):
                safety.mend_finding(safety_finding=found, what_was_done=" ")
            safety.mend_finding(safety_finding=found, what_was_done="치움")
            with pytest.raises(Refused, match="finding_step"):
                safety.mend_finding(safety_finding=found, what_was_done="또")
            with pytest.raises(Forbidden):
                safety.verify_mending(safety_finding=found, approve=True)
        with rooms.as_("safety"):
            assert safety.verify_mending(safety_finding=found, approve=False, remark="아직").state == "open"
            safety.mend_finding(safety_finding=found, what_was_done="직접 치움")
            with pytest.raises(Refused, match="own_mending"):
                safety.verify_mending(safety_finding=found, approve=True)
        with rooms.as_("operator"):
            assert safety.verify_mending(safety_finding=found, approve=True).state == "closed"
            for act in (lambda: safety.verify_mending(safety_finding=found, approve=True), lambda: safety.assign_finding(safety_finding=found)):
                with pytest.raises(Refused, match="finding_step"):
                    act()
            assert [m.good for m in findings.finding(found).mends] == [True, False]

    def test_the_database_says_so_too(self, rooms: World, found: str):
        from django.db import IntegrityError, ProgrammingError, transaction

        from squaremile.safety.models import Finding

        with rooms.as_("safety"):
            safety.mend_finding(safety_finding=found, what_was_done="치움")
            mend, me = FindingMend.objects.get(), rooms.people["safety"]
            with pytest.raises(IntegrityError, match="own mending"), transaction.atomic():
                FindingCheck.objects.create(mend=mend, good=True, looked_by=me, at=MONDAY)
            with pytest.raises(ProgrammingError), transaction.atomic():
                FindingCheck.objects.create(mend=mend, good=True, looked_by=rooms.people["operator"], at=MONDAY)
            with pytest.raises(IntegrityError, match="somebody else"), transaction.atomic():
                Finding.objects.filter(code=found).update(state="closed")
        with rooms.as_("hana"), pytest.raises(IntegrityError, match="until when"), transaction.atomic():
            Finding.objects.filter(code=found).update(due_on=date(2028, 1, 1))

    def test_again_within_a_year_is_a_repeat(self, rooms: World, found: str):
        with rooms.as_("hana"):
            safety.mend_finding(safety_finding=found, what_was_done="치움")
        with rooms.as_("safety"):
            safety.verify_mending(safety_finding=found, approve=True)
        for days, repeat in ((365, True), (800, False)):
            with clock.as_of(MONDAY + timedelta(days=days)), rooms.as_("hana"):
                inspect(checked=POOR)
                now = findings.findings()[0]
                assert now.repeat is repeat
                safety.mend_finding(safety_finding=now.code, what_was_done="치움")
            with clock.as_of(MONDAY + timedelta(days=days)), rooms.as_("safety"):
                safety.verify_mending(safety_finding=now.code, approve=True)

    def test_who_may_be_given_it(self, rooms: World, found: str):
        with rooms.as_("hajin"):
            safety.assign_finding(safety_finding=found, person=rooms.people["haeun"])
            assert findings.finding(found).person.en == "Haeun Park"
            with pytest.raises((Invalid, Missing)):
                safety.assign_finding(safety_finding=found, person=rooms.people["sora"])
            with pytest.raises(Refused, match="finding_step"):
                safety.assign_finding(safety_finding=found, due_on=date(2027, 4, 1))
        with rooms.as_("safety"):
            with pytest.raises(Refused, match="finding_whose"):
                safety.assign_finding(safety_finding=found, responsible="SAEBOM")
            with pytest.raises(Refused, match="finding_unsound"):
                safety.assign_finding(safety_finding=found, due_on=date(2027, 2, 1))
            assert safety.assign_finding(safety_finding=found, due_on=date(2027, 4, 1)).due_on == date(2027, 4, 1)

    def test_by_hand(self, rooms: World):
        with rooms.as_("hana"):
            made = safety.raise_finding(place="R201", what_is_wrong="물이 샙니다", severity="major", due_on=date(2027, 3, 3))
            assert (made.due_on, made.open_to_all) == (date(2027, 3, 3), False)
            for said, code in (({"place": "R202"}, "ungraded"), ({"what_is_wrong": ""}, "unsound"), ({"due_on": date(2027, 2, 1)}, "unsound")):
                with pytest.raises((Invalid, Missing), match=code):
                    safety.raise_finding(**{"place": "R201", "what_is_wrong": "x"} | said)

    def test_reminders_once(self, rooms: World, found: str):
        with rooms.as_("hajin"):
            safety.assign_finding(safety_finding=found, person=rooms.people["haeun"])
        def told():
            with scope(system("worker")):
                safety.remind_of_findings()
                safety.remind_of_findings()
                kept = [(n.recipient_id, n.kind) for n in Notice.objects.filter(kind__startswith="safety.")]
                return set(kept), sum(kind == "safety.finding_due" for _, kind in kept)

        assert told() == ({(rooms.people["haeun"], "safety.finding_due")}, 1)
        with clock.as_of(MONDAY + timedelta(days=3)):
            seen, count = told()
            assert count == 3
            assert (rooms.people["safety"], "safety.finding_due") in seen
            assert (rooms.people["hajin"], "safety.inspection_due") in seen
