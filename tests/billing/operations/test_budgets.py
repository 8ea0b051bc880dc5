"""Budgets: spent by the functions of the bill, told once for each limit, and a gate on booking where the operator says so."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from squaremile.billing import operations as billing
from squaremile.billing.models import BillException, Budget, BudgetAlert, MissedBooking
from squaremile.billing.reads import budgets, fees, so_far
from squaremile.booking import operations as booking
from squaremile.core.meant import Meant
from squaremile.core.models import Notice, Project
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from tests.billing.making import CARD, FEBRUARY, at, bill_of, closed, issued, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
OTHER = CARD | {"card": "CORE-CARD", "versions": [CARD["versions"][0] | {
    "items": [CARD["versions"][0]["items"][0] | {"code": "NMR", "subjects": ["NMR"]}], "caps": [],
}]}


@pytest.fixture
def project(world: World) -> UUID:
    """Of Hanbit, charged to a cost centre; used an hour in February and an hour in March, on the confocal microscope."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        with world.as_("hajin"):
            found = Project.objects.filter(organisation_id=world.organisations["HANBIT"]).order_by("code").first()
            assert found is not None
        used(world, "u:feb", 60, at(3), project=found.id)
        used(world, "u:none", 60, at(4))
    return found.id


def made(world: World, project: UUID, who: str = "hajin", **more: object) -> Budget:
    with world.as_(who):
        said = {"span": "quarter", "first_day": date(2027, 1, 1), "soft_limit": 60_000, "hard_limit": 100_000}
        code = Project.objects.get(id=project).code if "cost_centre" not in more else ""
        return billing.add_budget(organisation=world.organisations["HANBIT"], **({"project": code} if code else {}), **(said | more))


def spent(world: World, who: str = "hajin") -> list[int]:
    with world.as_(who):
        return [row.spent.minor for row in budgets.standings()]


def test_spent_is_what_is_rated_and_what_is_issued(world: World, project: UUID):
    with clock.as_of(MONDAY):
        made(world, project)
        made(world, project, span="month", first_day=FEBRUARY)
        assert spent(world) == [45_000, 0]
        issued(world)
        assert spent(world) == [45_000, 0]
        used(world, "u:mar", 30, MONDAY - timedelta(minutes=40), project=project)
        assert spent(world) == spent(world, "finance") == [67_500, 22_500]
        assert spent(world, "sujin") == []
        with world.as_("hajin"):
            assert sum(line.net.minor for line in so_far.so_far()[0].lines) == 22_500
            row = budgets.standings()[0]
            assert (row.percent, row.reached, row.state) == (68, ("soft",), "warn")


def test_a_cost_centre_is_every_project_that_names_it(world: World, project: UUID):
    with clock.as_of(MONDAY):
        with world.as_("hajin"):
            Project.objects.filter(id=project).update(reference="CC-104")
        made(world, project, cost_centre="CC-104")
        assert spent(world) == [45_000]


def test_each_limit_is_told_once(world: World, project: UUID):
    with clock.as_of(MONDAY):
        budget = made(world, project, soft_limit=40_000, hard_limit=45_000, person=world.people["hana"])
        for told in (2, 0):
            with scope(system("worker")):
                assert billing.watch_budgets() == told
        with world.as_("hajin"):
            assert set(BudgetAlert.objects.values_list("threshold", "spent")) == {("soft", 45_000), ("hard", 45_000)}
            assert Notice.objects.filter(kind="billing.budget").count() == 2
        with world.as_("hana"):
            assert Notice.objects.filter(kind="billing.budget").count() == 2
        with world.as_("hajin"):
            billing.change_budget(budget=budget.code, hard_limit=200_000)
            assert budgets.standings()[0].reached == ()
            billing.end_budget(budget=budget.code)
            assert budgets.standings() == []
            with pytest.raises(Refused) as over:
                billing.end_budget(budget=budget.code)
            assert over.value.code == "billing.budget_over"


