"""What sponsors pay, as finance's programs read it."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Invoice
from squaremile.kernel import clock
from tests.billing.sponsored import sponsored
from tests.world import MONDAY, PEOPLE, World


@pytest.mark.parametrize("who", PEOPLE)
def test_it_is_for_those_who_see_the_money(world: World, who: str, calling):
    sees = 200 if PEOPLE[who][0] in ("site_director", "finance", "auditor") else 403
    assert calling(who)("GET", "/billing/sponsor-claims?first=2027-02-01&last=2027-02-01").status_code == sees


def test_what_a_credit_note_gives_back_is_on_the_list_and_earlier_rests_stay(world: World, calling):
    sponsored(world)
    asked = "/billing/sponsor-claims?first=2027-02-01&last=2027-02-28&" + urlencode({"sponsor": "전북도"})
    with clock.as_of(MONDAY + timedelta(days=1)):
        with world.as_("finance"):
            invoice = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
            note = billing.correct_invoice(invoice=invoice.code, correction="duplicate", explanation="취소").code
        rows = calling("finance")("GET", asked).json()["items"]
        assert {(row["document"], row["amount"], row["rest"]) for row in rows} == {(invoice.code, 50_000, 0), (note, -50_000, 50_000)}
        first = calling("finance")("GET", f"{asked}&limit=1").json()
        rest = calling("finance")("GET", f"{asked}&limit=1&cursor={first['next']}").json()
        assert first["items"] + rest["items"] == rows and rest["next"] is None
        assert {row["organisation"] for row in rows} == {"HANBIT"}
