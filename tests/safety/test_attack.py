"""What a rival, a learner or a desk beyond its office tries by hand, and what is told of one company to another."""

from datetime import date, timedelta

import pytest
from django.db import Error, connection, transaction

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.safety import operations as safety
from squaremile.safety.models import (
    Bringing,
    CourseAnswers,
    CourseVersion,
    PackVerification,
    Passport,
    QuizAttempt,
    TrainingRecord,
)
from squaremile.safety.policies import packs
from squaremile.safety.policies.verification import rows
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
LONG_AGO = date(2020, 1, 1)
ASKED = [{"ask_ko": "불이 나면?", "ask_en": "On fire?", "choices": [{"ko": "대피", "en": "Leave"}, {"ko": "구경", "en": "Watch"}], "right": [0]}]


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def area(world: World) -> None:
    """Room 201 takes 30 gal of acetone, 60 in cabinets; nothing is known of room 202."""
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=4, name_ko="4층", sprinklered=True, rooms=["R201"], code="CA-4")
        safety.put_pack_in_force(area="CA-4", pack="us-ibc", since=LONG_AGO)
        for row in rows(packs.pack("us-ibc")):
            safety.verify_pack_row(pack="us-ibc", pack_row=row.key, read_in="IBC 2021", read_on=LONG_AGO)
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")


@pytest.fixture
def course(world: World) -> None:
    with world.as_("safety"):
        safety.publish_course(code="BASIC", minutes=60, signed_off=False, name_en="Basics", valid_days=365, questions=ASKED)


def never(act, match: str) -> None:
    """The database refuses it."""
    with pytest.raises(Error, match=match), transaction.atomic():
        act()


def receive(how_much: str, place: str = "R201", **more: str):
    return safety.receive_container(substance="67-64-1", how_much=how_much, place=place, **more)


def ask(how_much: str, place: str = "R201", **more):
    return safety.ask_to_bring(substance="67-64-1", how_much=how_much, place=place, **more)


def approved(world: World, how_much: str, place: str, **more) -> str:
    with world.as_("hana"):
        code = ask(how_much, place, **more).code
    with world.as_("safety"):
        return safety.settle_bringing(bringing=code, approve=True, reason="환기 확인").code


class TestStock:
    def test_what_staff_ask_for_a_company_tells_it_nothing_exact(self, world: World, area: None):
        told = []
        for theirs in ("0.5 gal", "2.4 gal"):
            with world.as_("sora"):
                made = receive(theirs)
            with world.as_("safety"):
                asked = ask("29 gal", organisation="HANBIT")
            with world.as_("hana"):
                seen = Bringing.objects.get(id=asked.id)
                told.append((seen.answer, seen.told))
            with world.as_("sora"):
                safety.dispose_container(container=made.code)
        assert told[0] == told[1]
        assert told[0][1]["exact"] is False

    def test_an_applicants_key_reads_no_amounts(self, world: World, area: None):
        with world.as_("sora"):
            receive("3 gal")
        with world.as_("safety"):
            place = safety.add_area_rooms(area="CA-4", rooms=[]).id
        company = world.organisations["HANBIT"]
        with scope(Scope(grants=(Grant("applicant", company),))), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM safety_sums(%s, '{}', '{us-ibc}', '{x}', '{NULL}', '{f}')", ([place],))
            assert cursor.fetchone() == (0,)

    @pytest.mark.parametrize("who", ["hana", "sora", "safety"])
    def test_nobody_reads_amounts_past_the_page(self, world: World, area: None, who: str):
        with world.as_("sora"):
            receive("3 gal")
        with world.as_("safety"):
            place = safety.add_area_rooms(area="CA-4", rooms=[]).id
        with world.as_(who), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM safety_sums(%s, '{}', '{us-ibc}', '{x}', '{NULL}', '{f}')", ([place],))
            assert cursor.fetchone() == (0,)

    def test_an_approval_is_for_what_was_asked(self, world: World, area: None):
        code = approved(world, "2 L", "R202")
        with world.as_("hana"):
            with pytest.raises(Invalid, match="bringing_other"):
                receive("2 L", "R202", bringing=code, condition="open")
            receive("2 L", "R202", bringing=code)

    def test_and_not_for_a_cabinet_that_is_left_out(self, world: World, area: None):
        code = approved(world, "2 L", "R202", in_cabinet=True)
        with world.as_("hana"), pytest.raises(Invalid, match="bringing_other"):
            receive("2 L", "R202", bringing=code)

    def test_an_approval_does_not_lift_a_limit(self, world: World, area: None):
        with world.as_("sora"):
            receive("1 gal")
        code = approved(world, "28 gal", "R201")
        with world.as_("sora"):
            receive("20 gal")
        with world.as_("hana"), pytest.raises(Refused, match="over_limit"):
            receive("28 gal", bringing=code)

    def test_safety_decides_and_says_why(self, world: World, area: None):
        code = approved(world, "2 L", "R202")
        with world.as_("hana"):
            never(lambda: Bringing.objects.filter(code=code).update(reason="무엇이든 됩니다"), "safety decides")
            other = ask("1 L", "R202").code
        with world.as_("operator"):
            never(lambda: Bringing.objects.filter(code=other).update(state="approved", reason="네"), "safety decides")

    def test_nobody_verifies_in_anothers_name(self, world: World):
        said = {"pack": "us-ibc", "pack_row": "floor:1:1", "digest": "0" * 64, "says": "x", "read_in": "x", "read_on": LONG_AGO}
        with world.as_("safety"):
            never(lambda: PackVerification.objects.create(**said, person_id=world.people["director"]), "row-level security")


