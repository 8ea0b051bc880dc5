"""An exit that began by itself: what follows it, what holds the place meanwhile, and what a second licence changes."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from squaremile.core import outbox
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.period import Period
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Departure, Licence, LicencePlace, Suspension
from squaremile.residency.reads.days import begin_of, end_of
from squaremile.spaces import operations as spaces
from tests.residency.living import licensed, offered, signed_by_both
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TERM = end_of(date(2027, 3, 31))
"""The licence ends with a day, as licences do; the worker comes by a minute later."""
AFTER = TERM + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def company(world):
    with world.as_("programme"):
        code = residency.open_record(organisation="HANBIT").code
        residency.open_record(organisation="SAEBOM")
    licensed(world, code, "R201-B1", "hajin", TERM)
    return code


def run():
    with scope(system("worker")):
        residency.run_licences()


def taken(place: str, world) -> bool:
    """May the rival not be given it?"""
    now = clock.now()
    try:
        with world.as_("director"), transaction.atomic():
            spaces.hold(place=place, organisation="SAEBOM", start=now, end=now + DAY)
            transaction.set_rollback(True)
    except Refused:
        return True
    return False


def accepted(world, company: str, spot: str) -> str:
    code = offered(world, company, spot, TERM, TERM + 300 * DAY, TERM + 10 * DAY)
    with world.as_("hajin"):
        residency.answer_offer(licence=code, accept=True)
    return code


def begun(world, code: str) -> None:
    signed_by_both(world, code, "hajin")
    with world.as_("programme"):
        residency.start_licence(licence=code)


def departures(world) -> list[tuple[str, date, date]]:
    with world.as_("programme"):
        return list(Departure.objects.values_list("state", "noticed_on", "last_day"))


class TestRenewal:
    def test_a_renewal_that_comes_late_ends_the_exit_that_began_by_itself(self, world, company):
        """The bench is kept from the term on, and the licence that follows is nobody's to end."""
        code = offered(world, company, "R201-B2", TERM, TERM + 300 * DAY, TERM + 10 * DAY)
        with clock.as_of(AFTER):
            run()
            assert departures(world) == [("noticed", date(2027, 3, 31), date(2027, 3, 31))]
        with clock.as_of(TERM + DAY):
            with world.as_("hajin"):
                residency.answer_offer(licence=code, accept=True)
            begun(world, code)
            assert departures(world) == [("withdrawn", date(2027, 3, 31), date(2027, 3, 31))]
        for later in (TERM + 2 * DAY, TERM + 9 * DAY):
            with clock.as_of(later):
                run()
                with world.as_("programme"):
                    assert Licence.objects.get(code=code).state == "in_force"
                assert taken("R201-B2", world)

    def test_a_notice_to_leave_that_somebody_gave_stands(self, world, company):
        with world.as_("hajin"):
            residency.notify_exit(company=company, last_day=date(2027, 4, 30))
        begun(world, accepted(world, company, "R201-B2"))
        assert [state for state, *_ in departures(world)] == ["noticed"]

    @pytest.mark.parametrize("spot", ["R201-B1", "R201-B2"])
    def test_what_was_accepted_and_is_voided_leaves_no_bench_uncleaned(self, world, company, spot):
        """The licence ends while the next one waits for signatures; then that comes to nothing."""
        code = accepted(world, company, spot)
        for later in (AFTER, TERM + 2 * DAY):
            with clock.as_of(later):
                run()
                assert departures(world) == []
                assert taken("R201-B1", world)
        with clock.as_of(TERM + 3 * DAY):
            with world.as_("programme"):
                residency.void_licence(licence=code, reason="서명하지 않음")
            day = date(2027, 4, 4)
            assert departures(world) == [("noticed", day, day)]
        for later in (TERM + 4 * DAY, TERM + 40 * DAY):
            with clock.as_of(later):
                run()
                assert taken("R201-B1", world)
                assert not taken("R201-B2", world)

    def test_the_old_bench_is_free_once_the_next_licence_has_begun(self, world, company):
        code = accepted(world, company, "R201-B2")
        with clock.as_of(AFTER):
            run()
            assert taken("R201-B1", world)
            begun(world, code)
            run()
            assert not taken("R201-B1", world)
            assert departures(world) == []


def test_all_benches_of_a_terminated_company_are_kept(world, company):
    """It had given notice for later, and had two licences."""
    licensed(world, company, "R201-B2", "hajin", TERM + 100 * DAY)
    with world.as_("hajin"):
        residency.notify_exit(company=company, last_day=date(2027, 6, 30))
    with clock.as_of(MONDAY + DAY):
        with world.as_("programme"):
            notice = residency.give_notice(company=company, ground="danger", says_ko="위험").code
            residency.settle_notice(suspension=notice, state="suspended")
            residency.settle_notice(suspension=notice, state="terminated")
        outbox.deliver()
        with world.as_("programme"):
            assert set(Licence.objects.values_list("state", flat=True)) == {"ended"}
            assert Suspension.objects.get().state == "terminated"
        assert departures(world) == [("noticed", MONDAY.date(), MONDAY.date() + DAY)]
        assert taken("R201-B1", world)
        assert taken("R201-B2", world)


def test_a_licence_on_paper_from_before_the_rule_ends_by_the_clock(world, company):
    """It was there beside the licence made here: what was installed before did not end it."""
    with scope(system("setup")):
        paper = Licence.objects.create(
            code="LI-PAPER", company=Licence.objects.get().company, created_at=MONDAY - DAY, state="in_force",
            period=Period(begin_of(date(2020, 1, 1)), end_of(date(2029, 2, 28))),
        )
    with clock.as_of(AFTER):
        run()
        with world.as_("programme"):
            assert Licence.objects.get(id=paper.id).state == "ended"
            assert LicencePlace.objects.get(licence__company__code=company).live
        assert [state for state, *_ in departures(world)] == ["noticed"]
        assert taken("R201-B1", world)
