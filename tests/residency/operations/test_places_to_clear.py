"""Whatever ends a company's last licence, nobody else has its places before they are signed as clean."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from squaremile.core import outbox
from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Departure, Licence, LicencePlace
from squaremile.spaces import operations as spaces
from squaremile.spaces.models import Occupancy
from tests.residency.living import licensed
from tests.residency.papers import on_paper
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TERM = MONDAY + 30 * DAY


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


def by_hand(world, company):
    with world.as_("programme"):
        residency.end_licence(licence=Licence.objects.get().code, reason="합의")


def by_termination(world, company):
    with world.as_("programme"):
        notice = residency.give_notice(company=company, ground="danger", says_ko="위험").code
        residency.settle_notice(suspension=notice, state="suspended")
        residency.settle_notice(suspension=notice, state="terminated")
    outbox.deliver()


def by_term(world, company):
    run()


def run():
    with scope(system("worker")):
        residency.run_licences()


def taken(world) -> bool:
    """May the rival not be given it?"""
    now = clock.now()
    try:
        with world.as_("director"), transaction.atomic():
            spaces.hold(place="R201-B1", organisation="SAEBOM", start=now, end=now + DAY)
            transaction.set_rollback(True)
    except Refused as said:
        assert said.code == "spaces.place_taken"
        return True
    return False


@pytest.mark.parametrize(
    ("ends", "at", "state"),
    [(by_hand, MONDAY + DAY, "ended"), (by_termination, MONDAY + DAY, "ended"), (by_term, TERM, "in_force")],
)
def test_the_place_is_kept_until_it_is_signed_as_clean(world, company, ends, at, state):
    with clock.as_of(at):
        ends(world, company)
        with world.as_("programme"):
            leaving = Departure.objects.get()
            assert (leaving.state, leaving.last_day, Licence.objects.get().state) == ("noticed", at.date(), state)
        with world.as_("hajin"), pytest.raises(Refused, match="exit_by_itself"):
            residency.withdraw_exit(departure=leaving.code)
        outbox.deliver()
        with scope(system("worker")):
            told = Notice.objects.filter(kind="residency.exit_begun").values_list("recipient", flat=True)
            assert sorted(told) == sorted(world.people[who] for who in ("hajin", "programme", "safety", "operator"))
    for later in (at, at + DAY, TERM + 2 * DAY, TERM + 3 * DAY):
        with clock.as_of(later):
            run()
            assert taken(world), later
    with clock.as_of(TERM + 3 * DAY):
        with world.as_("hajin"):
            line = residency.count_line(
                departure=leaving.code, kind="decontamination", what="벤치", unit="certificate", opening=Decimal(1)).code
        with world.as_("safety"):
            residency.clear_line(clearance_line=line, amount=Decimal(1))
            residency.sign_line(clearance_line=line)
        if state == "in_force":
            run()
    with clock.as_of(TERM + 4 * DAY):
        run()
        with world.as_("programme"):
            assert (Licence.objects.get().state, LicencePlace.objects.get().live, Occupancy.objects.get().state) == ("ended", False, "ended")
        assert not taken(world)


def test_a_company_that_goes_on_is_not_leaving(world, company):
    """Another licence in force, or one that both have signed and that waits to begin."""
    licensed(world, company, "R201-B2", "hajin", TERM + 100 * DAY)
    with clock.as_of(TERM):
        run()
        with world.as_("programme"):
            assert not Departure.objects.exists()
            assert Licence.objects.get(places__place__code="R201-B1").state == "ended"


def test_a_licence_on_paper_ends_with_the_first_that_is_made_here(world):
    code = on_paper(world)
    with clock.as_of(MONDAY + DAY):
        licensed(world, code, "R201-B1", "hajin", TERM)
        with world.as_("programme"):
            paper, real = Licence.objects.order_by("created_at")
            assert (paper.state, paper.period.end, real.state) == ("ended", MONDAY + DAY, "in_force")
            assert list(paper.transitions.values_list("after", flat=True).order_by("after")) == ["ended", "in_force"]
            assert not Departure.objects.exists()


def test_places_that_were_let_by_hand_keep_a_licence_on_paper_in_force(world):
    code = on_paper(world)
    with world.as_("director"):
        bench = spaces.hold(place="R201-B2", organisation="HANBIT", start=MONDAY, end=MONDAY + 300 * DAY).code
        spaces.occupy(occupancy=bench)
    licensed(world, code, "R201-B1", "hajin", TERM)
    with world.as_("programme"):
        assert set(Licence.objects.values_list("state", flat=True)) == {"in_force"}


def test_a_licence_on_paper_that_runs_out_begins_no_exit(world):
    """Nobody sits under it in places of this house's licences."""
    on_paper(world, until=date(2027, 3, 31))
    with clock.as_of(MONDAY + 40 * DAY):
        run()
        with world.as_("programme"):
            assert (Licence.objects.get().state, Departure.objects.count()) == ("ended", 0)
