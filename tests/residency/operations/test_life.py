"""Life in residence: milestones, stays and evaluations, notices and suspension."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from squaremile.booking import operations as booking
from squaremile.core.models import Notice
from squaremile.core.outbox import deliver
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Evaluation, Milestone, Residence, Suspension
from squaremile.residency.reads import companies, life
from squaremile.safety import operations as safety
from squaremile.stores import operations as stores
from tests.parts.residency_licences import _offered, in_force
from tests.stores.making import stocked
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CRITERIA = [{"code": "team", "ko": "인력", "en": "Team", "weight": 1}, {"code": "goal", "ko": "목표", "en": "Goals", "weight": 3}]


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def hanbit(world):
    with world.as_("programme"):
        return residency.open_record(organisation="HANBIT", licensed_until=date(2028, 2, 29))


class TestMilestones:
    def test_proposed_agreed_and_reached_with_evidence(self, world, hanbit):
        with world.as_("hajin"):
            made = residency.propose_milestone(company=hanbit.code, due_on=date(2027, 6, 1), title_ko="시제품")
            with pytest.raises(Forbidden):
                residency.settle_milestone(milestone=made.code, state="agreed")
            with pytest.raises(Refused):
                residency.settle_milestone(milestone=made.code, state="reached", evidence="https://example.org")
        with world.as_("programme"):
            residency.settle_milestone(milestone=made.code, state="agreed")
            with pytest.raises(Invalid):
                residency.settle_milestone(milestone=made.code, state="reached")
        with world.as_("hajin"):
            residency.settle_milestone(milestone=made.code, state="reached", evidence="https://example.org")
            (row,) = life.of(hanbit.id).milestones
            assert (row.state, row.evidence) == ("reached", "https://example.org")

    def test_what_is_unsound(self, world, hanbit):
        with world.as_("hajin"):
            for said in ({"title_ko": " ", "due_on": date(2027, 6, 1)}, {"title_ko": "목표", "due_on": date(2027, 2, 1)}):
                with pytest.raises(Invalid):
                    residency.propose_milestone(company=hanbit.code, **said)
        with world.as_("sujin"):
            with pytest.raises(Missing):
                residency.propose_milestone(company=hanbit.code, title_ko="목표", due_on=date(2027, 6, 1))
            assert Milestone.objects.count() == 0

    def test_a_day_that_passed_is_missed_until_shown(self, world, hanbit):
        with world.as_("programme"):
            made = residency.propose_milestone(company=hanbit.code, due_on=date(2027, 3, 5), title_en="Prototype")
            residency.settle_milestone(milestone=made.code, state="agreed")
        with clock.as_of(MONDAY + 10 * DAY):
            with scope(system("worker")):
                assert (residency.pass_milestones(), residency.pass_milestones()) == (1, 0)
            with world.as_("hajin"):
                assert residency.settle_milestone(milestone=made.code, state="reached", evidence="No. 7").state == "reached"


class TestStays:
    @pytest.fixture
    def terms(self, world):
        with world.as_("programme"):
            return residency.set_stay_terms(criteria=CRITERIA).code

    @pytest.mark.parametrize("criteria", [[], [{}], [CRITERIA[0], CRITERIA[0]], [{**CRITERIA[0], "weight": 0}]])
    def test_criteria_have_names_and_weights(self, world, criteria):
        with world.as_("programme"), pytest.raises(Invalid):
            residency.set_stay_terms(criteria=criteria)

    def test_a_stay_is_renewed_above_the_mark_and_only_once_each(self, world, hanbit, terms):
        with world.as_("programme"):
            residency.move_in(company=hanbit.code, moved_in_on=date(2025, 3, 2), stay_terms=terms)
            with pytest.raises(Refused):
                residency.move_in(company=hanbit.code, moved_in_on=date(2025, 3, 2), stay_terms=terms)
            first, second = life.of(hanbit.id).evaluations
            assert (first.due_on, first.late, second.late) == (date(2026, 12, 2), True, False)
            for scores, reason in (({"team": 90}, "왜"), ({"team": 90, "goal": 101}, "왜"), ({"team": 90, "goal": 90}, "")):
                with pytest.raises(Invalid):
                    residency.hold_evaluation(evaluation=first.code, scores=scores, renew=True, reason_ko=reason)
            with pytest.raises(Refused) as below:
                residency.hold_evaluation(evaluation=first.code, scores={"team": 100, "goal": 59}, renew=True, reason_ko="왜")
            assert below.value.text.en.startswith("69 points are below the pass mark of 70")
            held = residency.hold_evaluation(evaluation=first.code, scores={"team": 50, "goal": 80}, renew=True, reason_ko="달성")
            assert held.points == 73
            with pytest.raises(Refused):
                residency.hold_evaluation(evaluation=first.code, scores={"team": 90, "goal": 90}, renew=True, reason_ko="또")
            stay = life.of(hanbit.id).stay
            assert stay is not None
            assert (stay.until, stay.latest, stay.left) == (date(2028, 3, 2), date(2029, 3, 2), 1)

    def test_no_licence_runs_beyond_what_evaluations_grant(self, world, hanbit, terms):
        def until(last_day):
            with world.as_("programme"), pytest.raises(Refused) as said, transaction.atomic():
                residency.propose_amendment(licence=licence, reason="연장", effective_on=MONDAY.date(), last_day=last_day)
            return said.value.code

        with world.as_("programme"):
            residency.move_in(company=hanbit.code, moved_in_on=date(2025, 4, 2), stay_terms=terms)
            with pytest.raises(Refused, match="stay_undecided"):
                _offered(world, "HANBIT", "R202-D1", permitted_use="배양")
        with world.as_("programme"):
            first = Evaluation.objects.get(number=1).code
            residency.hold_evaluation(evaluation=first, scores={"team": 80, "goal": 80}, renew=True, reason_ko="달성")
        licence = in_force(world, "HANBIT", "R202-D2", "hajin", permitted_use="배양")
        assert until(date(2028, 4, 3)) == "residency.stay_undecided"
        with world.as_("programme"):
            second = Evaluation.objects.get(number=2).code
            residency.hold_evaluation(evaluation=second, scores={"team": 80, "goal": 80}, renew=False, reason_ko="끝냄")
        assert until(date(2028, 4, 3)) == "residency.stay_not_renewed"
        assert until(date(2037, 1, 1)) == "residency.stay_spent"
        with world.as_("programme"):
            residency.propose_amendment(licence=licence, reason="연장", effective_on=MONDAY.date(), last_day=date(2028, 4, 2))

    def test_a_stay_begins_with_the_licence(self, world, terms):
        with world.as_("programme"):
            code = residency.open_record(organisation="SAEBOM").code
            with pytest.raises(Refused, match="stay_spent"):
                residency.make_offer(
                    company=code, spots=["R202-D1"], start=MONDAY, end=MONDAY + 1500 * DAY, until=MONDAY + DAY, price_version="-",
                    permitted_use="배양", most_people=1,
                )
        in_force(world, "SAEBOM", "R202-D1", "sujin", permitted_use="배양")
        with world.as_("sujin"):
            (lived,) = Residence.objects.all()
            assert (lived.moved_in_on, lived.terms.code, Evaluation.objects.count()) == (MONDAY.date(), terms, 2)

    def test_a_due_evaluation_is_told_once(self, world, hanbit, terms):
        with world.as_("programme"):
            residency.move_in(company=hanbit.code, moved_in_on=date(2025, 3, 2), stay_terms=terms)
        with scope(system("worker")):
            assert (residency.remind_of_evaluations(), residency.remind_of_evaluations()) == (1, 0)
            assert Notice.objects.filter(kind="residency.evaluation_due").count() == 1

    def test_who_was_never_admitted_does_not_move_in(self, world, terms):
        from tests.residency.operations.test_companies import _started

        with scope(system("public")):
            prospect = _started()
        with world.as_("programme"), pytest.raises(Refused):
            residency.move_in(company=prospect.code, moved_in_on=date(2027, 3, 2), stay_terms=terms)

    def test_a_rival_sees_no_evaluation(self, world, hanbit, terms):
        with world.as_("programme"):
            residency.move_in(company=hanbit.code, moved_in_on=date(2025, 3, 2), stay_terms=terms)
        with world.as_("sujin"):
            assert Evaluation.objects.count() == 0
        with world.as_("hana"):
            assert Evaluation.objects.count() == 2


class TestSuspension:
    def nothing_else_goes_on(self, world):
        """No minibar, no container, no hour of a mentor; what it has it may still get rid of."""
        stocked(world)
        with world.as_("safety"):
            safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
        with world.as_("programme"):
            mentor = residency.add_mentor(email="m@adviser.example", name_ko="구본나라", says_ko="돕습니다.").code
            hour = residency.offer_hour(mentor=mentor, start=MONDAY + 20 * DAY, end=MONDAY + 20 * DAY + HOUR).code
        with world.as_("hana"):
            for act, code in (
                (lambda: stores.open_door(stock_point="BAR"), "residency.suspended_brings"),
                (lambda: safety.receive_container(substance="67-64-1", place="R201", how_much="1 L"), "residency.suspended_brings"),
                (lambda: residency.book_hour(office_hour=hour, topic="인허가"), "residency.suspended"),
            ):  # fmt: skip
                with pytest.raises(Refused) as said:
                    act()
                assert said.value.code == code
        with world.as_("safety"):
            asked = safety.ask_to_bring(substance="67-64-1", place="R201", how_much="1 L", organisation="HANBIT")
            assert (asked.answer, [each["code"] for each in asked.told["barred"]]) == ("no", ["residency.suspended_brings"])
            bottle = safety.receive_container(substance="67-64-1", place="R201", how_much="1 L", organisation="HANBIT").code
        with world.as_("hana"):
            safety.dispose_container(container=bottle)

    def notice(self, hanbit, **said):
        return residency.give_notice(company=hanbit.code, **{"ground": "insurance", "says_ko": "보험을 갱신하십시오", **said})

    def test_the_way_from_notice_to_suspension_and_back(self, world, hanbit):
        with world.as_("finance"):
            made = self.notice(hanbit)
            assert made.cure_on == date(2027, 3, 8)
            with pytest.raises(Refused) as runs:
                residency.settle_notice(suspension=made.code, state="suspended")
            assert "2027-03-08" in runs.value.text.en
            with pytest.raises(Refused):
                self.notice(hanbit)
        with world.as_("hajin"):
            hana = residency.join(company=hanbit.code, person=world.people["hana"], kind="office")
        with world.as_("safety"):
            residency.sign_off(checklist_entry=hana.checklist.get(item="orientation").code)
        soon = {"equipment": "CONFOCAL", "start": MONDAY + 9 * DAY, "end": MONDAY + 9 * DAY + HOUR}
        with clock.as_of(MONDAY + 8 * DAY):
            with world.as_("programme"):
                residency.settle_notice(suspension=made.code, state="suspended")
            with world.as_("hana"), pytest.raises(Refused) as shut:
                booking.reserve(**soon)
            assert shut.value.code == "residency.suspended"
            self.nothing_else_goes_on(world)
            with world.as_("sora"):
                assert booking.reserve(**soon).state == "confirmed"
            with world.as_("programme"):
                residency.settle_notice(suspension=made.code, state="lifted")
                with pytest.raises(Refused):
                    residency.settle_notice(suspension=made.code, state="suspended")
            with world.as_("hana"):
                later = {"start": soon["start"] + 3 * HOUR, "end": soon["end"] + 3 * HOUR}
                assert booking.reserve(**{**soon, **later}).state == "confirmed"

    def test_what_it_refuses(self, world, hanbit):
        with world.as_("programme"):
            for said in ({"ground": "mood"}, {"says_ko": " "}, {"cure_on": date(2027, 3, 2)}):
                with pytest.raises(Invalid):
                    self.notice(hanbit, **said)
            with pytest.raises(Missing):
                residency.settle_notice(suspension="SN-NONE", state="cured")
            danger = self.notice(hanbit, ground="danger")
            assert residency.settle_notice(suspension=danger.code, state="suspended").state == "suspended"
        with world.as_("hajin"), pytest.raises(Forbidden):
            residency.settle_notice(suspension=danger.code, state="lifted")
        with world.as_("sujin"):
            assert Suspension.objects.count() == 0

    def test_the_companys_admins_hear_of_each_step(self, world, hanbit):
        with world.as_("programme"):
            made = self.notice(hanbit)
            residency.settle_notice(suspension=made.code, state="cured")
        deliver(limit=50)
        with scope(system("worker")):
            told = Notice.objects.filter(kind="residency.standing")
            assert [(n.recipient_id, n.text_en) for n in told.order_by("at", "id")] == [
                (world.people["hajin"], "Insurance has expired: Notice given. To be put right by 2027-03-08."),
                (world.people["hajin"], "Insurance has expired: Put right"),
            ]


def test_the_records_of_others_stay_theirs(world, hanbit):
    with world.as_("hajin"):
        assert [row.code for row in companies.companies()] == [hanbit.code]
