"""The site's calendar: one's own in full, a rival's as busy, the same number of statements however many rows."""

import json
from datetime import date, timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.reads import calendar
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import Period
from tests.world import MONDAY, World

WEEK = Period(MONDAY - timedelta(hours=9), MONDAY + timedelta(days=7))


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def book(equipment, hours, purpose=""):
    start = MONDAY + timedelta(hours=hours)
    return booking.reserve(equipment=equipment, start=start, end=start + timedelta(hours=1), purpose=purpose)


def week():
    return json.loads(calendar.week_json(site="JB", start=date(2027, 3, 1)))


def test_a_rival_sees_that_it_is_taken_and_no_more(world: World):
    with world.as_("hana"):
        held = book("CONFOCAL", 2, "비밀 화합물")
    with world.as_("sora"):
        text = calendar.week_json(site="JB", start=date(2027, 3, 1))
        assert len(json.loads(text)["reservations"]) == 1
        assert not any(secret in text for secret in ("비밀", held.code, str(held.id), "HANBIT", "hana"))
        site, _ = calendar.site_of("JB")
        assert calendar.events(site=site, window=WEEK) == [calendar.Event("CONFOCAL", held.period, "other")]


def test_one_sees_ones_own(world: World):
    with world.as_("hana"):
        held = book("CONFOCAL", 2, "세포")
        assert [(o["code"], o["purpose"], o["mine"]) for o in week()["own"]] == [(held.code, "세포", True)]
        site, _ = calendar.site_of("JB")
        [event] = calendar.events(site=site, window=WEEK)
        assert (event.look, event.code, event.editable) == ("mine", held.code, True)
    with world.as_("haeun"):
        assert [o["mine"] for o in week()["own"]] == [False]
        assert [e.look for e in calendar.events(site=site, window=WEEK)] == ["company"]


def test_the_kept_shape_follows_every_change(world: World):
    with world.as_("hana"):
        first = week()
        held = book("CONFOCAL", 2)
        second = week()
        booking.move(reservation=held.code, start=MONDAY + timedelta(hours=4), end=MONDAY + timedelta(hours=5))
        third = week()
        booking.cancel(reservation=held.code)
        fourth = week()
    assert [len(w["reservations"]) for w in (first, second, third, fourth)] == [0, 1, 1, 0]
    assert third["reservations"][0][1] - second["reservations"][0][1] == 120
    assert len({w["version"] for w in (first, second, third, fourth)}) == 4


@pytest.mark.parametrize("rows", [1, 3])
def test_as_many_statements_for_one_row_as_for_three(world: World, rows, django_assert_num_queries):
    with world.as_("hana"):
        for n in range(rows):
            book("CONFOCAL", 2 + n)
        week()
        with django_assert_num_queries(3):
            week()
        site, _ = calendar.site_of("JB")
        with django_assert_num_queries(1):
            calendar.events(site=site, window=WEEK)


def test_long_bookings_that_began_before_the_window_are_there(world: World):
    from squaremile.booking.models import Reservation, ReservationDetail

    with world.as_("operator"):
        site, _ = calendar.site_of("JB")
        equipment = booking.catalogue.Equipment.objects.get(code="CHILLER")
        span = Period(MONDAY - timedelta(days=20), MONDAY + timedelta(days=20))
        block = Reservation.objects.create(
            code="RS-LONG",
            equipment=equipment,
            kind="maintenance",
            period=span,
            claimed=span,
            state="confirmed",
            created_at=MONDAY,
        )
        ReservationDetail.objects.create(reservation=block, work_type="repair")
        assert [e.look for e in calendar.events(site=site, window=WEEK)] == ["maintenance"]
        assert len(week()["reservations"]) == 1


def test_an_unknown_site_is_missing(world: World):
    with world.as_("hana"), pytest.raises(Missing):
        calendar.week_json(site="NOWHERE", start=date(2027, 3, 1))
