"""For the tests of the whole product: review. A rival's application has been judged, and it hears nothing of by whom."""

from datetime import timedelta
from typing import Any

from squaremile.core.entering import enter_key, secret_hash
from squaremile.kernel import clock
from squaremile.residency import operations as residency
from squaremile.residency.models import PitchSlot, Review
from tests.residency.applying import answered, handed_in, secret
from tests.residency.reviewing import CHECKS, RUBRIC
from tests.world import MONDAY

API = "squaremile.api.v1.residency.review"
START = MONDAY + timedelta(days=3)
JUDGE = "judge@institute.example"
PLACES = {"application": ("application",), "file": ("answer file",), "slot": ("pitch slot",), "sitting": ("pitch sitting",)}
NOUNS = {"reviews": ("review", "review round", "pitch round"), "pitch-sittings": ("pitch sitting",), "pitch-slots": ("pitch slot",),
         "slots": ("pitch slot",), "pitches": ("pitch sitting",), "reviewers": ("reviewer",), "review-rounds": ("review round", "pitch round"),
         "wait-list": ("waiting application", "company record")}  # fmt: skip
BEGINNINGS = {"door/review/": ("review",)}
HERS = {"application": "application in review", "review": "review", "review_round": "review round", "reviewer": "reviewer",
        "pitch_sitting": "pitch sitting", "pitch_slot": "pitch slot"}
SOUND: dict[str, Any] = {
    "rubric": RUBRIC, "points": {"science": 5}, "kind": "kin", "outcome": "accept", "reasons": "왜", "call": "CALL-A",
    "review_stage": "mentor", "capacity": 5, "email": "thief@example.org",
}  # fmt: skip
LEFT_OUT = ("active", "blind", "body_en", "body_ko", "comment", "conditions", "each", "exception", "fields", "hidden", "link",
            "pass_mark", "pitch_count", "pitch_minutes", "pitch_pause", "quorum", "room_for", "version", "why")  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "residency.assign_reviewer": {"reviewer": "second reviewer"},
    "residency.decide_application": {"outcome": "decline"},
    "residency.promote_application": {"application": "waiting application"},
    "residency.open_pitch_sitting": {"review_round": "pitch round", "start": START + timedelta(days=5), "panel": ["second reviewer"]},
    "residency.plan_pitches": {"review_round": "pitch round"},
    "residency.send_pitch_invitations": {"review_round": "pitch round"},
}  # fmt: skip
FORM = {"points-science": "5", "comment": "훔친 의견", "kind": "kin", "why": "왜", "outcome": "accept", "reasons": "왜", "email": JUDGE,
        "capacity": "5", "call": "CALL-A", "review_stage": "mentor", "each": "1", "quorum": "1", "room_for": "1",
        "pass_mark": "70"}  # fmt: skip
TEXTS = {"review comment": "새봄의 표적이 늦었다고 봄", "decision": "새봄을 뽑은 까닭",
         "exception": "새봄은 정족수 없이 뽑음", "pitch link": "https://meet.example/saebom-9Qx"}


def week(world, codes, keys):
    """Saebom's application is judged by somebody from outside; a decision is made and not told yet."""
    code, waiting = _in_review(world, "CALL-R"), _in_review(world, "CALL-W")
    with world.as_("programme"):
        residency.decide_application(application=waiting, outcome="wait_list", reasons=TEXTS["decision"])
        residency.tell_decision(application=waiting)
        judge = residency.add_reviewer(email=JUDGE, name_ko="김심사")
        residency.invite_reviewer(reviewer=judge.code)
        made = residency.draft_round(call="CALL-R", rubric=RUBRIC, each=1, quorum=1)
        residency.open_round(review_round=made.code)
        residency.assign_reviewers(review_round=made.code)
        review = Review.objects.get(round=made)
    with enter_key(secret_hash(secret(JUDGE))):
        residency.save_review(review=review.code, points={"science": 4}, comment=TEXTS["review comment"])
    with world.as_("programme"):
        second = residency.add_reviewer(email="second@institute2.example", name_ko="이심사")
        pitch = _pitched(code, second.code)
    with world.as_("director"):
        residency.decide_application(application=code, outcome="accept", reasons=TEXTS["decision"], exception=TEXTS["exception"])
    codes |= pitch | {
        "application in review": code, "waiting application": waiting, "review": review.code, "review round": made.code,
        "reviewer": judge.code, "second reviewer": second.code,
    }
    keys["review"] = review.id


def _pitched(code, judge):
    """She pitches, by a link that is hers, before the second reviewer; a slot stays free."""
    found = residency.draft_round(call="CALL-R", rubric=RUBRIC, each=1, quorum=1, review_stage="pitch").code
    residency.open_round(review_round=found)
    sitting = residency.open_pitch_sitting(
        review_round=found, start=START, panel=[judge], pitch_count=2, link=TEXTS["pitch link"],
    )
    residency.plan_pitches(review_round=found)
    residency.send_pitch_invitations(review_round=found)
    slot = PitchSlot.objects.get(application__code=code)
    return {"pitch round": found, "pitch sitting": sitting.code, "pitch slot": slot.code}


def _in_review(world, call):
    """Saebom's application to a call of its own, past its pre-screen."""
    with world.as_("programme"):
        residency.draft_call(form="STANDARD", code=call, title_ko="공고 심사")
        residency.open_call(call=call)
    with world.as_("sujin"):
        code = residency.begin_own_application(call=call).code
        answered(code)
        residency.submit_application(application=code)
    with world.as_("programme"):
        residency.screen_application(application=code, checks=CHECKS)
        residency.pass_to_review(application=code)
    return code


def furnish(world):
    """A round that is judged, an application in it, and one that waits."""
    with world.as_("programme"):
        residency.draft_call(form="STANDARD", code="CALL-R", title_ko="심사 공고", title_en="Reviewed call")
        residency.open_call(call="CALL-R")
    judged, waiting = (handed_in("CALL-R", f"{who}@prospect.example", name) for who, name in (("one", "하나바이오"), ("two", "두리바이오")))
    with world.as_("programme"):
        for code in (judged, waiting):
            residency.screen_application(application=code, checks=CHECKS)
            residency.pass_to_review(application=code)
        residency.decide_application(application=waiting, outcome="wait_list", reasons="자리가 없음")
        residency.tell_decision(application=waiting)
        judge = residency.add_reviewer(email=JUDGE, name_ko="김심사", name_en="Reviewer Kim")
        residency.invite_reviewer(reviewer=judge.code)
        made = residency.draft_round(call="CALL-R", rubric=RUBRIC, each=1, quorum=1)
        residency.open_round(review_round=made.code)
        residency.assign_reviewers(review_round=made.code)
        pitches = residency.draft_round(call="CALL-R", rubric=RUBRIC, each=1, quorum=1, review_stage="pitch").code
        residency.open_round(review_round=pitches)
        residency.open_pitch_sitting(
            review_round=pitches, start=clock.now() + timedelta(days=3), panel=[judge.code], pitch_count=2, place="R201",
        )
        residency.plan_pitches(review_round=pitches)
        residency.send_pitch_invitations(review_round=pitches)
