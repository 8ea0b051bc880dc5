"""A company leaves: no zero, no deposit; and what is re-opened undoes it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.residency import operations as residency
from squaremile.residency.models import ClearanceLine, Company, Departure
from squaremile.residency.policies.clearance import KINDS, SIGNERS
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
SIGNS = {"safety": "safety", "operations": "operator", "finance": "finance"}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def company(world):
    with world.as_("programme"):
        made = residency.open_record(organisation="HANBIT")
        residency.set_people_terms(company=made.code, seats=9, notice_months=3, deposit_minor=5_000_000)
        return made.code


@pytest.fixture
def leaving(world, company):
    with world.as_("hajin"):
        return residency.notify_exit(company=company, last_day=date(2027, 8, 31), destination="오송").code


def refused(code):
    return pytest.raises((Refused, Invalid, Missing, Forbidden), match=code.replace(".", r"\."))


def cleared(world, leaving, *, but=()):
    """Everything counted, settled and signed, but some kinds."""
    lines = {}
    for kind in KINDS:
        with world.as_("hajin"):
            line = residency.count_line(departure=leaving, kind=kind, what=kind, unit="piece", opening=Decimal(2)).code
            residency.clear_line(clearance_line=line, amount=Decimal(2 if kind not in but else 1))
        if kind not in but:
            with world.as_(SIGNS[SIGNERS[kind]]):
                residency.sign_line(clearance_line=line)
        lines[kind] = line
    return lines


def test_notice_needs_terms_and_time(world, company):
    with world.as_("hajin"):
        with refused("residency.notice_short") as short:
            residency.notify_exit(company=company, last_day=date(2027, 5, 31))
        assert "2027-06-01" in short.value.text.en
        assert residency.notify_exit(company=company, last_day=date(2027, 6, 1)).deposit_minor == 5_000_000
        with refused("residency.departure_runs"):
            residency.notify_exit(company=company, last_day=date(2027, 9, 1))
    with world.as_("programme"):
        bare = residency.open_record(organisation="SAEBOM").code
    with world.as_("sujin"), refused("residency.people_terms_missing"):
        residency.notify_exit(company=bare, last_day=date(2028, 1, 1))


def test_zero_is_proved_before_it_is_alumna_and_paid(world, company, leaving):
    lines = cleared(world, leaving, but=("chemicals",))
    with world.as_("programme"), refused("residency.clearance_not_zero") as left:
        residency.graduate(departure=leaving)
    assert "chemicals: 2 - 1 = 1 piece" in left.value.text.en
    with world.as_("finance"), refused("residency.clearance_not_zero"):
        residency.settle_deposit(departure=leaving)
    with world.as_("operator"), refused("residency.clearance_not_yours"):
        residency.sign_line(clearance_line=lines["chemicals"])
    with world.as_("safety"):
        with refused("residency.clearance_not_zero"):
            residency.sign_line(clearance_line=lines["chemicals"])
        residency.clear_line(clearance_line=lines["chemicals"], amount=Decimal(1), remark="수거")
        residency.sign_line(clearance_line=lines["chemicals"])
    with world.as_("programme"):
        assert residency.graduate(departure=leaving).state == "cleared"
        assert Company.objects.get(code=company).state == "alumni"
    with world.as_("finance"):
        taken = residency.deduct(departure=leaving, says="벽 손상", amount_minor=1_000_000).code
    with world.as_("hajin"):
        with refused("residency.deduction_unsound"):
            residency.dispute_deduction(deduction=taken, disputed_minor=1_000_001)
        residency.dispute_deduction(deduction=taken, disputed_minor=400_000)
    with world.as_("finance"):
        with refused("residency.deduction_disputed") as held:
            residency.settle_deposit(departure=leaving)
        assert "in dispute 400,000 KRW = refund 4,000,000 KRW" in held.value.arithmetic.en
        residency.dispute_deduction(deduction=taken, disputed_minor=0)
        assert residency.settle_deposit(departure=leaving).refunded_minor == 4_000_000
        with refused("residency.departure_step"):
            residency.settle_deposit(departure=leaving)
    with world.as_("safety"), refused("residency.departure_step"):
        residency.reopen_line(clearance_line=lines["waste"], remark="늦었음")


def test_a_line_that_is_reopened_undoes_it(world, company, leaving):
    lines = cleared(world, leaving)
    with world.as_("programme"):
        residency.graduate(departure=leaving)
    with world.as_("safety"):
        with refused("residency.remark_needed"):
            residency.reopen_line(clearance_line=lines["waste"], remark="")
        residency.reopen_line(clearance_line=lines["waste"], remark="폐액 한 통이 남음")
        assert Company.objects.get(code=company).state == "resident"
        assert Departure.objects.get(code=leaving).state == "noticed"
    with world.as_("programme"), refused("residency.clearance_not_zero"):
        residency.graduate(departure=leaving)


def test_the_database_lets_nobody_out_who_left_something(world, company, leaving):
    cleared(world, leaving, but=("keys",))
    with world.as_("programme"):
        for change in (
            lambda: Departure.objects.filter(code=leaving).update(state="cleared"),
            lambda: Company.objects.filter(code=company).update(state="alumni"),
        ):
            from django.db import transaction

            with pytest.raises(IntegrityError), transaction.atomic():
                change()


def test_what_counting_refuses(world, leaving):
    sound = {"departure": leaving, "kind": "waste", "what": "폐액", "unit": "litre", "opening": Decimal(1)}
    with world.as_("hajin"):
        for unfit in ({"kind": "dust"}, {"unit": "heap"}, {"what": " "}, {"opening": Decimal(-1)},
                      {"opening": Decimal("0.0001")}, {"kind": "keys", "opening": Decimal(0)}):  # fmt: skip
            with refused("residency.clearance_unsound"):
                residency.count_line(**{**sound, **unfit})
        line = residency.count_line(**{**sound, "opening": Decimal(0)})
        with refused("residency.clearance_unsound"):
            residency.clear_line(clearance_line=line.code, amount=Decimal(0))
        residency.withdraw_exit(departure=leaving)
        with refused("residency.departure_step"):
            residency.count_line(**sound)


def test_a_rival_reaches_nothing(world, leaving):
    with world.as_("hajin"):
        line = residency.count_line(departure=leaving, kind="waste", what="폐액", unit="litre", opening=Decimal(1)).code
    with world.as_("finance"):
        taken = residency.deduct(departure=leaving, says="벽", amount_minor=1).code
        with refused("residency.deduction_unsound"):
            residency.deduct(departure=leaving, says="", amount_minor=1)
    with world.as_("sujin"):
        for act in (
            lambda: residency.withdraw_exit(departure=leaving), lambda: residency.clear_line(clearance_line=line, amount=Decimal(1)),
            lambda: residency.dispute_deduction(deduction=taken, disputed_minor=1),
        ):  # fmt: skip
            with pytest.raises(Missing):
                act()
        assert not Departure.objects.exists() and not ClearanceLine.objects.exists()