def test_the_gate_speaks_where_the_operator_says_so(world: World, project: UUID):
    with clock.as_of(MONDAY):
        made(world, project, soft_limit=None, hard_limit=100_000)
        with world.as_("hana"):
            asked = {
                "equipment": "CONFOCAL", "start": MONDAY + timedelta(hours=2), "end": MONDAY + timedelta(hours=4),
                "project": Project.objects.get(id=project).code,
            }
            assert fees.fee(Meant(
                world.organisations["HANBIT"], None, project, "CONFOCAL", asked["start"], asked["end"])).net.minor == 90_000
            booking.cancel(reservation=booking.reserve(**asked).code)
        with world.as_("finance"):
            billing.edit_issuer(issuer="JB", budgets_bind=True)
        with world.as_("hana"):
            with pytest.raises(Refused) as passed:
                booking.reserve(**asked)
            said = passed.value.text
            assert (passed.value.code, "₩45,000" in said.ko, "₩90,000" in said.en, "₩100,000" in said.en) == (
                "billing.budget_passed", True, True, True)
            booking.reserve(**(asked | {"end": asked["start"] + timedelta(hours=1)}))
            booking.reserve(**(asked | {"project": "", "start": asked["start"] + timedelta(hours=1)}))
            # What is held counts: an hour more fits what was spent, and not what was spent and booked.
            later = {"start": asked["start"] + timedelta(days=1), "end": asked["start"] + timedelta(days=1, hours=1)}
            with pytest.raises(Refused, match="budget_passed") as passed:
                booking.reserve(**(asked | later))
            assert passed.value.text.en.count("₩45,000") == 3


def test_a_booking_that_is_moved_or_lengthened_is_asked_too(world: World, project: UUID):
    with clock.as_of(MONDAY):
        made(world, project, soft_limit=None, hard_limit=100_000)
        with world.as_("finance"):
            billing.edit_issuer(issuer="JB", budgets_bind=True)
        with world.as_("hana"):
            start = MONDAY + timedelta(hours=2)
            held = booking.reserve(
                equipment="CONFOCAL", start=start, end=start + timedelta(hours=1), project=Project.objects.get(id=project).code
            )
            with pytest.raises(Refused, match="budget_passed") as passed:
                booking.move(reservation=held.code, start=start, end=start + timedelta(hours=2))
            # Itself is not counted beside itself: nothing else is held.
            assert "₩0" in passed.value.text.en and "₩90,000" in passed.value.text.en
            booking.move(reservation=held.code, start=start + timedelta(days=1), end=start + timedelta(days=1, hours=1))
        with world.as_("hajin"):
            billing.change_budget(budget=Budget.objects.get().code, hard_limit=50_000)
        with world.as_("hana"):
            # The limit was lowered below what is held: it may go elsewhere for what it costs, and not for more.
            booking.move(reservation=held.code, start=start, end=start + timedelta(hours=1))
            with pytest.raises(Refused, match="budget_passed"):
                booking.move(reservation=held.code, start=start, end=start + timedelta(hours=1, minutes=30))


def test_a_move_that_costs_nothing_more_is_not_refused(world: World, project: UUID):
    """Two hours at 60,000, then 30,000: the fourth booking is the fourth hour still when it begins an hour later."""
    with clock.as_of(MONDAY):
        made(world, project, soft_limit=None, hard_limit=225_000)
        with world.as_("finance"):
            billing.edit_issuer(issuer="JB", budgets_bind=True)
        with world.as_("hana"):
            asked = {"equipment": "CYTO-2", "project": Project.objects.get(id=project).code}
            for day in range(4):
                start = MONDAY + timedelta(days=day, hours=2)
                held = booking.reserve(**asked, start=start, end=start + timedelta(hours=1))
            booking.move(reservation=held.code, start=start + timedelta(hours=1), end=start + timedelta(hours=2))
            with pytest.raises(Refused, match="budget_passed") as passed:
                booking.move(reservation=held.code, start=start, end=start + timedelta(hours=2))
            # 45,000 were spent in February, and 150,000 are held by the others: two hours of the cheaper kind are 60,000.
            assert all(said in passed.value.text.en for said in ("₩45,000", "₩150,000", "₩60,000", "₩225,000"))


