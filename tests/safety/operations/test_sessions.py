"""Sessions: places and the waiting list, attendance that becomes training, what each refuses, and what a rival learns."""

from datetime import timedelta

import pytest
from django.db import Error, transaction

from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.safety import operations as safety
from squaremile.safety.models import TrainingRecord, TrainingSeat
from squaremile.safety.reads import hours, sessions
from tests.safety.operations.test_training import ASKED, DAY, RIGHT
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
TOMORROW = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def one(world):
    """A session tomorrow with two places."""
    with world.as_("safety"):
        safety.publish_course(code="DRILL", minutes=120, signed_off=True, name_ko="소방 훈련", valid_days=365, counts_as="regular")
        return safety.announce_session(course="DRILL", start=TOMORROW, end=TOMORROW + timedelta(hours=2), most=2, place="R201").code


def sign_up(world, code, *people):
    for who in people:
        with world.as_(who):
            safety.sign_up(training_session=code)


def seats(world, code):
    with world.as_("safety"):
        return {str(row.name.en): row.state for row in sessions.session(code)[1]}


def test_places_and_the_waiting_list_in_order(world, one):
    sign_up(world, one, "hana", "sora", "haeun", "hajin")
    assert seats(world, one) == {"Hana Kim": "coming", "Sora Lee": "coming", "Haeun Park": "waiting", "Hajin Choi": "waiting"}
    with world.as_("hana"):
        with pytest.raises(Refused) as twice:
            safety.sign_up(training_session=one)
        assert twice.value.code == "safety.seat_taken"
        row, told = sessions.session(one)
        assert (row.coming, row.waiting, row.left, row.mine) == (2, 2, 0, "coming")
        assert [str(seat.name.en) for seat in told] == ["Hana Kim", "Haeun Park", "Hajin Choi"]
        safety.give_up_seat(training_session=one)
        with pytest.raises(Refused) as none:
            safety.give_up_seat(training_session=one)
        assert none.value.code == "safety.seat_none"
    assert seats(world, one) == {"Sora Lee": "coming", "Haeun Park": "coming", "Hajin Choi": "waiting"}
    with world.as_("haeun"):
        assert Notice.objects.filter(kind="safety.session_promoted").count() == 1
    with world.as_("hajin"), pytest.raises(Error, match="all places are taken"), transaction.atomic():
        TrainingSeat.objects.filter(person_id=world.people["hajin"]).update(state="coming")


def test_attendance_is_a_completed_training(world, one):
    sign_up(world, one, "hana", "sora", "haeun")
    there = [world.people["hana"], world.people["haeun"]]
    with world.as_("operator"):
        with pytest.raises(Refused) as ahead:
            safety.record_attendance(training_session=one, present=there)
        assert ahead.value.code == "safety.session_ahead"
    with clock.as_of(TOMORROW + timedelta(hours=2)):
        with world.as_("hana"), pytest.raises(Forbidden):
            safety.record_attendance(training_session=one, present=there)
        with world.as_("operator"):
            with pytest.raises(Missing):
                safety.record_attendance(training_session=one, present=[world.people["sujin"]])
            assert [row.code for row in sessions.unrecorded()] == [one]
            safety.record_attendance(training_session=one, present=there)
            with pytest.raises(Refused) as twice:
                safety.record_attendance(training_session=one, present=there)
            assert twice.value.code == "safety.session_step"
            kept = TrainingRecord.objects.filter(way="sign_off")
            assert {(r.person_id, r.completed_on, r.signed_by) for r in kept} == {
                (who, TOMORROW.date(), world.people["operator"]) for who in there
            }
            safety.set_hours_duty(person=there[0], grade="high", employee=True, diagnosed=True, joined_on=DAY - timedelta(days=400))
            row = next(row for row in hours.everybody(TOMORROW.date(), company="HANBIT") if row.grade)
            assert [(one.owed.kind, one.owed.taken, one.met) for one in row.rows][1] == ("regular", 120, False)
            # The second half of 2026 was owed as well, and is over.
            assert [(p.grade, p.people, p.met, p.missing) for p in hours.by_period([row])] == [("high", 1, 0, 240), ("high", 1, 0, 360)]
            assert (row.late, [r.name for r in hours.everybody(TOMORROW.date(), short=True)]) == (True, [row.name])
    assert seats(world, one) == {"Hana Kim": "attended", "Sora Lee": "missed", "Haeun Park": "attended"}


def test_nobody_attends_in_her_own_name(world, one):
    sign_up(world, one, "operator")
    with clock.as_of(TOMORROW + timedelta(hours=2)), world.as_("operator"), pytest.raises(Refused) as own:
        safety.record_attendance(training_session=one, present=[world.people["operator"]])
    assert own.value.code == "safety.not_her_own"


def test_where_there_is_a_quiz_it_is_passed_first(world, one):
    with world.as_("safety"):
        safety.publish_course(code="LASER", minutes=60, signed_off=True, name_en="Laser", questions=ASKED)
        code = safety.announce_session(course="LASER", start=TOMORROW, end=TOMORROW + timedelta(hours=1), most=5).code
    with world.as_("hana"):
        safety.take_quiz(course="LASER", choices=RIGHT)
    sign_up(world, code, "hana", "sora")
    with clock.as_of(TOMORROW + timedelta(hours=1)), world.as_("safety"):
        safety.record_attendance(training_session=code, present=[world.people["hana"], world.people["sora"]])
        assert {(row.name.en, row.state, row.recorded) for row in sessions.session(code)[1]} == {
            ("Hana Kim", "attended", True), ("Sora Lee", "attended", False),
        }  # fmt: skip


def test_what_is_cancelled_or_begun_is_over(world, one):
    sign_up(world, one, "hana")
    with world.as_("safety"):
        for said in ({"end": TOMORROW}, {"most": 0}):
            with pytest.raises(Invalid):
                safety.announce_session(**{"course": "DRILL", "start": TOMORROW, "end": TOMORROW + timedelta(hours=1), "most": 3, **said})
    with clock.as_of(TOMORROW), world.as_("sora"):
        with pytest.raises(Refused) as begun:
            safety.sign_up(training_session=one)
        assert begun.value.code == "safety.session_begun"
        with pytest.raises(Missing):
            safety.sign_up(training_session="TS-NONE")
    with world.as_("safety"):
        safety.cancel_session(training_session=one)
    with world.as_("hana"):
        assert Notice.objects.filter(kind="safety.session_cancelled").count() == 1
        with pytest.raises(Refused) as step:
            safety.give_up_seat(training_session=one)
        assert step.value.code == "safety.session_step"
