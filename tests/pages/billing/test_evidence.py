"""From a line of a bill down to the event behind each use: what it was of, who used it, and the booking it came of."""

from datetime import timedelta

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import BillLine
from squaremile.booking import operations as booking
from squaremile.booking.reads import entries
from squaremile.kernel import clock
from tests.billing.making import at, bill_of, closed, opened, used
from tests.booking.asking import TEN, held
from tests.pages.people import browser
from tests.world import MONDAY, World


@pytest.fixture
def bill(world: World) -> str:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        used(world, "u:late#2", 240, at(3, hour=22), person=world.people["hana"])
    with clock.as_of(MONDAY):
        close = closed(world)
        with world.as_("finance"):
            billing.show_bills(close=close.code)
    return bill_of(world).code


def test_each_use_says_its_event_instrument_person_and_the_day_it_ended(world: World, bill: str):
    with clock.as_of(MONDAY), world.as_("finance"):
        name = entries.names(["CONFOCAL"])["CONFOCAL"].en
    with clock.as_of(MONDAY):
        pages = {who: browser(world, who, "en").get(f"/money/bills/{bill}/lines/1/").content.decode() for who in ("hajin", "finance", "auditor")}
    for page in pages.values():
        assert "u:late#2" in page and name in page and "2027-02-03 22:00" in page and "2027-02-04 02:00" in page
    assert {who: "Hana" in page.partition("<main")[2] for who, page in pages.items()} == {"hajin": True, "finance": True, "auditor": False}


def test_a_session_leads_to_its_booking_for_whoever_may_see_it(world: World):
    mine = held(world, "hana", "CONFOCAL")
    with clock.as_of(TEN), world.as_("hana"):
        session = booking.start_session(reservation=mine.code)
    for who, seen in (("hajin", True), ("sujin", False), ("finance", True)):
        with clock.as_of(MONDAY), world.as_(who):
            assert entries.bookings_of([session.id]) == ({session.id: (session.code, mine.code)} if seen else {}), who


def test_a_bill_names_the_instrument_and_opens_its_dispute_in_one_tap(world: World, bill: str):
    with clock.as_of(MONDAY):
        with world.as_("finance"):
            name = entries.names(["CONFOCAL"])["CONFOCAL"].ko
            assert BillLine.objects.get(bill__code=bill).subject == "CONFOCAL"
        page = browser(world, "hajin", "ko").get(f"/money/bills/{bill}/").content.decode()
    assert name in page
    before, _, after = page.partition(f'action="/money/bills/{bill}/lines/1/dispute/"')
    assert after and before.rpartition("<details")[2].count("</details>") == 0
