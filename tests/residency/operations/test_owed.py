"""What is owed beyond a deposit: a record that was wrong is taken back, a form counts once, and all hear when it grows."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from squaremile.core import outbox
from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Departure, OwedSettlement
from squaremile.residency.reads import exits
from tests.residency.papers import on_paper
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def owing(world):
    """100,000 were paid; 400,000 are deducted."""
    company = on_paper(world, paid=(100_000,))
    with world.as_("programme"):
        residency.set_people_terms(company=company, seats=9, notice_months=1, deposit_minor=100_000)
    with world.as_("hajin"):
        leaving = residency.notify_exit(company=company, last_day=date(2027, 8, 31)).code
    with world.as_("finance"):
        taken = residency.deduct(departure=leaving, says="바닥", amount_minor=400_000).code
    return leaving, taken


def outstanding(world, leaving: str) -> str:
    with world.as_("hajin"):
        return exits.exit_of(leaving).outstanding


def told(world) -> int:
    outbox.deliver()
    with scope(system("worker")):
        return Notice.objects.filter(kind="residency.owed_beyond_deposit", recipient=world.people["hajin"]).count()


def test_a_record_that_was_wrong_is_taken_back(world, owing):
    leaving, _taken = owing
    with world.as_("finance"):
        residency.settle_owed(departure=leaving, amount_minor=300_000, says="8월 이체")
        residency.settle_owed(departure=leaving, amount_minor=-250_000, says="5만 원이었음")
        with pytest.raises(Invalid, match="remark_needed"):
            residency.settle_owed(departure=leaving, amount_minor=-1)
        for kind, much in ((False, -50_001), (True, -1)):
            with pytest.raises(Invalid, match="owed_unsound"):
                residency.settle_owed(departure=leaving, amount_minor=much, written_off=kind, says="왜")
    assert outstanding(world, leaving) == "250,000 KRW"
    with world.as_("hajin"):
        assert [(each.amount, each.how.en, each.says) for each in exits.exit_of(leaving).came] == [
            ("300,000 KRW", "Paid", "8월 이체"), ("-250,000 KRW", "Taken back", "5만 원이었음"),
        ]


def test_the_same_form_counts_once(world, owing):
    leaving, _taken = owing
    with world.as_("finance"):
        for _ in range(2):
            residency.settle_owed(departure=leaving, amount_minor=100_000, form_token="t-1")
        residency.settle_owed(departure=leaving, amount_minor=50_000, form_token="t-1")
        assert sorted(OwedSettlement.objects.values_list("minor", flat=True)) == [50_000, 100_000]
    assert outstanding(world, leaving) == "150,000 KRW"


def test_the_database_takes_nothing_back_without_a_reason(world, owing):
    leaving, _taken = owing
    with world.as_("finance"):
        found = Departure.objects.get(code=leaving)
        for minor in (0, -1):
            with pytest.raises(IntegrityError, match="owed_settlement_"), transaction.atomic():
                OwedSettlement.objects.create(departure=found, company_id=found.company_id, minor=minor, at=MONDAY)


def test_the_company_and_finance_hear_each_time_that_it_grows(world, owing):
    """Also where it is the company that lowers its dispute, and where a sum comes back that was said before."""
    leaving, taken = owing
    assert told(world) == 1
    for step, minor in enumerate((400_000, 0, 100_000, 0), 1):
        with clock.as_of(MONDAY + step * MINUTE), world.as_("hajin"):
            residency.dispute_deduction(deduction=taken, disputed_minor=minor)
        assert told(world) == 1 + step // 2
    with clock.as_of(MONDAY + 9 * MINUTE), world.as_("finance"):
        residency.settle_owed(departure=leaving, amount_minor=300_000)
        residency.settle_owed(departure=leaving, amount_minor=-300_000, says="다른 기업의 입금")
    assert told(world) == 4
