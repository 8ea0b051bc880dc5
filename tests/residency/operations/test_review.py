"""Review from a round to the letter: what each step refuses, what reviewers can read, what conflicts stop."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from squaremile.core.models import DoorKey, Invitation, Mail
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import Grant, Scope, scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import (
    Application,
    Call,
    Company,
    Decision,
    Review,
    ReviewConflict,
    ReviewPaper,
    ReviewRound,
)
from tests.residency.applying import answered, opened_call, outside
from tests.residency.reviewing import CHECKS, RUBRIC, in_review, judged, reviewer, round_of
from tests.world import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def refused(kind, act, /, **said):
    with pytest.raises(kind) as heard, transaction.atomic():
        act(**said)
    return heard.value.code


@pytest.fixture
def call(world):
    return opened_call(world)


class TestRounds:
    def test_what_a_round_refuses(self, world, call):
        with world.as_("programme"):
            said = {"call": call, "rubric": RUBRIC}
            assert refused(Missing, residency.draft_round, **said | {"call": "CALL-NONE"}) == "residency.call_unknown"
            for wrong in ({"rubric": []}, {"quorum": 4}, {"pass_mark": Decimal(101)}, {"review_stage": "dance"}):
                assert refused(Invalid, residency.draft_round, **said | wrong) == "residency.round_unsound"
            made = residency.draft_round(**said)
            assert refused(Refused, residency.draft_round, **said) == "residency.round_there"
            assert refused(Refused, residency.close_round, review_round=made.code) == "residency.round_step"
            assert refused(Refused, residency.assign_reviewers, review_round=made.code) == "residency.round_not_open"
            assert refused(Missing, residency.open_round, review_round="RR-NONE") == "residency.round_unknown"
            assert residency.open_round(review_round=made.code).state == "open"
            assert residency.close_round(review_round=made.code).state == "closed"
        for who in ("hajin", "auditor", "operator"):
            with world.as_(who):
                refused(Forbidden, residency.draft_round, **said)
        with world.as_("hajin"):
            assert ReviewRound.objects.count() == 0

    def test_what_a_reviewer_refuses(self, world):
        with world.as_("programme"):
            assert refused(Invalid, residency.add_reviewer, email="x", name_ko="가") == "residency.email_unfit"
            assert refused(Invalid, residency.add_reviewer, email="x@y.kr") == "residency.reviewer_unsound"
            code = residency.add_reviewer(email="x@y.kr", name_ko="가").code
            assert refused(Invalid, residency.edit_reviewer, reviewer=code, capacity=0) == "residency.reviewer_unsound"
            residency.edit_reviewer(reviewer=code, active=False)
            assert refused(Missing, residency.invite_reviewer, reviewer=code) == "residency.reviewer_unknown"


class TestBlind:
    @pytest.fixture
    def given(self, world, call):
        in_review(world, call, "ceo@prospect.example", science="새싹 바이오의 칩, ceo@prospect.example 또는 www.saessak.kr")
        who = reviewer(world)
        return round_of(world, call, each=1, quorum=1), who

    def test_a_reviewer_reads_copies_without_what_says_whose(self, world, given):
        with outside("judge@univ.example"):
            (mine,) = Review.objects.all()
            said = " ".join(f"{p.label_ko} {p.says_ko}" for p in ReviewPaper.objects.filter(application=mine.application_id))
            assert "[가림]의 칩, [가림] 또는 [가림]" in said
            assert "prospect" not in said
            assert "새싹" not in said

    def test_the_database_shows_her_nothing_else_of_it(self, world, given):
        with world.as_("programme"):
            company = Company.objects.get(applications__isnull=False)
        with outside("judge@univ.example"), connection.cursor() as cursor:
            for table in (
                "residency_company", "residency_application", "residency_answer", "residency_answer_file", "residency_sheet",
                "residency_declaration", "residency_screening", "residency_review_round", "residency_decision",
                "residency_profile", "core_organisation", "core_user", "core_stored_file", "core_activity",
            ):  # fmt: skip
                cursor.execute(f"SELECT count(*) FROM {table}")
                assert (table, cursor.fetchone()) == (table, (0,))
            cursor.execute("SELECT count(*) FROM core_door_key WHERE holder = %s", [company.id])
            assert cursor.fetchone() == (0,)
            cursor.execute("SELECT * FROM residency_conflicts_found(%s)", [company.id])
            assert cursor.fetchall() == []

    def test_hidden_questions_are_left_out(self, world, call):
        in_review(world, call, "ceo@prospect.example")
        round_of(world, call, hidden=("science",))
        with world.as_("programme"):
            assert not ReviewPaper.objects.filter(says_ko__contains="간 오가노이드").exists()
            assert ReviewPaper.objects.exists()

    def test_a_round_that_is_not_blind_names_the_company(self, world, call):
        in_review(world, call, "ceo@prospect.example")
        round_of(world, call, review_stage="pitch", blind=False)
        with world.as_("programme"):
            assert ReviewPaper.objects.get(number=1).says_ko == "새싹바이오"

    def test_companies_and_other_reviewers_see_no_review(self, world, given):
        reviewer(world, "other@elsewhere.example")
        for asking in (outside("ceo@prospect.example"), outside("other@elsewhere.example"), world.as_("hajin")):
            with asking:
                assert (Review.objects.count(), ReviewPaper.objects.count()) == (0, 0)


class TestConflicts:
    def test_a_declared_conflict_takes_it_away_for_good(self, world, call):
        code = in_review(world, call, "ceo@prospect.example")
        who = reviewer(world)
        found = round_of(world, call, each=1, quorum=1)
        with outside("judge@univ.example"):
            mine = Review.objects.get()
            assert refused(Invalid, residency.declare_conflict, review=mine.code, kind="luck") == "residency.conflict_kind"
            assert refused(Invalid, residency.declare_conflict, review=mine.code, kind="same_domain") == "residency.conflict_kind"
            residency.declare_conflict(review=mine.code, kind="investor")
            assert ReviewPaper.objects.count() == 0
            assert refused(Missing, residency.save_review, review=mine.code, points={}) == "residency.review_unknown"
        with world.as_("programme"):
            assert Review.objects.get().state == "barred"
            said = {"review_round": found, "application": code, "reviewer": who}
            assert refused(Refused, residency.assign_reviewer, **said) == "residency.review_there"
            residency.assign_reviewers(review_round=found)
            assert Review.objects.exclude(state="barred").count() == 0

    @pytest.mark.parametrize("address", ["dean@prospect.example", "ceo@prospect.example"])
    def test_one_of_the_same_domain_is_found(self, world, call, address):
        code = in_review(world, call, "ceo@prospect.example")
        who = reviewer(world, address)
        found = round_of(world, call, each=1, quorum=1)
        with world.as_("programme"):
            assert Review.objects.count() == 0
            assert ReviewConflict.objects.get().kind == "same_domain"
            said = {"review_round": found, "application": code, "reviewer": who}
            assert refused(Refused, residency.assign_reviewer, **said) == "residency.conflict"

    def test_a_public_mail_house_is_no_conflict(self, world, call):
        in_review(world, call, "ceo@gmail.com")
        reviewer(world, "judge@gmail.com")
        round_of(world, call, each=1, quorum=1)
        with world.as_("programme"):
            assert (Review.objects.count(), ReviewConflict.objects.count()) == (1, 0)

    def test_the_database_says_no_by_itself(self, world, call):
        code = in_review(world, call, "ceo@prospect.example")
        who = reviewer(world)
        found = round_of(world, call, each=1, quorum=1, assign=False)
        with world.as_("programme"):
            residency.record_conflict(application=code, reviewer=who, kind="kin")
            assert refused(Refused, residency.record_conflict, application=code, reviewer=who, kind="kin") == "residency.conflict_there"
            assert refused(Missing, residency.record_conflict, application="AP-X", reviewer=who, kind="kin") == "residency.application_unknown"
            conflict, the_round = ReviewConflict.objects.get(), ReviewRound.objects.get(code=found)
            with pytest.raises(IntegrityError, match="conflict"), transaction.atomic():
                Review.objects.create(
                    code="RV-X", round=the_round, application_id=conflict.application_id, reviewer_id=conflict.reviewer_id,
                    state="given", rubric=[], blind=True, given_at=MONDAY,
                )


class TestReviewing:
    @pytest.fixture
    def review(self, world, call):
        in_review(world, call, "ceo@prospect.example")
        reviewer(world)
        self.round = round_of(world, call, each=1, quorum=1)
        with world.as_("programme"):
            return Review.objects.get().code

    def test_she_writes_and_hands_in_once(self, world, review):
        with outside("judge@univ.example"):
            said = {"review": review, "points": {"science": 5}}
            assert refused(Invalid, residency.save_review, **said | {"points": {"science": 9}}) == "residency.points_unsound"
            residency.save_review(**said, comment="좋음", version=0)
            assert refused(Refused, residency.save_review, **said, version=0) == "residency.review_changed"
            assert refused(Refused, residency.submit_review, review=review) == "residency.points_missing"
            residency.save_review(review=review, points={"science": 5, "team": 3}, version=1)
            assert residency.submit_review(review=review).total == Decimal("87.5000")
            assert refused(Refused, residency.submit_review, review=review) == "residency.review_stands"
            assert refused(Refused, residency.save_review, **said) == "residency.review_stands"
            with pytest.raises(IntegrityError, match="stays"), transaction.atomic():
                Review.objects.update(total=1)

    def test_a_closed_round_takes_nothing(self, world, review):
        with world.as_("programme"):
            residency.close_round(review_round=self.round)
        with outside("judge@univ.example"):
            said = {"review": review, "points": {"science": 5}}
            assert refused(Refused, residency.save_review, **said) == "residency.round_not_open"

    def test_nobody_writes_for_her(self, world, review):
        reviewer(world, "other@elsewhere.example")
        for asking in (world.as_("programme"), world.as_("hajin"), outside("other@elsewhere.example")):
            with asking:
                assert refused(Missing, residency.save_review, review=review, points={}) == "residency.review_unknown"


class TestDecisions:
    def test_nobody_hears_before_the_letter_and_each_once(self, world, call):
        code = in_review(world, call, "ceo@prospect.example")
        said = {"application": code, "outcome": "accept", "reasons": "과학이 탄탄합니다."}
        with world.as_("programme"):
            assert refused(Missing, residency.decide_application, **said | {"application": "AP-X"}) == "residency.application_unknown"
            assert refused(Invalid, residency.decide_application, **said | {"outcome": "luck"}) == "residency.decision_outcome_unknown"
            assert refused(Invalid, residency.decide_application, **said | {"reasons": " "}) == "residency.decision_reason"
            assert refused(Refused, residency.tell_decision, application=code) == "residency.nothing_to_tell"
            residency.decide_application(**said | {"outcome": "decline"})
            residency.decide_application(**said, conditions="6월까지 보험")
        with outside():
            assert (Decision.objects.count(), Application.objects.get().state) == (0, "review")
        with world.as_("programme"):
            residency.send_letters(call=call)
            residency.send_letters(call=call)
            assert refused(Refused, residency.decide_application, **said) == "residency.not_decidable"
            with pytest.raises(IntegrityError, match="told once"), transaction.atomic():
                Decision.objects.filter(told_at__isnull=False).update(told_at=None)
            company = Application.objects.get().company_id
        with scope(Scope(grants=(Grant("company_admin", company),))):
            assert [(d.outcome, d.conditions) for d in Decision.objects.all()] == [("accept", "6월까지 보험")]
            assert Application.objects.get().state == "accepted"
        with scope(system("worker")):
            (letter,) = Mail.objects.filter(to="ceo@prospect.example", subject__contains="심사 결과")
            assert "새싹바이오가 ‘봄 입주 공고’에 선정되었습니다" in letter.body
            assert "조건: 6월까지 보험" in letter.body

    def test_the_company_takes_its_step_with_the_letter(self, world, call):
        codes = [in_review(world, call, f"ceo@prospect{n}.example", name_ko=f"새싹{n}호") for n in range(3)]
        with world.as_("programme"):
            for code, outcome in zip(codes, ("accept", "decline", "wait_list"), strict=True):
                residency.decide_application(application=code, outcome=outcome, reasons="까닭")
            assert {a.company.state for a in Application.objects.all()} == {"applicant"}
            residency.send_letters(call=call)
            states = dict(Application.objects.values_list("code", "company__state"))
            assert [states[code] for code in codes] == ["admitted", "declined", "applicant"]
        with scope(system("worker")):
            (invitation,) = Mail.objects.filter(subject__contains="초대")
            assert invitation.to == "ceo@prospect0.example"
        with world.as_("programme"):
            (key,) = DoorKey.objects.filter(email="ceo@prospect0.example")
            assert key.withdrawn_at == MONDAY
            assert Invitation.objects.get().role == "company_admin"

    def test_a_company_with_another_application_on_its_way_is_not_declined(self, world, call):
        code = in_review(world, call, "ceo@prospect.example")
        other = opened_call(world, code="CALL-2")
        with world.as_("programme"):
            company = Application.objects.get(code=code).company_id
            Application.objects.create(
                code="AP-2", call=Call.objects.get(code=other), company_id=company, state="draft", created_at=MONDAY
            )
            residency.decide_application(application=code, outcome="decline", reasons="까닭")
            residency.tell_decision(application=code)
            assert Company.objects.get(id=company).state == "applicant"

    def test_a_resident_that_is_declined_stays_a_resident(self, world, call):
        with world.as_("programme"):
            residency.open_record(organisation="SAEBOM")
        with world.as_("sujin"):
            code = residency.begin_own_application(call=call).code
            answered(code)
            residency.submit_application(application=code)
        with world.as_("programme"):
            residency.screen_application(application=code, checks=CHECKS)
            residency.pass_to_review(application=code)
            residency.decide_application(application=code, outcome="decline", reasons="까닭")
            residency.tell_decision(application=code)
            assert Company.objects.get(id=world.organisations["SAEBOM"]).state == "resident"

    def test_from_the_wait_list_to_a_place(self, world, call):
        code = in_review(world, call, "ceo@prospect.example")
        with world.as_("programme"):
            residency.decide_application(application=code, outcome="wait_list", reasons="자리가 없습니다.")
            residency.tell_decision(application=code)
            again = {"application": code, "outcome": "wait_list", "reasons": "아직"}
            assert refused(Refused, residency.decide_application, **again) == "residency.not_decidable"
            residency.decide_application(**again | {"outcome": "accept"})
            assert residency.tell_decision(application=code).state == "accepted"
            assert refused(Missing, residency.send_letters, call="CALL-X") == "residency.call_unknown"


def test_the_solver_gives_each_application_its_reviewers(world, call):
    for n in range(3):
        in_review(world, call, f"ceo{n}@prospect{n}.example", name_ko=f"새싹{n}호")
    for n in range(4):
        reviewer(world, f"judge{n}@univ{n}.example", fields=("오가노이드",) if n % 2 else ("항체",))
    found = round_of(world, call, each=2, quorum=2)
    with world.as_("programme"):
        pairs = list(Review.objects.values_list("application_id", "reviewer__contact"))
        assert len(pairs) == len(set(pairs)) == 6
        before = set(Review.objects.values_list("code", flat=True))
        residency.assign_reviewers(review_round=found)
        assert set(Review.objects.values_list("code", flat=True)) == before
    judged(world, 3)
    with world.as_("programme"):
        assert Review.objects.filter(state="submitted").count() == 6
