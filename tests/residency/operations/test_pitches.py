"""The day of pitches: sittings without double booking, a plan that knows conflicts, letters, and who sees what of it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from squaremile.core.models import Mail
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import (
    Application,
    PitchInvitation,
    PitchPanelist,
    PitchSitting,
    PitchSlot,
    Review,
    ReviewRound,
)
from squaremile.residency.reads import pitches
from tests.residency.applying import opened_call, outside
from tests.residency.reviewing import in_review, reviewer, round_of
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
START = MONDAY + timedelta(days=10)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def refused(kind, act, /, **said):
    with pytest.raises(kind) as heard, transaction.atomic():
        act(**said)
    return heard.value.code


@pytest.fixture
def day(world):
    """A round of pitches with two applications and two reviewers; the first reviewer's sitting has three slots."""
    call = opened_call(world)
    codes = [in_review(world, call, f"ceo@prospect{n}.example", name_ko=f"새싹{n}호") for n in range(2)]
    judges = [reviewer(world, f"judge@univ{n}.example") for n in range(2)]
    found = round_of(world, call, assign=False, review_stage="pitch", quorum=1)
    with world.as_("programme"):
        sitting = residency.open_pitch_sitting(
            review_round=found, start=START, panel=[judges[0]], pitch_count=3, place="R201", link="https://meet.example/a",
        ).code
    return found, codes, judges, sitting


def placed(found):
    return {s.application.code: s.sitting.code for s in PitchSlot.objects.filter(round__code=found, application__isnull=False)}


class TestSittings:
    def test_what_a_sitting_refuses(self, world, day):
        found, _, judges, _ = day
        said = {"review_round": found, "start": START + timedelta(days=1), "panel": judges, "place": "R201"}
        with world.as_("programme"):
            act = residency.open_pitch_sitting
            assert refused(Missing, act, **said | {"review_round": "RR-NONE"}) == "residency.round_unknown"
            assert refused(Missing, act, **said | {"panel": ["RE-NONE"]}) == "residency.reviewer_unknown"
            assert refused(Missing, act, **said | {"place": "NOWHERE"}) == "core.not_found"
            for wrong in ({"panel": []}, {"pitch_count": 0}, {"pitch_minutes": 4}, {"pitch_pause": -1}, {"start": MONDAY}):
                assert refused(Invalid, act, **said | wrong) == "residency.pitch_sitting_unsound"
            for wrong in ({"place": ""}, {"link": "http://meet.example"}):
                assert refused(Invalid, act, **said | wrong) == "residency.pitch_sitting_nowhere"
            other = opened_call(world, code="CALL-2")
            paper = residency.draft_round(call=other, rubric=ReviewRound.objects.get(code=found).rubric).code
            assert refused(Refused, act, **said | {"review_round": paper}) == "residency.not_a_pitch"
        for who in ("hajin", "auditor", "operator"):
            with world.as_(who):
                refused(Forbidden, act, **said)

    def test_no_room_and_no_reviewer_is_taken_twice(self, world, day):
        found, _, judges, sitting = day
        with world.as_("programme"):
            said = {"review_round": found, "start": START + timedelta(minutes=30)}
            act = residency.open_pitch_sitting
            assert refused(Refused, act, **said, panel=[judges[1]], place="R201") == "residency.pitch_room_taken"
            assert refused(Refused, act, **said, panel=judges, link="https://b.example") == "residency.pitch_panelist_taken"
            residency.cancel_pitch_sitting(pitch_sitting=sitting)
            residency.open_pitch_sitting(**said, panel=judges, place="R201")
            assert refused(Missing, residency.cancel_pitch_sitting, pitch_sitting=sitting) == "residency.pitch_sitting_unknown"


class TestPlan:
    def test_a_declared_conflict_sends_it_to_the_other_panel(self, world, day):
        found, codes, judges, sitting = day
        with world.as_("programme"):
            residency.record_conflict(application=codes[0], reviewer=judges[0], kind="investor")
            residency.plan_pitches(review_round=found)
            assert placed(found) == {codes[1]: sitting}
            (left,) = pitches.schedule(found).waiting
            assert (left.code, left.barred) == (codes[0], True)
            other = residency.open_pitch_sitting(review_round=found, start=START, panel=[judges[1]], link="https://b.example").code
            residency.plan_pitches(review_round=found)
            assert placed(found) == {codes[0]: other, codes[1]: sitting}

    def test_a_conflict_of_the_same_house_is_found(self, world, day):
        found, codes, _, _ = day
        judge = reviewer(world, "dean@prospect0.example")
        with world.as_("programme"):
            made = residency.open_pitch_sitting(review_round=found, start=START, panel=[judge], link="https://b.example")
            slot = PitchSlot.objects.filter(sitting=made).first()
            assert refused(Refused, residency.place_pitch, pitch_slot=slot.code, application=codes[0]) == "residency.pitch_panel_conflict"
            residency.place_pitch(pitch_slot=slot.code, application=codes[1])

    def test_by_hand_and_once(self, world, day):
        found, codes, _, sitting = day
        with world.as_("programme"):
            first, second, _ = PitchSlot.objects.filter(sitting__code=sitting).order_by("period")
            act = residency.place_pitch
            assert refused(Missing, act, pitch_slot="PS-NONE") == "residency.pitch_slot_unknown"
            assert refused(Missing, act, pitch_slot=first.code, application="AP-NONE") == "residency.application_unknown"
            act(pitch_slot=first.code, application=codes[0])
            assert refused(Refused, act, pitch_slot=second.code, application=codes[0]) == "residency.pitch_placed_twice"
            act(pitch_slot=first.code)
            act(pitch_slot=second.code, application=codes[0])
            residency.decide_application(application=codes[1], outcome="decline", reasons="왜")
            residency.tell_decision(application=codes[1])
            assert refused(Refused, act, pitch_slot=first.code, application=codes[1]) == "residency.not_in_review"
            residency.cancel_pitch_sitting(pitch_sitting=sitting)
            assert placed(found) == {}
            assert refused(Refused, act, pitch_slot=first.code, application=codes[0]) == "residency.pitch_slot_over"
            residency.close_round(review_round=found)
            assert refused(Refused, residency.plan_pitches, review_round=found) == "residency.round_not_open"
            assert refused(Missing, residency.plan_pitches, review_round="RR-NONE") == "residency.round_unknown"

    def test_the_database_keeps_a_slot_in_its_sitting(self, world, day):
        with world.as_("programme"):
            slot = PitchSlot.objects.first()
            slot.period = type(slot.period)(START - timedelta(hours=2), START - timedelta(hours=1))
            with pytest.raises(IntegrityError, match="not of its sitting"), transaction.atomic():
                slot.save()


