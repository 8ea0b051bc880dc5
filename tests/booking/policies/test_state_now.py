"""What an instrument is doing, how much it was used, and times in words."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from squaremile.booking.policies import cancellation, when
from squaremile.booking.policies.slots import Hours
from squaremile.booking.policies.state_now import Taken, state_now
from squaremile.booking.policies.utilisation import utilisation
from squaremile.booking.words import NOW as NOW_WORDS
from squaremile.kernel.period import Period
from tests.booking.policies.drawn import NEW_YORK, SEOUL, ZONES, busy, hours, moments, periods

NOW = datetime(2027, 3, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
ALWAYS = [Hours(day, 0, 1440) for day in range(7)]


def span(start, end, kind="booking", state="confirmed", buffer=0):
    period = Period(NOW + start * HOUR, NOW + end * HOUR)
    return Taken(period, period.padded(timedelta(0), timedelta(minutes=buffer)), kind, state)


def doing(*taken, opening=ALWAYS, **more):
    given_ = {"service": "in_service", "unusable": False, "expected_back": None, **more}
    found = state_now(**given_, taken=taken, hours=opening, zone=SEOUL, now=NOW)
    return found.state, found.until and (found.until - NOW) / HOUR


@pytest.mark.parametrize(
    ("taken", "more", "found"),
    [
        ([], {}, ("free", None)),
        ([span(2, 3)], {}, ("free", 2)),
        ([span(-1, 1, state="in_use")], {}, ("in_use", 1)),
        ([span(-2, -1, state="in_use")], {}, ("overrun", None)),
        ([span(-1, 1)], {}, ("booked", 1)),
        ([span(-1, 0, buffer=30)], {}, ("booked", 0.5)),
        ([span(-1, 4, kind="maintenance")], {}, ("maintenance", 4)),
        ([span(-1, 1, state="in_use")], {"unusable": True}, ("fault", None)),
        ([], {"unusable": True, "expected_back": NOW + 5 * HOUR}, ("fault", 5)),
        ([], {"unusable": True, "expected_back": NOW - HOUR}, ("fault", None)),
        ([], {"service": "out_of_service", "unusable": True}, ("out_of_service", None)),
        ([], {"opening": [Hours(0, 660, 720)]}, ("closed", 1)),
        ([], {"opening": []}, ("closed", None)),
        ([], {"opening": [Hours(0, 540, 720)]}, ("free", 2)),
        ([span(1, 2)], {"opening": [Hours(0, 540, 720)]}, ("free", 1)),
    ],
)
def test_state_now(taken, more, found):
    assert doing(*taken, **more) == found


@given(busy(), hours(), moments(), ZONES)
def test_free_means_open_and_untaken_until_then(taken, opening, now, zone):
    spans = [Taken(p, p, "booking", "confirmed") for p in taken]
    found = state_now(
        service="in_service", unusable=False, expected_back=None, taken=spans, hours=opening, zone=zone, now=now
    )
    assert found.state in NOW_WORDS
    assert found.until is None or found.until > now
    if found.state == "free" and found.until:
        assert not any(p.overlaps(Period(now, found.until)) for p in taken)
    if found.state == "booked":
        assert any(p.contains(now) for p in taken)


@given(busy(), hours(), periods(longest=20_000), ZONES)
def test_utilisation_stays_within_its_base(taken, opening, window, zone):
    spans = [Taken(p, p, "maintenance" if n % 3 == 0 else "booking", "done") for n, p in enumerate(taken)]
    used = utilisation(spans, opening, window=window, zone=zone)
    assert 0 <= used.booked_minutes <= used.base_minutes <= used.open_minutes <= window.minutes
    assert (used.percent is None) == (used.base_minutes == 0)
    assert used.percent is None or 0 <= used.percent <= 100


def test_utilisation_counts_open_hours_alone():
    day = Period(datetime(2027, 2, 28, 15, tzinfo=UTC), datetime(2027, 3, 1, 15, tzinfo=UTC))
    used = utilisation([span(-3, 1), span(2, 4, kind="maintenance")], [Hours(0, 540, 1080)], window=day, zone=SEOUL)
    assert (used.open_minutes, used.maintenance_minutes, used.booked_minutes, used.base_minutes, used.percent) == (
        540,
        120,
        120,
        420,
        29,
    )


@pytest.mark.parametrize(
    ("start", "hours_long", "zone", "ko", "en"),
    [
        (datetime(2027, 3, 1, 1, tzinfo=UTC), 1, SEOUL, "2027년 3월 1일(월) 10:00–11:00", "Mon 1 Mar 2027 10:00–11:00"),
        (
            datetime(2027, 3, 1, 13, tzinfo=UTC),
            2,
            SEOUL,
            "2027년 3월 1일(월) 22:00–24:00",
            "Mon 1 Mar 2027 22:00–24:00",
        ),
        (
            datetime(2027, 3, 1, 13, tzinfo=UTC),
            3,
            SEOUL,
            "2027년 3월 1일(월) 22:00–2027년 3월 2일(화) 01:00",
            "Mon 1 Mar 2027 22:00–Tue 2 Mar 2027 01:00",
        ),
        (
            datetime(2027, 3, 14, 6, tzinfo=UTC),
            2,
            NEW_YORK,
            "2027년 3월 14일(일) 01:00–04:00",
            "Sun 14 Mar 2027 01:00–04:00",
        ),
    ],
)
def test_times_in_words(start, hours_long, zone, ko, en):
    said = when.span(Period(start, start + hours_long * HOUR), zone)
    assert (said.ko, said.en) == (ko, en)


def test_a_free_cancellation_ends_at_its_clock_time():
    period = Period(NOW, NOW + HOUR)
    deadline = cancellation.free_until(period, 120)
    assert deadline == NOW - 2 * HOUR
    assert (cancellation.is_late(period, 120, deadline), cancellation.is_late(period, 120, deadline + HOUR)) == (
        False,
        True,
    )
