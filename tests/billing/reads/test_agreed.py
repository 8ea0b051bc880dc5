"""What stands on an account: the vouchers that lower its bills, and no others."""

from datetime import timedelta
from decimal import Decimal

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Voucher
from squaremile.billing.reads import agreed
from squaremile.kernel import clock
from tests.billing.making import FEBRUARY, at, bill_of, closed, opened, used
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


def test_a_voucher_is_listed_where_it_lowers_bills(world: World):
    hanbit = world.organisations["HANBIT"]
    with clock.as_of(MONDAY - timedelta(hours=1)):
        account = opened(world)["HANBIT"]
    with clock.as_of(MONDAY - timedelta(minutes=50)):
        with world.as_("finance"):
            billing.add_issuer(code="CORE", name_ko="코어", name_en="Core")
            other = billing.open_account(organisation=hanbit, issuer="CORE", rate_card="OPEN-LAB").code
            said = {"organisation": hanbit, "granted_as": "subsidy", "title_ko": "지원", "title_en": "Subsidy", "percent": Decimal(10)}
            ours, theirs, nobodys = (billing.grant_voucher(**said, first_day=FEBRUARY, issuer=issuer).code for issuer in ("JB", "CORE", "JB"))
            Voucher.objects.filter(code=nobodys).update(issuer=None)
            listed = {code: [(v.code, v.issuer.en) for v in agreed.agreed(code).vouchers] for code in (account, other)}
        used(world, "u:1", 60, at(3))
    assert {code: [one for one, _ in rows] for code, rows in listed.items()} == {account: [ours], other: [theirs]}
    assert listed[other][0][1] == "Core"
    with clock.as_of(MONDAY):
        closed(world)
        with world.as_("finance"):
            assert {line.item: line.net for line in bill_of(world).lines.filter(kind="voucher")} == {ours: -4_500}
