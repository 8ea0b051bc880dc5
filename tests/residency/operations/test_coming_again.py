"""A company that left is admitted again: its stay begins anew, and what was stays readable."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from squaremile.core import outbox
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import (
    ClearanceLine,
    Company,
    Departure,
    Evaluation,
    Licence,
    Milestone,
    PeopleTerms,
    Residence,
    Suspension,
)
from squaremile.residency.operations.companies import admit
from squaremile.residency.policies.clearance import KINDS, SIGNERS
from squaremile.residency.reads import exits, forecast, known_ends, life, standing, stays
from tests.residency.acting import acting
from tests.residency.living import licensed
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
CRITERIA = [{"code": "team", "ko": "인력", "en": "Team", "weight": 1}]
SIGNS = {"safety": "safety", "operations": "operator", "finance": "finance"}
GONE, BACK = MONDAY + 40 * DAY, MONDAY + 50 * DAY
"""It is gone within ten days, too short a gap to tell two stays by licences alone."""


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def leaves(world, company: str, last_day: date) -> str:
    """Notice, and everything counted, cleared, signed and confirmed on the last day."""
    with world.as_("hajin"):
        leaving = residency.notify_exit(company=company, last_day=last_day).code
    for kind in KINDS:
        with world.as_("hajin"):
            line = residency.count_line(departure=leaving, kind=kind, what=kind, unit="piece", opening=Decimal(1)).code
            residency.clear_line(clearance_line=line, amount=Decimal(1))
        with world.as_(SIGNS[SIGNERS[kind]]):
            residency.sign_line(clearance_line=line)
    with world.as_("programme"):
        residency.graduate(departure=leaving)
    return leaving


@pytest.fixture
def left(world):
    """In residence for forty days, with an evaluation renewed and a milestone agreed; then gone, and its exit cleared."""
    with world.as_("programme"):
        terms = residency.set_stay_terms(criteria=CRITERIA, base_months=12, extension_months=6, most_extensions=2).code
        code = residency.open_record(organisation="HANBIT").code
    licensed(world, code, "R201-B1", "hajin", MONDAY + 300 * DAY, notice_months=2)
    with world.as_("programme"):
        held = residency.hold_evaluation(
            evaluation=Evaluation.objects.get(number=1).code, scores={"team": 90}, renew=True, reason_ko="달성")
        assert held.stay == 1
    with world.as_("hajin"):
        goal = residency.propose_milestone(company=code, due_on=date(2028, 1, 1), title_ko="시제품").code
    with world.as_("programme"):
        residency.settle_milestone(milestone=goal, state="agreed")
        danger = residency.give_notice(company=code, ground="danger", says_ko="위험").code
        residency.settle_notice(suspension=danger, state="suspended")
        residency.settle_notice(suspension=danger, state="terminated")
    with clock.as_of(GONE):
        with world.as_("programme"):
            licence = Licence.objects.get(company__code=code).code
        leaving = leaves(world, code, GONE.date() + 62 * DAY)
        with world.as_("programme"):
            residency.end_licence(licence=licence, reason="졸업")
        outbox.deliver()
    return code, terms, leaving


def again(world, code: str) -> str:
    with world.as_("programme"), acting("residency.tell_decision"):
        admit(Company.objects.get(code=code))
    return licensed(world, code, "R201-B1", "hajin", BACK + 300 * DAY, most_people=2, notice_months=1)


def test_its_stay_begins_anew_and_the_old_one_stays_readable(world, left):
    code, terms, _leaving = left
    with clock.as_of(BACK):
        again(world, code)
        with world.as_("programme"):
            company = Company.objects.get(code=code)
            first, second = Residence.objects.order_by("number")
            assert (company.state, first.moved_in_on, second.moved_in_on) == ("resident", MONDAY.date(), BACK.date())
            now = life.of(company.id)
            assert now.stay is not None
            assert (now.moved_in_on, now.stay.extensions, now.terms) == (BACK.date(), 0, terms)
            assert [(each.number, each.state) for each in now.evaluations] == [(1, "planned"), (2, "planned")]
            (past,) = now.earlier
            assert (past.moved_in_on, past.left_on) == (MONDAY.date(), GONE.date() + 62 * DAY)
            assert [(each.number, each.state, each.points) for each in past.evaluations] == [(1, "renewed", 90)]
            assert Milestone.objects.get().state == "dropped"
            old = Evaluation.objects.get(stay=1, number=2).code
            with pytest.raises(Refused, match="evaluation_held"):
                residency.hold_evaluation(evaluation=old, scores={"team": 90}, renew=True, reason_ko="늦음")
            residency.hold_evaluation(
                evaluation=Evaluation.objects.get(stay=2, number=1).code, scores={"team": 90}, renew=True, reason_ko="달성")


def test_on_the_way_in_it_has_no_stay_and_nobody_is_reminded_of_the_old_one(world, left):
    code, _terms, _leaving = left
    with clock.as_of(BACK + 900 * DAY):
        with scope(system("worker")):
            assert residency.remind_of_evaluations() == 0
        with world.as_("programme"), acting("residency.tell_decision"):
            admit(Company.objects.get(code=code))
            now = life.of(Company.objects.get(code=code).id)
        assert (now.stay, len(now.earlier)) == (None, 1)


def test_it_is_in_good_standing_and_its_terms_are_the_new_ones(world, left):
    code, _terms, _leaving = left
    with clock.as_of(BACK):
        again(world, code)
        with world.as_("programme"):
            company = Company.objects.get(code=code)
            assert Suspension.objects.get().state == "lifted"
            assert not standing.suspended(company.id)
            agreed = PeopleTerms.objects.filter(company=company).order_by("since").last()
            assert agreed is not None
            assert (agreed.since, agreed.notice_months) == (BACK.date(), 1)
            plan = exits.plan(company.id, None)
            assert plan is not None
            assert (plan.notice_months, plan.earliest) == (1, date(2027, 5, 20))


def test_a_termination_is_lifted_by_no_hand(world, left):
    with world.as_("programme"), pytest.raises(Refused, match="suspension_step"):
        residency.settle_notice(suspension=Suspension.objects.get().code, state="lifted")


def test_both_stays_are_counted(world, left):
    code, _terms, _leaving = left
    with clock.as_of(BACK):
        again(world, code)
    with clock.as_of(BACK + 100 * DAY), world.as_("programme"):
        one, two = stays.stays().lived
        assert (one.start.date(), one.end is not None) == (MONDAY.date(), True)
        assert (two.start, two.end) == (BACK, None)
        assert [each.lasted for each in stays.stays().counted(clock.now())][1] == 100.0
        assert Company.objects.get(code=code).id not in known_ends.known().leaving
        assert forecast.outlook().months[0].month.written == 1


def test_the_old_exit_ends_no_new_licence_and_is_not_opened_again(world, left):
    """It was gone two months before its last day, which comes when it is back already."""
    code, _terms, leaving = left
    with clock.as_of(BACK):
        licence = again(world, code)
    with clock.as_of(BACK + 100 * DAY):
        with scope(system("worker")):
            residency.run_licences()
        with world.as_("safety"):
            assert Licence.objects.get(code=licence).state == "in_force"
            line = ClearanceLine.objects.get(departure__code=leaving, kind="waste").code
            with pytest.raises(Refused, match="departure_step"):
                residency.reopen_line(clearance_line=line, remark="늦었음")


def test_it_leaves_again_only_with_what_it_has_cleared_now(world, left):
    code, _terms, _leaving = left
    with clock.as_of(BACK):
        again(world, code)
        with world.as_("programme"):
            with pytest.raises(IntegrityError, match="not cleared"), transaction.atomic():
                Company.objects.filter(code=code).update(state="alumni")
            assert not exits.plan(Company.objects.get(code=code).id, None).rows[-1][0].done
    with clock.as_of(BACK + 60 * DAY):
        second = leaves(world, code, BACK.date() + 100 * DAY)
        with world.as_("programme"):
            assert (Company.objects.get(code=code).state, Departure.objects.get(code=second).state) == ("alumni", "cleared")
    with clock.as_of(BACK + 200 * DAY), world.as_("programme"):
        assert [each.end is not None for each in stays.stays().lived][:1] == [True]
        assert len(stays.stays().lived) == 2
