"""What staff do before review: pre-screen, return, feasibility, competition, and what each refuses."""

import pytest
from django.db import transaction

from squaremile.core.models import Mail
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Application, CompetitionFinding, Declaration, Feasibility, Screening
from tests.residency.applying import DAY, begun, handed_in, opened_call, outside
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
ALL = dict.fromkeys(("complete", "eligible", "work_fits", "space_fits", "no_conflict"), True)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def code(world):
    return handed_in(opened_call(world), competitors=[{"name": "한빛 바이오"}], fields="항체, 세포치료")


def refused(kind, act, **said):
    with pytest.raises(kind) as heard, transaction.atomic():
        act(**said)
    return heard.value.code


class TestScreening:
    def test_the_checklist_is_kept_and_opens_the_way(self, world, code):
        with world.as_("programme"):
            assert refused(Refused, residency.pass_to_review, application=code) == "residency.checks_open"
            residency.screen_application(application=code, checks=ALL | {"eligible": False}, flags="투자 금액을 확인할 것")
            assert Application.objects.get().state == "screening"
            assert refused(Refused, residency.pass_to_review, application=code) == "residency.checks_open"
            residency.screen_application(application=code, checks=ALL)
            assert residency.pass_to_review(application=code).state == "review"
            assert refused(Refused, residency.pass_to_review, application=code) == "residency.application_step"
            assert refused(Invalid, residency.screen_application, application=code, checks={"luck": True}) == "residency.verdict_unknown"
            assert refused(Missing, residency.screen_application, application="AP-NOBODY", checks={}) == "residency.application_unknown"
        for who in ("hajin", "safety", "operator", "auditor"):
            with world.as_(who):
                refused(Forbidden, residency.screen_application, application=code, checks=ALL)

    def test_a_draft_is_nobody_elses_business(self, world):
        begun_code = begun(opened_call(world))
        with world.as_("programme"):
            assert refused(Missing, residency.screen_application, application=begun_code, checks=ALL) == "residency.application_unknown"

    def test_its_company_does_not_see_the_notes(self, world, code):
        with world.as_("programme"):
            residency.screen_application(application=code, checks={}, flags="의심")
        with outside():
            assert Screening.objects.count() == 0


class TestReturn:
    def test_it_is_completed_by_the_date_and_declared_anew(self, world, code):
        with world.as_("programme"):
            until = MONDAY + 5 * DAY
            assert refused(Invalid, residency.return_application, application=code, reason=" ", until=until) == "residency.reason_needed"
            assert refused(Invalid, residency.return_application, application=code, reason="왜", until=MONDAY) == "residency.return_date"
            residency.return_application(application=code, reason="화학물질의 양을 다시 적어 주십시오.", until=until)
        with scope(system("worker")):
            newest = Mail.objects.filter(to="ceo@prospect.example").order_by("-id").first()
            assert "화학물질의 양을" in newest.body
            assert "2027-03-06 09:00까지" in newest.body
        with outside():
            residency.save_answer(application=code, question_key="uses_chemicals", value="no", version=1)
            with clock.as_of(until):
                assert refused(Refused, residency.submit_application, application=code) == "residency.application_shut"
            with clock.as_of(until - DAY):
                residency.submit_application(application=code)
            assert [(d.number, d.lines.count()) for d in Declaration.objects.order_by("number")] == [(1, 1), (2, 0)]

    def test_a_draft_cannot_be_returned(self, world, code):
        with world.as_("programme"):
            residency.return_application(application=code, reason="왜", until=MONDAY + DAY)
            assert refused(Refused, residency.return_application, application=code, reason="또", until=MONDAY + DAY) == "residency.application_step"


class TestFeasibility:
    def test_safety_says_what_it_says(self, world, code):
        with world.as_("safety"):
            for said, heard in (
                ({"judgement": "maybe"}, "residency.verdict_unknown"), ({"reasons": " "}, "residency.reason_needed"),
                ({"judgement": "conditional"}, "residency.conditions_needed"), ({"application": "AP-NOBODY"}, "residency.declaration_unknown"),
            ):  # fmt: skip
                asked = {"application": code, "judgement": "feasible", "reasons": "여유가 있음"} | said
                assert refused((Refused, Invalid, Missing), residency.judge_feasibility, **asked) == heard
            residency.judge_feasibility(application=code, judgement="conditional", reasons="양이 많음", conditions="방폭 캐비닛")
        with world.as_("programme"):
            assert Feasibility.objects.get().conditions == "방폭 캐비닛"
            refused(Forbidden, residency.judge_feasibility, application=code, judgement="feasible", reasons="x")
        for asking in (outside(), world.as_("hajin")):
            with asking:
                assert Feasibility.objects.count() == 0


class TestCompetition:
    @pytest.fixture(autouse=True)
    def residents(self, world):
        with world.as_("programme"):
            for organisation in ("HANBIT", "SAEBOM"):
                self.last = residency.open_record(organisation=organisation).code

    def test_a_declared_competitor_is_found_once_and_settled(self, world, code):
        with world.as_("programme"):
            (found,) = residency.check_competition(application=code)
            assert found.why_en == "the applicant names it as a competitor"
            assert residency.check_competition(application=code) == []
            assert refused(Invalid, residency.settle_competition, finding=found.code, settlement="open", reason="x") == "residency.verdict_unknown"
            assert refused(Refused, residency.settle_competition, finding=found.code, settlement="refused", reason="") == "residency.reason_needed"
            residency.settle_competition(finding=found.code, settlement="consented", reason="대표가 전화로 동의함")
            asked = {"finding": "CF-NOBODY", "settlement": "refused", "reason": "x"}
            assert refused(Missing, residency.settle_competition, **asked) == "residency.finding_unknown"

    def test_staff_name_one_that_no_list_shows(self, world, code):
        with world.as_("programme"):
            asked = {"application": code, "company": self.last, "reason": "같은 표적"}
            assert refused(Invalid, residency.name_competitor, **asked | {"reason": ""}) == "residency.reason_needed"
            residency.name_competitor(**asked)
            assert refused(Refused, residency.name_competitor, **asked) == "residency.finding_unknown"
            assert refused(Missing, residency.name_competitor, **asked | {"company": "CO-NOBODY"}) == "residency.company_unknown"

    def test_fields_in_common_are_found(self, world, code):
        with world.as_("programme"):
            residency.edit_profile(company=self.last, fields=["세포 치료", "항체"])
            assert {f.why_ko for f in residency.check_competition(application=code)} == {
                "신청 기업이 경쟁사로 밝혔습니다", "같은 분야: 항체, 세포 치료"}

    def test_neither_company_and_no_other_staff_learn_of_it(self, world, code):
        with world.as_("programme"):
            residency.check_competition(application=code)
        for asking in (outside(), world.as_("hajin"), world.as_("operator"), world.as_("safety"), world.as_("finance")):
            with asking:
                assert CompetitionFinding.objects.count() == 0
