"""Accepting what does not pass: refused, unless the site director says why; kept for staff, and never in the letter."""

import pytest
from django.db import IntegrityError, transaction

from squaremile.core.models import Mail
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Application, Decision, DecisionBasis
from squaremile.residency.reads import rounds
from tests.residency.applying import opened_call, outside
from tests.residency.reviewing import in_review, judged, reviewer, round_of
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
WHY = "심사위원 한 분이 앓아 정족수를 못 채웠으나 자료가 탄탄합니다."


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def found(world):
    call = opened_call(world)
    code = in_review(world, call, "ceo@prospect.example")
    reviewer(world)
    return round_of(world, call, each=2, quorum=1, pass_mark=70), code


def refused(act, /, **said):
    with pytest.raises(Refused) as heard, transaction.atomic():
        act(**said)
    return heard.value


def accept(code, **said):
    return {"application": code, "outcome": "accept", "reasons": "과학이 탄탄합니다.", **said}


def test_below_the_quorum_or_the_mark_it_is_refused_without_the_directors_reason(world, found):
    round_code, code = found
    with world.as_("programme"):
        said = refused(residency.decide_application, **accept(code))
        assert (said.code, said.values["reviews"], said.values["quorum"]) == ("residency.exception_needed", 0, 1)
    judged(world, 3)
    with world.as_("programme"):
        said = refused(residency.decide_application, **accept(code))
        assert (said.values["score"], said.values["mark"]) == ("50", "70")
        assert refused(residency.decide_application, **accept(code, exception=WHY)).code == "residency.exception_by_director"
        residency.decide_application(**accept(code) | {"outcome": "wait_list"})
    with world.as_("director"):
        assert refused(residency.decide_application, **accept(code, exception=" ")).code == "residency.exception_needed"
        residency.decide_application(**accept(code, exception=WHY))
    with world.as_("programme"):
        kept = DecisionBasis.objects.get()
        assert (kept.reviews, kept.score, kept.exception) == (1, 50, WHY)
        assert rounds.one(round_code).ranking[0].exception == WHY
        residency.tell_decision(application=code)
    with scope(system("worker")):
        (letter,) = Mail.objects.filter(to="ceo@prospect.example", subject__contains="심사 결과")
        assert WHY not in letter.body


def test_what_passes_needs_none_and_keeps_none(world, found):
    _, code = found
    judged(world, 5)
    with world.as_("programme"):
        residency.decide_application(**accept(code, exception="쓸데없는 까닭"))
        assert (DecisionBasis.objects.get().exception, DecisionBasis.objects.get().score) == ("", 100)


def test_from_the_wait_list_as_well(world, found):
    _, code = found
    judged(world, 2)
    with world.as_("programme"):
        residency.decide_application(**accept(code) | {"outcome": "wait_list"})
        residency.tell_decision(application=code)
        said = {"application": code, "reasons": "자리가 났습니다."}
        assert refused(residency.promote_application, **said).code == "residency.exception_needed"
        assert refused(residency.promote_application, **said, exception=WHY).code == "residency.exception_by_director"
    with world.as_("director"):
        assert residency.promote_application(**said, exception=WHY).state == "accepted"


def test_the_last_stage_that_was_judged_counts(world, found):
    _, code = found
    judged(world, 1)
    with world.as_("programme"):
        call = Application.objects.get(code=code).call.code
    round_of(world, call, review_stage="pitch", each=1, quorum=1)
    judged(world, 5)
    with world.as_("programme"):
        residency.decide_application(**accept(code))
        assert DecisionBasis.objects.get().round.stage == "pitch"


def test_the_database_takes_no_false_standing_and_no_exception_of_the_programme(world, found):
    _, code = found
    judged(world, 3)
    with world.as_("programme"):
        application = Application.objects.get(code=code)
        round_id = application.call.rounds.get().id
        decided = {
            "id": uuid7(), "code": "DC-X", "application": application, "company_id": application.company_id, "number": 1,
            "outcome": "accept", "reasons": "왜", "decided_at": MONDAY, "decided_by_id": world.people["programme"],
        }
        basis = {"decision_id": decided["id"], "round_id": round_id, "quorum": 1, "pass_mark": 70}
        with pytest.raises(IntegrityError, match="where the application stood"), transaction.atomic():
            Decision.objects.create(**decided)
        with pytest.raises(IntegrityError, match="where the application stood"), transaction.atomic():
            DecisionBasis.objects.create(**basis, reviews=2, score=90)
            Decision.objects.create(**decided)
        with pytest.raises(IntegrityError, match="decision_exception_needed"), transaction.atomic():
            DecisionBasis.objects.create(**basis, reviews=1, score=50)
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            DecisionBasis.objects.create(**basis, reviews=1, score=50, exception=WHY)
    with outside(), scope(system("worker")):
        assert DecisionBasis.objects.count() == 0
