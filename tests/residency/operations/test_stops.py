"""Declined before review, with a letter; and what stands against an application stops it, or the director says why not."""

from datetime import timedelta

import pytest
from django.db import transaction

from squaremile.core.models import Mail
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Application, Company, CompetitionFinding, StopException
from tests.pages.people import browser
from tests.residency.applying import DAY, answered, handed_in, opened_call, outside
from tests.residency.reviewing import CHECKS
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
WHY = "중앙 시설을 함께 쓰기로 했습니다."


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def refused(act, /, **said):
    with pytest.raises(Refused) as heard, transaction.atomic():
        act(**said)
    return heard.value


def letters(to="ceo@prospect.example", about="심사 결과"):
    with scope(system("worker")):
        return [mail.body for mail in Mail.objects.filter(to=to, subject__contains=about)]


class TestDeclinedBeforeReview:
    def test_who_cannot_be_hosted_is_declined_and_written_to(self, world):
        code = handed_in(opened_call(world), works=["bsl4"])
        with world.as_("programme"):
            assert refused(residency.decide_application, application=code, outcome="accept", reasons="x").code == "residency.not_decidable"
        staff = browser(world, "programme")
        assert staff.get(f"/residency/applications/{code}/").status_code == 200
        assert staff.post(f"/residency/applications/{code}/decline/", {"reasons": ""}).status_code == 422
        assert staff.post(f"/residency/applications/{code}/decline/", {"reasons": "BSL-4는 할 수 없습니다."}).status_code == 303
        (letter,) = letters()
        assert "BSL-4는 할 수 없습니다." in letter
        with world.as_("programme"):
            assert (Application.objects.get().state, Company.objects.get(applications__code=code).state) == ("declined", "declined")
        with outside():
            assert refused(residency.withdraw_application, application=code).code == "residency.application_step"

    def test_what_was_returned_and_never_came_back(self, world):
        code, until = handed_in(opened_call(world)), MONDAY + 120 * DAY
        with world.as_("programme"):
            residency.return_application(application=code, reason="양을 적을 것", until=until)
            said = {"application": code, "outcome": "decline", "reasons": "보완이 오지 않았습니다."}
            assert refused(residency.decide_application, **said).code == "residency.still_completing"
        # By then the key has run out: its address is still where the letter goes.
        with clock.as_of(until + DAY), world.as_("programme"):
            residency.decide_application(**said)
            call = Application.objects.get().call.code
            residency.send_letters(call=call)
            assert Application.objects.get().state == "declined"
        assert len(letters()) == 1


def test_who_applies_with_an_account_hears_of_the_return(world):
    call = opened_call(world)
    with world.as_("programme"):
        residency.open_record(organisation="HANBIT")
    with world.as_("hajin"):
        code = residency.begin_own_application(call=call).code
        answered(code)
        residency.submit_application(application=code)
    with world.as_("programme"):
        residency.return_application(application=code, reason="양을 다시 적을 것", until=MONDAY + DAY)
    (letter,) = letters(to="hajin@example.org", about="보완")
    assert "양을 다시 적을 것" in letter and f"/residency/applications/{code}/write/" in letter


class TestStops:
    @pytest.fixture
    def code(self, world):
        made = handed_in(opened_call(world), founded_on="2010-01-01")
        with world.as_("programme"):
            residency.screen_application(application=made, checks=CHECKS)
        return made

    def test_a_rule_that_does_not_hold_and_safetys_no_stop_it(self, world, code):
        with world.as_("safety"):
            residency.judge_feasibility(application=code, judgement="not_feasible", reasons="배기가 모자랍니다.")
        with world.as_("programme"):
            said = refused(residency.pass_to_review, application=code)
            assert said.code == "residency.application_stopped"
            assert "배기가 모자랍니다." in said.values["stops"].ko and "설립 후 기간" in said.values["stops"].ko
            assert refused(residency.pass_to_review, application=code, exception=WHY).code == "residency.exception_by_director"
            with pytest.raises(Exception, match="cannot be hosted"), transaction.atomic():
                Application.objects.update(state="review")
        assert "배기가 모자랍니다." in browser(world, "programme", "ko").get(f"/residency/applications/{code}/").content.decode()
        page = f"/residency/applications/{code}/review/"
        assert browser(world, "director").post(page, {"exception": WHY}).status_code == 303
        with world.as_("programme"):
            kept = StopException.objects.get()
            assert (kept.reason, len(kept.stops), Application.objects.get().state) == (WHY, 2, "review")
            # What was excepted stands; what is new is asked again.
            residency.decide_application(application=code, outcome="accept", reasons="좋음")
        with world.as_("safety"), clock.as_of(MONDAY + timedelta(hours=1)):
            residency.judge_feasibility(application=code, judgement="not_feasible", reasons="폐수도 넘칩니다.")
        with world.as_("programme"):
            assert refused(residency.tell_decision, application=code).code == "residency.application_stopped"
            residency.send_letters(call=Application.objects.get().call.code)
            assert refused(residency.decide_application, application=code, outcome="accept", reasons="x").code == "residency.application_stopped"
        assert letters() == []
        with world.as_("director"):
            residency.decide_application(application=code, outcome="accept", reasons="좋음", exception=WHY)
            residency.tell_decision(application=code)
        assert len(letters()) == 1
        for who in (world.as_("hajin"), world.as_("operator")):
            with who:
                assert StopException.objects.count() == 0

    def test_an_open_conflict_stops_it_until_it_is_settled(self, world):
        code = handed_in(opened_call(world))
        with world.as_("programme"):
            resident = residency.open_record(organisation="HANBIT").code
            residency.screen_application(application=code, checks=CHECKS)
            residency.name_competitor(application=code, company=resident, reason="같은 표적")
            assert refused(residency.pass_to_review, application=code).code == "residency.application_stopped"
            residency.settle_competition(finding=CompetitionFinding.objects.get().code, settlement="consented", reason="동의함")
            assert residency.pass_to_review(application=code).state == "review"
