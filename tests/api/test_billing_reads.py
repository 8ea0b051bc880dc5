"""Bills, documents and the preview of a month, as programs read them: the payer's own, finance's all, a rival's none."""

from datetime import timedelta

import pytest

from squaremile.kernel import clock
from tests.billing.making import at, bill_of, issued, opened, used
from tests.world import MONDAY


@pytest.fixture
def month(world):
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        used(world, "u:1", 97, at(3))
        used(world, "u:3", 60, at(9), whose="SAEBOM")


def test_a_month_before_and_after_it_is_issued(world, month, calling):
    finance, payer, rival, scientist = (calling(who) for who in ("finance", "hajin", "sujin", "hana"))
    before = finance("GET", "/billing/preview?issuer=JB&month=2027-02-15").json()
    assert (before["net"], [bill["payable"] for bill in before["bills"]].count(86_620)) == (78_750 + 45_000, 1)
    assert payer("GET", "/billing/preview?issuer=JB&month=2027-02-15").status_code == 403
    assert finance("GET", "/billing/preview?issuer=NONE&month=2027-02-15").status_code == 404
    issued(world)
    mine = bill_of(world).code
    said = payer("GET", "/billing/bills")
    assert said.status_code == 200, said.content
    assert [row["code"] for row in said.json()["items"]] == [mine]
    assert len(finance("GET", "/billing/bills?state=issued").json()["items"]) == 2
    first = finance("GET", "/billing/bills?limit=1").json()
    rest = finance("GET", f"/billing/bills?limit=1&cursor={first['next']}").json()
    assert {first["items"][0]["organisation"], rest["items"][0]["organisation"]} == {"HANBIT", "SAEBOM"} and rest["next"] is None
    seen = payer("GET", f"/billing/bills/{mine}").json()
    assert (seen["gross"], seen["lines"][0]["net"], seen["lines"][0]["quantity"]) == (86_625, 78_750, "1.75") and seen["lines"][0]["reasons"]
    documents = {row["organisation"]: row for row in finance("GET", "/billing/invoices?issued_since=2027-03-01").json()["items"]}
    number = documents["HANBIT"]["code"]
    assert documents["HANBIT"]["open"] == 86_620 and finance("GET", "/billing/invoices?issued_since=2027-03-02").json()["items"] == []
    assert payer("GET", f"/billing/invoices/{number}").json()["bill"] == mine
    assert [row["code"] for row in payer("GET", "/billing/invoices").json()["items"]] == [number]
    for path in (f"/billing/bills/{mine}", f"/billing/invoices/{number}"):
        assert rival("GET", path).status_code == 404 and scientist("GET", path).status_code == 403
    assert number not in str(rival("GET", "/billing/invoices").json())
    assert finance("GET", "/billing/bills?cursor=x").status_code == 422
