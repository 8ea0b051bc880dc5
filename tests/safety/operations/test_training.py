"""Courses, quizzes, sign-off, the gate on booking, hours and passports; what each refuses; and that a rival sees none."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client, override_settings

from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.core.models import Activity, Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import Scope, scope, system
from squaremile.safety import operations as safety
from squaremile.safety.models import HoursDuty, Passport, QuizAttempt, TrainingRecord
from squaremile.safety.policies.passport_check import check
from squaremile.safety.reads import passports, training
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = date(2027, 3, 1)
ASKED = [
    {"ask_ko": f"질문 {n}", "ask_en": f"Question {n}", "choices": [{"ko": "가", "en": "a"}, {"ko": "나", "en": "b"}], "right": [0]}
    for n in (1, 2)
]
RIGHT, WRONG = {"1": [1], "2": [1]}, {"1": [1], "2": [2]}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def course(world):
    with world.as_("safety"):
        safety.publish_course(
            code="BASIC", minutes=120, signed_off=False, name_ko="기본 안전", name_en="Basics", counts_as="regular",
            valid_days=365, questions=ASKED, attempts_a_day=2,
        )
        safety.publish_course(code="LASER", minutes=60, signed_off=True, name_en="Laser", questions=ASKED)
    return "BASIC"


def state(world, who, code="BASIC", day=DAY):
    return next(r.standing for r in training.of_person(world.people[who], day) if r.code == code)


def test_a_quiz_passed_is_a_training_done(world, course):
    with world.as_("hana"):
        missed = safety.take_quiz(course=course, choices=WRONG)
        assert (missed.passed, missed.right, state(world, "hana").state) == (False, 1, "missing")
        assert safety.take_quiz(course=course, choices=RIGHT).passed
        assert (state(world, "hana").state, state(world, "hana").until) == ("valid", date(2028, 2, 28))
        kept = TrainingRecord.objects.get()
        assert (kept.organisation_id, kept.person_name_ko, kept.minutes) == (world.organisations["HANBIT"], "김하나", 120)
        with pytest.raises(Refused) as spent:
            safety.take_quiz(course=course, choices=RIGHT)
        assert (spent.value.code, spent.value.values) == ("safety.attempts_spent", {"limit": 2})
        with pytest.raises(Missing):
            safety.take_quiz(course="NOBODY", choices={})
    with clock.as_of(MONDAY + timedelta(days=1)), world.as_("hana"):
        assert safety.take_quiz(course=course, choices=WRONG).passed is False
    with world.as_("auditor"), pytest.raises(Forbidden):
        safety.take_quiz(course=course, choices=RIGHT)


def test_a_trainer_signs_off_once_the_quiz_is_passed(world, course):
    with world.as_("operator"), pytest.raises(Refused) as first:
        safety.sign_off_training(course="LASER", person=world.people["hana"])
    assert first.value.code == "safety.quiz_first"
    with world.as_("hana"):
        safety.take_quiz(course="LASER", choices=RIGHT)
        assert state(world, "hana", "LASER").state == "missing"
    with world.as_("operator"):
        made = safety.sign_off_training(course="LASER", person=world.people["hana"], minutes=90)
        assert (made.minutes, made.until, state(world, "hana", "LASER").state) == (90, None, "valid")
        assert Activity.objects.get(operation="safety.sign_off_training").organisation_id == world.organisations["HANBIT"]
        for said, error, code in (
            ({"person": world.people["operator"]}, Refused, "safety.not_her_own"),
            ({"person": world.people["haeun"], "completed_on": DAY + timedelta(days=1)}, Invalid, "safety.training_ahead"),
        ):
            with pytest.raises(error) as refused:
                safety.sign_off_training(course="LASER", **said)
            assert refused.value.code == code
        with pytest.raises(Invalid):
            safety.revoke_training(training_record=made.code, reason=" ")
        safety.revoke_training(training_record=made.code, reason="확인이 잘못되었습니다")
        assert state(world, "hana", "LASER").state == "revoked"
        with pytest.raises(Missing):
            safety.revoke_training(training_record=made.code, reason="다시")
    with world.as_("hajin"), pytest.raises(Forbidden):
        safety.sign_off_training(course="LASER", person=world.people["hana"])


def test_the_database_lets_nobody_train_herself(world, course):
    with world.as_("hana"):
        attempt = safety.take_quiz(course="LASER", choices=RIGHT)
        failed = safety.take_quiz(course=course, choices=WRONG)
        for version, shown in ((attempt.version_id, attempt), (failed.version_id, failed)):
            with pytest.raises(IntegrityError), transaction.atomic():
                TrainingRecord.objects.bulk_create([TrainingRecord(
                    code=f"TR-{version.hex[-6:]}", version_id=version, person_id=world.people["hana"], completed_on=DAY,
                    minutes=1, way="quiz", attempt=shown, entered_at=MONDAY,
                )])


def test_a_newer_version_is_due_from_its_day(world, course):
    with world.as_("hana"):
        safety.take_quiz(course=course, choices=RIGHT)
    with world.as_("safety"):
        made = safety.publish_course(
            code=course, minutes=60, signed_off=False, name_ko="기본 안전", questions=ASKED, redo_by=date(2027, 5, 1)
        )
        assert made.number == 2
        assert [state(world, "hana", day=d).state for d in (DAY, date(2027, 4, 30), date(2027, 5, 1))] == [
            "valid", "ending", "outdated",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"questions": [{"ask_ko": "?"}]}, "safety.quiz_unsound"), ({"signed_off": False}, "safety.course_unsound"),
        ({"name_ko": ""}, "safety.course_unsound"), ({"pass_percent": 0}, "safety.course_unsound"),
        ({"counts_as": "fun"}, "safety.course_unsound"), ({"valid_days": 0}, "safety.course_unsound"),
    ],
)  # fmt: skip
def test_what_a_course_is_refused_for(world, said, code):
    with world.as_("safety"), pytest.raises((Invalid, Refused)) as refused:
        safety.publish_course(**{"code": "NEW", "minutes": 10, "signed_off": True, "name_ko": "새 과정", **said})
    assert refused.value.code == code


class TestTheGate:
    def reserve(self, who, world, days=1, instrument="CHILLER"):
        with world.as_(who):
            start = MONDAY + timedelta(days=days, hours=1)
            return booking.reserve(equipment=instrument, start=start, end=start + timedelta(hours=1))

    @pytest.mark.parametrize("where", [{"equipment": "CHILLER"}, {"place": "JB-A2"}])
    def test_no_booking_without_the_course(self, world, course, where):
        with world.as_("operator"):
            safety.need_course(course=course, **where)
            with pytest.raises(Refused) as twice, transaction.atomic():
                safety.need_course(course=course, **where)
            assert twice.value.code == "safety.need_already"
        with pytest.raises(Refused) as shut:
            self.reserve("hana", world)
        assert (shut.value.code, shut.value.remedy.label.en) == ("safety.training_needed", "Take the course.")
        assert "미이수" in shut.value.text.ko and "Not taken" in shut.value.text.en
        with world.as_("hana"):
            safety.take_quiz(course=course, choices=RIGHT)
        assert self.reserve("hana", world).state == "confirmed"
        with world.as_("operator"):
            safety.end_course_need(course=course, **where)
            with pytest.raises(Missing):
                safety.end_course_need(course=course, **where)
        assert self.reserve("sora", world, days=2).state == "confirmed"

    def test_it_looks_at_the_day_of_use(self, world, course):
        with world.as_("operator"):
            safety.need_course(course=course, equipment="CHILLER")
        with clock.as_of(MONDAY - timedelta(days=360)), world.as_("hana"):
            safety.take_quiz(course=course, choices=RIGHT)
        assert self.reserve("hana", world, days=4).state == "confirmed"
        with pytest.raises(Refused) as late:
            self.reserve("hana", world, days=5)
        assert late.value.values["state"].en == "Expired"

    def test_a_need_is_of_one_thing(self, world, course):
        with world.as_("operator"):
            for said in ({}, {"role": "scientist", "place": "R201"}, {"role": "queen"}):
                with pytest.raises(Invalid):
                    safety.need_course(course=course, **said)


def test_a_refresher_is_asked_for_once(world, course):
    with clock.as_of(MONDAY - timedelta(days=350)), world.as_("hana"):
        safety.take_quiz(course=course, choices=RIGHT)
    with scope(system("worker")):
        assert [safety.remind_of_training(), safety.remind_of_training()] == [1, 1]
    with world.as_("hana"):
        assert Notice.objects.filter(kind="safety.training_ends").count() == 1
        safety.take_quiz(course=course, choices=RIGHT)
    with scope(system("worker")):
        assert safety.remind_of_training() == 0


def test_the_matrix_shows_gaps_by_role(world, course):
    with world.as_("safety"):
        safety.need_course(course=course, role="scientist")
    with world.as_("hana"):
        safety.take_quiz(course=course, choices=RIGHT)
    with world.as_("hajin"):
        _, rows = training.matrix(DAY)
        assert {(r.name.en, r.gaps) for r in rows} == {("Hana Kim", 0), ("Haeun Park", 1), ("Hajin Choi", 0)}
        assert [r.name.en for r in training.matrix(DAY, state="gap")[1]] == ["Haeun Park"]
    with world.as_("safety"):
        assert [r.name.en for r in training.matrix(DAY, state="gap")[1]] == ["Sora Lee", "Haeun Park"]
        assert {r.name.en for r in training.matrix(DAY, company="SAEBOM")[1]} == {"Sora Lee", "Sujin Jung"}


def test_hours_are_owed_by_how_she_works(world):
    said = {"grade": "high", "employee": True, "diagnosed": True, "joined_on": date(2025, 1, 5)}
    with world.as_("hajin"):
        safety.set_hours_duty(person=world.people["hana"], **said)
        for wrong in ({"grade": "extreme"}, {"joined_on": DAY + timedelta(days=1)}):
            with pytest.raises(Invalid):
                safety.set_hours_duty(person=world.people["hana"], **{**said, **wrong})
    with world.as_("sujin"):
        assert HoursDuty.objects.count() == 0
        with pytest.raises(Missing):
            safety.set_hours_duty(person=world.people["hana"], **said)
    with world.as_("haeun"):
        assert HoursDuty.objects.count() == 0


class TestPassports:
    def test_another_host_checks_it_and_sees_it_revoked(self, world, course):
        with world.as_("hana"):
            with pytest.raises(Refused) as empty:
                safety.issue_passport()
            assert empty.value.code == "safety.passport_empty"
            safety.take_quiz(course=course, choices=RIGHT)
            made = safety.issue_passport()
            file = passports.document(made.code, world.people["hana"])
            assert [t["course"] for t in file["credentialSubject"]["trainings"]] == ["BASIC"]
            assert "HANBIT" not in str(file) and "한빛" not in str(file)
        keys = passports.published_key()["keys"]
        with scope(Scope(system="public")):
            assert check(file, MONDAY, keys=keys, statuses=passports.status_list()).good
        for who in ("haeun", "sora", "hajin"):
            with world.as_(who), pytest.raises(Missing):
                safety.revoke_passport(passport_code=made.code, reason="훔침")
        with world.as_("hana"):
            with pytest.raises(Invalid):
                safety.revoke_passport(passport_code=made.code, reason="")
            safety.revoke_passport(passport_code=made.code, reason="잃어버렸습니다")
        told = Client().get(passports.status_url().removeprefix(settings.PUBLIC_URL)).json()
        assert check(file, MONDAY, keys=Client().get("/public/safety/passports/key.json").json()["keys"], statuses=told).revoked is True

    def test_they_outlive_the_secret_that_made_their_key(self, world, course):
        with world.as_("hana"):
            safety.take_quiz(course=course, choices=RIGHT)
            codes = [safety.issue_passport().code for _ in range(2)]
            first, second = (passports.document(code, world.people["hana"]) for code in codes)
        old = check(first, MONDAY).key
        with override_settings(SECRET_KEY="another" * 10):
            for revoked in (False, True):
                keys, told = (Client().get(f"/public/safety/passports/{name}.json").json() for name in ("key", "status"))
                assert (keys["keys"][1:], keys["keys"][0] == old) == ([old], False)
                assert check(first, MONDAY, keys=keys["keys"], statuses=told).revoked is revoked
                assert check(second, MONDAY, keys=keys["keys"], statuses=told).good
                if not revoked:
                    with world.as_("hana"):
                        safety.revoke_passport(passport_code=codes[0], reason="잃어버렸습니다")
            with clock.as_of(MONDAY + timedelta(days=366)):
                assert old not in Client().get("/public/safety/passports/key.json").json()["keys"]


def test_a_rival_sees_nothing_and_a_leaver_is_kept(world, course):
    with world.as_("hana"):
        safety.take_quiz(course=course, choices=RIGHT)
        safety.issue_passport()
    for who in ("sora", "sujin", "finance"):
        with world.as_(who):
            assert (TrainingRecord.objects.count(), QuizAttempt.objects.count(), Passport.objects.count()) == (0, 0, 0)
    with world.as_("haeun"):
        assert (TrainingRecord.objects.count(), QuizAttempt.objects.count()) == (1, 0)
    with world.as_("director"):
        core.end_role(grant=_grant(world, "hana"))
    with clock.as_of(MONDAY + timedelta(days=1)), world.as_("hajin"):
        assert TrainingRecord.objects.get().person_name_en == "Hana Kim"


def _grant(world, who):
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM core_role_grant WHERE user_id = %s", (world.people[who],))
        return cursor.fetchone()[0]