def test_a_parked_month_is_what_was_known_of_it(world: World, project: UUID):
    """What came late of February, while its bill was disputed, is in March's bill: once in what was spent, not twice."""
    with clock.as_of(MONDAY):
        made(world, project, span="year", hard_limit=900_000)
        close = closed(world)
        with world.as_("finance"):
            billing.show_bills(close=close.code)
        with world.as_("hajin"):
            billing.dispute_line(bill=bill_of(world).code, bill_line=1, reason="장비가 멈췄습니다")
        assert spent(world) == [45_000]
    with clock.as_of(MONDAY + timedelta(days=7)):
        with scope(system("worker")):
            billing.accept_silent()
        with world.as_("finance"):
            billing.release_close(close=close.code)
        worked()
        used(world, "u:late", 60, at(5), project=project)
    with clock.as_of(MONDAY + timedelta(days=32)):
        issued(world, date(2027, 3, 1))
        assert spent(world) == [90_000]


def test_what_is_no_budget(world: World, project: UUID):
    with clock.as_of(MONDAY):
        for wrong in (
            {"soft_limit": None, "hard_limit": None}, {"soft_limit": 5, "hard_limit": 4}, {"span": "week"}, {"hard_limit": -1},
            {"last_day": date(2026, 1, 1)}, {"cost_centre": " "},
        ):
            with pytest.raises(Invalid):
                made(world, project, **wrong)
        made(world, project)
        with transaction.atomic(), pytest.raises(Refused):
            made(world, project)
        with world.as_("sujin"), pytest.raises(Missing):
            billing.change_budget(budget=spent_code(world), hard_limit=1)


def spent_code(world: World) -> str:
    with world.as_("hajin"):
        return Budget.objects.get().code


def test_the_database_holds_whose_project_it_is(world: World, project: UUID):
    with clock.as_of(MONDAY):
        budget = made(world, project)
        with world.as_("finance"), transaction.atomic(), pytest.raises(IntegrityError, match="not its project"):
            theirs = Project.objects.filter(organisation_id=world.organisations["SAEBOM"]).first()
            Budget.objects.filter(id=budget.id).update(project=theirs)


def test_exceptions_are_told_on_the_account_that_prices_the_use(world: World, project: UUID):
    """Another issuer's account of the same company hears nothing of it; expired training is an exception."""
    with clock.as_of(MONDAY - timedelta(minutes=50)):
        booked = [at(8).isoformat(), at(8, 11).isoformat()]
        used(world, "u:over", 120, at(8), evidence={"booked": booked, "untrained": [{"ko": "사용 교육", "en": "Training"}]})
        with world.as_("finance"):
            billing.add_issuer(code="CORE", name_ko="코어", name_en="Core")
            billing.publish_rate_card(card_body=OTHER)
            billing.open_account(organisation=world.organisations["HANBIT"], issuer="CORE", rate_card="CORE-CARD")
        with scope(system("worker")):
            for n, subject in enumerate(("CONFOCAL", "NMR")):
                MissedBooking.objects.create(
                    organisation_id=world.organisations["HANBIT"], reservation_code=f"RS-{n}", subject=subject, start=at(9), origin=f"m:{n}",
                    recorded_at=clock.now(),
                )
    with clock.as_of(MONDAY):
        for issuer in ("JB", "CORE"):
            with world.as_("finance"):
                billing.confirm_usage(issuer=issuer, month=FEBRUARY)
            worked()
        with world.as_("finance"):
            told = set(BillException.objects.values_list("close__issuer__code", "kind", "origin_of"))
    assert told == {("JB", "overrun", "u:over"), ("JB", "untrained", "u:over"), ("JB", "no_check_in", "m:0"), ("CORE", "no_check_in", "m:1")}
