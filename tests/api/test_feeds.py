"""Calendars to subscribe to: one's own, an instrument's; others are busy and no more."""

from datetime import timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from squaremile.booking import operations as booking
from squaremile.kernel import clock
from tests.api.conftest import give_token
from tests.world import MONDAY

HOUR = timedelta(hours=1)


@pytest.fixture
def secret(world):
    for who, n in (("hana", 1), ("haeun", 3), ("sora", 5)):
        with world.as_(who):
            booking.reserve(equipment="CONFOCAL", start=MONDAY + n * HOUR, end=MONDAY + (n + 1) * HOUR, purpose="비밀")
    return give_token(world, "hana", purpose="feed", abilities=("read",))


def events(said):
    assert said.status_code == 200
    assert said["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(said.content).walk("VEVENT")


def test_ones_own(secret):
    (event,) = events(Client().get(f"/feeds/{secret}.ics"))
    assert (event["summary"], event["dtstart"].dt) == ("공초점 현미경", MONDAY + HOUR)


def test_an_instrument_with_others_as_busy(secret):
    said = Client().get(f"/feeds/{secret}/equipment/CONFOCAL.ics")
    told = [(str(e["summary"]), str(e.get("description", ""))) for e in events(said)]
    assert told == [("공초점 현미경 · 김하나", "비밀"), ("공초점 현미경 · 박하은", "비밀"), ("사용 중", "")]
    assert "이소라" not in said.content.decode()


def test_an_unchanged_calendar_is_not_sent_again(secret, world):
    client = Client()
    for path in (f"/feeds/{secret}.ics", f"/feeds/{secret}/equipment/CONFOCAL.ics"):
        first = client.get(path)
        with clock.as_of(MONDAY + timedelta(minutes=5)):
            assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304
    with world.as_("hana"):
        booking.reserve(equipment="CONFOCAL", start=MONDAY + 8 * HOUR, end=MONDAY + 9 * HOUR)
    assert client.get(f"/feeds/{secret}.ics", headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("path", ["/feeds/smf_none.ics", "/feeds/smf_none/equipment/CONFOCAL.ics"])
def test_a_wrong_secret_is_an_address_that_never_was(world, path):
    said = Client().get(path)
    assert (said.status_code, said.content) == (404, b"")


def test_an_unknown_instrument_is_not_there(secret):
    assert Client().get(f"/feeds/{secret}/equipment/NOTHING.ics").status_code == 404


def test_an_api_token_is_no_feed(world):
    token = give_token(world, "hana")
    assert Client().get(f"/feeds/{token}.ics").status_code == 404


def test_nothing_is_changed_through_it(secret):
    assert Client().post(f"/feeds/{secret}.ics").status_code in (403, 405)