class TestTraining:
    def forged(self, **more) -> QuizAttempt:
        said = {"at": MONDAY, "right": 1, "out_of": 1, "passed": True, "answers": {"1": [2]}}
        return QuizAttempt.objects.create(**said | more)

    def test_an_attempt_is_worth_what_its_answers_are(self, world: World, course: None):
        with world.as_("hana"):
            one = safety.take_quiz(course="BASIC", choices={"01": [2]})
            assert not one.passed
            mine = {"person_id": world.people["hana"], "version_id": one.version_id}
            for said, worth in (
                ({}, (0, 1, False)), ({"answers": {}}, (0, 1, False)), ({"answers": {"1": [1, 2]}}, (0, 1, False)),
                ({"answers": {"1": [1, 1]}, "right": 0, "passed": False}, (1, 1, True)),
            ):  # fmt: skip
                made = self.forged(**mine, **said)
                made.refresh_from_db()
                assert (made.right, made.out_of, made.passed) == worth

    def test_the_answers_are_read_by_those_who_edit(self, world: World, course: None):
        for who, seen in (("hana", 0), ("hajin", 0), ("auditor", 0), ("finance", 0), ("safety", 1), ("operator", 1)):
            with world.as_(who):
                assert CourseAnswers.objects.count() == seen
                assert "right" not in CourseVersion.objects.values_list("questions", flat=True)[0][0]
        with world.as_("hana"):
            version = CourseVersion.objects.values_list("id", flat=True)[0]
            never(lambda: CourseAnswers.objects.create(version_id=version, right=[[1]]), "row-level security")

    @pytest.mark.parametrize("said", [
        {"until": None}, {"until": date(2099, 1, 1)}, {"minutes": 9000}, {"completed_on": MONDAY.date() + timedelta(days=90)},
    ])  # fmt: skip
    def test_a_record_says_what_its_course_says(self, world: World, course: None, said):
        with world.as_("safety"):
            version = safety.publish_course(code="OTHER", minutes=60, signed_off=False, name_en="Other", valid_days=365, questions=ASKED)
        with world.as_("hana"):
            attempt = self.forged(person_id=world.people["hana"], version_id=version.id, answers={"1": [1]})
            whole = {
                "code": "TR-X", "version": version, "person_id": world.people["hana"], "completed_on": MONDAY.date(), "minutes": 60,
                "until": MONDAY.date() + timedelta(days=364), "way": "quiz", "attempt": attempt, "entered_at": MONDAY,
            }
            if "completed_on" in said:
                said = said | {"until": said["completed_on"] + timedelta(days=364)}
            never(lambda: TrainingRecord.objects.create(**whole | said), "the course says otherwise")
            TrainingRecord.objects.create(**whole)

    def test_nobody_confirms_her_own(self, world: World, course: None):
        with world.as_("safety"):
            version = safety.publish_course(code="LASER", minutes=60, signed_off=True, name_en="Laser")
            me = world.people["safety"]
            never(lambda: TrainingRecord.objects.create(
                code="TR-X", version=version, person_id=me, completed_on=MONDAY.date(), minutes=60, way="sign_off", signed_by=me,
                entered_at=MONDAY,
            ), "her own training")  # fmt: skip

    def test_what_is_revoked_stays_revoked(self, world: World, course: None):
        with world.as_("hana"):
            safety.take_quiz(course="BASIC", choices={"1": [1]})
            passport = safety.issue_passport().code
        with world.as_("safety"):
            record = TrainingRecord.objects.get().code
            safety.revoke_passport(passport_code=passport, reason="분실")
            safety.revoke_training(training_record=record, reason="대리 응시")
            never(lambda: TrainingRecord.objects.update(revoked_at=None, revoked_why=""), "stays revoked")
        with world.as_("hana"):
            never(lambda: Passport.objects.update(revoked_at=None, revoked_why=""), "stays revoked")