class TestLetters:
    @pytest.fixture
    def told(self, world, day):
        with world.as_("programme"):
            residency.plan_pitches(review_round=day[0])
            residency.send_pitch_invitations(review_round=day[0])
        return day

    def test_each_hears_once_and_the_panel_gets_its_sheets(self, world, told):
        found, codes, _, _ = told
        with world.as_("programme"):
            assert pitches.schedule(found).letters == 0
            residency.send_pitch_invitations(review_round=found)
            assert PitchInvitation.objects.count() == 2
            assert set(Review.objects.values_list("application__code", "reviewer__contact")) == {(c, "judge@univ0.example") for c in codes}
        with scope(system("worker")):
            assert Mail.objects.filter(subject__contains="발표 심사에 모십니다").count() == 2
            assert "발표 2건" in Mail.objects.get(to="judge@univ0.example", subject__contains="발표 심사 일정").body
        with world.as_("programme"):
            assert refused(Missing, residency.send_pitch_invitations, review_round="RR-NONE") == "residency.round_unknown"
            residency.close_round(review_round=found)
            assert refused(Refused, residency.send_pitch_invitations, review_round=found) == "residency.round_not_open"

    def test_a_conflict_declared_after_the_letter_empties_the_slot_and_the_company_hears(self, world, told):
        found, codes, judges, _ = told
        with world.as_("programme"):
            sheet = Review.objects.get(application__code=codes[0]).code
        with outside("judge@univ0.example"):
            residency.declare_conflict(review=sheet, kind="kin")
        with outside("ceo@prospect0.example"):
            assert not pitches.own(codes[0]).holds
        with world.as_("programme"):
            (left,) = pitches.schedule(found).waiting
            assert (left.code, left.off, pitches.schedule(found).letters) == (codes[0], True, 1)
            residency.send_pitch_invitations(review_round=found)
            assert pitches.schedule(found).letters == 0
            residency.open_pitch_sitting(review_round=found, start=START, panel=[judges[1]], link="https://b.example")
            residency.plan_pitches(review_round=found)
            residency.send_pitch_invitations(review_round=found)
        with outside("ceo@prospect0.example"):
            now = pitches.own(codes[0])
            assert (now.holds, now.link, now.period.start) == (True, "https://b.example", START)
        with scope(system("worker")):
            assert Mail.objects.filter(to="ceo@prospect0.example", subject__contains="취소되었습니다").count() == 1

    def test_each_sees_her_own_and_no_name(self, world, told):
        _, codes, _, _ = told
        with outside("ceo@prospect0.example"):
            assert [s.application.code for s in PitchSlot.objects.all()] == [codes[0]]
            assert (PitchInvitation.objects.count(), PitchSitting.objects.count(), PitchPanelist.objects.count()) == (1, 0, 0)
        with outside("judge@univ0.example"):
            (sitting,) = pitches.sits()
            assert [heard.review for heard in sitting.heard] == [
                Review.objects.get(application_id=s.application_id).code
                for s in PitchSlot.objects.filter(application__isnull=False).order_by("period")
            ]
            assert (Application.objects.count(), PitchInvitation.objects.count()) == (0, 0)
        for asking in (outside("judge@univ1.example"), world.as_("hajin")):
            with asking:
                assert (PitchSlot.objects.count(), PitchSitting.objects.count(), PitchInvitation.objects.count()) == (0, 0, 0)
                assert pitches.sits() == []

    def test_who_withdraws_gives_the_slot_back(self, world, told):
        found, codes, _, _ = told
        with outside("ceo@prospect0.example"):
            residency.withdraw_application(application=codes[0])
        with world.as_("programme"):
            residency.plan_pitches(review_round=found)
            assert list(placed(found)) == [codes[1]]
