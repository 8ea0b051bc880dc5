"""An account that is not active any more prices nothing of the days after it, and what is late of the days before it still."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.billing import operations as billing
from squaremile.billing.models import Account, BillException, Contract, Issuer, LicenceFact
from squaremile.billing.reads import agreed, money, owed, preview, unbilled
from squaremile.core.models import Project
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import scope, system
from tests.billing.making import CARD, MARCH, at, bill_of, charged, issued, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
APRIL_DAY, MAY_DAY = MONDAY + timedelta(days=32), MONDAY + timedelta(days=63)


@pytest.fixture
def second(world: World) -> dict[str, str]:
    """February is issued; on the 10th of March the company's account is made inactive, and another issuer's is opened."""
    with clock.as_of(MONDAY - timedelta(hours=2)):
        codes = opened(world)
        used(world, "f:1", 60, at(3))
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(at(10, month=3)), world.as_("finance"):
        billing.edit_account(account=codes["HANBIT"], active=False)
        billing.add_issuer(code="CORE", name_ko="코어", name_en="Core")
        return {"old": codes["HANBIT"], "new": billing.open_account(
            organisation=world.organisations["HANBIT"], issuer="CORE", rate_card="OPEN-LAB").code}


def billed(world: World, issuer: str, month: date) -> dict[str, list[str]]:
    """Account → what it is charged for, in the close as in the preview."""
    with world.as_("finance"):
        dry = {row.account: row.net.minor for row in preview.of(issuer, month).bills}
        made = billing.confirm_usage(issuer=issuer, month=month)
    worked()
    with world.as_("finance"):
        bills = list(made.bills.select_related("account"))
        assert dry == {bill.account.code: bill.net for bill in bills}
        return {bill.account.code: [origin for origin, *_ in charged(bill)] for bill in bills}


def test_each_use_is_the_account_s_of_its_day(world: World, second: dict[str, str]):
    with clock.as_of(APRIL_DAY - timedelta(hours=1)):
        used(world, "m:before", 60, at(9, month=3))
        used(world, "m:after", 60, at(11, month=3))
    with clock.as_of(APRIL_DAY):
        old = billed(world, "JB", MARCH)
        assert old[second["old"]] == ["m:before"]
        assert billed(world, "CORE", MARCH) == {second["new"]: ["m:after"]}


def test_nothing_owed_is_no_bill(world: World, second: dict[str, str]):
    with clock.as_of(APRIL_DAY - timedelta(hours=1)):
        used(world, "m:after", 60, at(11, month=3))
    with clock.as_of(APRIL_DAY):
        assert second["old"] not in billed(world, "JB", MARCH)
        assert billed(world, "CORE", MARCH) == {second["new"]: ["m:after"]}


def test_one_without_anything_recorded_is_not_rated(world: World, second: dict[str, str]):
    """However many they are, they are asked about together."""
    with clock.as_of(APRIL_DAY), world.as_("finance"):
        issuer, counted = Issuer.objects.get(code="JB"), list[int]()
        for code in ("", Account.objects.get(organisation_id=world.organisations["SAEBOM"], issuer=issuer).code):
            if code:
                billing.edit_account(account=code, active=False)
            with CaptureQueriesContext(connection) as asked:
                found = unbilled.billed(issuer, MARCH, clock.now())
            assert second["old"] not in {account.code for account in found}
            counted.append(len(asked))
        assert counted[0] == counted[1] <= 6


def test_nobody_bills_what_was_used_after_the_last_account_ended(world: World):
    """What was used before it is billed: no exception speaks of that. A budget counts it."""
    with clock.as_of(MONDAY - timedelta(hours=2)):
        codes = opened(world)
        used(world, "f:1", 60, at(3))
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(at(10, month=3)):
        with world.as_("finance"):
            billing.edit_account(account=codes["HANBIT"], active=False)
        project = world_project(world)
        used(world, "m:before", 60, at(9, month=3), project=project)
        asked = owed.Asked(frozenset({project}), "KRW", MARCH, date(2027, 3, 31))
        with world.as_("hajin"):
            assert owed.spent(world.organisations["HANBIT"], [asked]) == [45_000]
    with clock.as_of(APRIL_DAY - timedelta(hours=1)):
        used(world, "m:after", 60, at(11, month=3))
    with clock.as_of(APRIL_DAY), world.as_("finance"):
        made = billing.confirm_usage(issuer="JB", month=MARCH)
        said = list(BillException.objects.filter(close=made, kind="no_account").values_list("organisation_id", "says_en"))
        assert said == [(world.organisations["HANBIT"], "1 uses, and no billing account.")]


def world_project(world: World) -> UUID:
    with world.as_("hajin"):
        return Project.objects.filter(organisation_id=world.organisations["HANBIT"]).order_by("code")[0].id


def test_a_settlement_is_the_account_s_that_is_billed_still(world: World, second: dict[str, str]):
    said = {"code": "DP-1", "taken": 0, "refunded": 0, "settled_on": "2027-03-20"}
    with clock.as_of(APRIL_DAY), scope(system("worker")):
        billing.hear_of_settlement(origin="deposit-settled:1", organisation=world.organisations["HANBIT"], payload=said)
        assert LicenceFact.objects.get(origin="deposit-settled:1").account.code == second["new"]


def test_a_deposit_is_settled_where_it_is_held(world: World, second: dict[str, str]):
    hanbit = world.organisations["HANBIT"]
    with clock.as_of(APRIL_DAY):
        with world.as_("finance"):
            billing.edit_account(account=second["old"], active=True)
        with scope(system("worker")):
            billing.hear_of_licence(origin="deposit:1", organisation=hanbit, payload={"code": "L", "amount": 500_000, "paid_on": "2027-04-01"})
        with world.as_("finance"):
            billing.edit_account(account=second["old"], active=False)
        with scope(system("worker")):
            said = {"code": "DP-1", "taken": 0, "refunded": 500_000, "settled_on": "2027-04-01"}
            billing.hear_of_settlement(origin="deposit-settled:1", organisation=hanbit, payload=said)
            assert LicenceFact.objects.get(origin="deposit-settled:1").account.code == second["old"]


def test_the_account_names_the_card_of_today(world: World):
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        with world.as_("finance"):
            billing.publish_rate_card(card_body=CARD | {"card": "LATER", "title": {"ko": "나중", "en": "Later"}})
            billing.edit_account(account=codes["HANBIT"], rate_card="LATER", effective_on=date(2027, 6, 1))
    for moment, title in ((MONDAY, "Shared instruments"), (at(2, month=6), "Later")):
        with clock.as_of(moment), world.as_("finance"):
            seen = agreed.agreed(codes["HANBIT"])
            assert (seen.card.en, seen.terms["rate_card"]) == (title, "OPEN-LAB" if title != "Later" else "LATER")
            assert {row.code: row.card.en for row in money.accounts()}[codes["HANBIT"]] == title


def test_what_is_open_is_added_up_by_the_database(world: World):
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        used(world, "f:1", 60, at(3))
        used(world, "f:2", 60, at(3), whose="SAEBOM")
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(APRIL_DAY), world.as_("finance"):
        account = Account.objects.get(organisation_id=world.organisations["HANBIT"])
        billing.record_payment(account=account.code, amount=9_500, paid_on=MARCH, bank_reference="a")
        rows = {row.code: (row.open.minor, row.overdue.minor) for row in money.accounts()}
        assert rows[account.code] == (40_000, 40_000) and sorted(rows.values()) == [(40_000, 40_000), (49_500, 49_500)]
        assert [amount.minor for _, amount in money.ageing()] == [89_500]
        assert [row.open.minor for row in money.invoices(account.organisation_id)] == [40_000]


def test_late_use_of_an_issued_month_is_in_the_budget_before_it_is_billed(world: World, second: dict[str, str]):
    """Of February, which is issued; while the account was inactive from March on, and after March was closed without it."""
    with clock.as_of(at(20, month=3)):
        project = world_project(world)
        used(world, "f:late", 60, at(5), project=project)
        assert spent(world, project) == 45_000
    with clock.as_of(MAY_DAY - timedelta(days=3)):
        used(world, "f:later", 60, at(6), project=project)
        assert spent(world, project) == 90_000
    with clock.as_of(MAY_DAY):
        issued(world, MARCH)
        assert spent(world, project) == 90_000
        used(world, "f:last", 60, at(7), project=project)
        assert spent(world, project) == 135_000


def test_the_same_of_an_account_whose_last_month_is_issued_too(world: World, second: dict[str, str]):
    """March is issued with what was used of it; what comes late after that is in no bill yet."""
    with clock.as_of(APRIL_DAY - timedelta(hours=1)):
        project = world_project(world)
        used(world, "m:before", 60, at(9, month=3), project=project)
    with clock.as_of(APRIL_DAY):
        issued(world, MARCH)
        assert spent(world, project) == 45_000
    with clock.as_of(APRIL_DAY + timedelta(days=7)):
        used(world, "m:late", 30, at(8, month=3), project=project)
        assert spent(world, project) == 67_500


def spent(world: World, project: UUID) -> int:
    asked = owed.Asked(frozenset({project}), "KRW", date(2027, 1, 1), date(2027, 12, 31))
    with world.as_("hajin"):
        return owed.spent(world.organisations["HANBIT"], [asked])[0]


RENT = {"kind": "rent", "title_ko": "방", "title_en": "Room", "month_amount": 310_000}


@pytest.mark.parametrize(("first", "last", "refused"), [
    (MARCH, date(2027, 3, 9), False), (MARCH, date(2027, 3, 10), True), (MARCH, None, True), (date(2027, 4, 1), None, True),
])  # fmt: skip
def test_a_contract_is_of_days_on_which_its_account_is_active(
    world: World, second: dict[str, str], first: date, last: date | None, refused: bool
):
    """It is inactive from the 10th of March on: a time before it may be corrected, and the next bill has it."""
    with clock.as_of(APRIL_DAY - timedelta(hours=1)), world.as_("finance"):
        if not refused:
            billing.add_contract(account=second["old"], first_day=first, last_day=last, **RENT)
        else:
            with pytest.raises(Refused, match="contract_not_active") as no:
                billing.add_contract(account=second["old"], first_day=first, last_day=last, **RENT)
            assert second["old"] in no.value.text.en and "2027-03-10" in no.value.text.en and "2027-03-10" in no.value.text.ko
            assert not Contract.objects.exists()
        billing.add_contract(account=second["new"], first_day=first, last_day=last, **RENT)
    with clock.as_of(APRIL_DAY):
        if not refused:
            # 9 of the 31 days of March.
            assert billed(world, "JB", MARCH)[second["old"]] != []
            with world.as_("finance"):
                assert bill_of(world, month=MARCH).net == 90_000


def test_a_contract_of_an_inactive_account_is_ended_and_not_lengthened(world: World, second: dict[str, str]):
    with clock.as_of(APRIL_DAY - timedelta(hours=1)), world.as_("finance"):
        made = billing.add_contract(account=second["old"], first_day=MARCH, last_day=date(2027, 3, 9), **RENT).code
    with clock.as_of(APRIL_DAY), world.as_("finance"):
        for said in ({"effective_on": MARCH, "last_day": date(2027, 3, 20)}, {"effective_on": date(2027, 4, 1)}):
            with pytest.raises(Refused, match="contract_not_active"):
                billing.change_contract(contract=made, month_amount=5, **said)
        billing.change_contract(contract=made, month_amount=620_000, effective_on=MARCH)
        billing.change_contract(contract=made, month_amount=0, effective_on=date(2027, 3, 5))
        billing.edit_account(account=second["old"], active=True)
        with pytest.raises(Refused, match="contract_not_active"):
            # It is active again from today on; on the days between it was not.
            billing.add_contract(account=second["old"], first_day=MARCH, **RENT)
        assert billing.add_contract(account=second["old"], first_day=date(2027, 4, 2), **RENT).code
