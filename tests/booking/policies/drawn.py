"""Drawn rules, hours and spans, around the days on which clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from squaremile.booking.policies.slots import Hours, Rules
from squaremile.kernel.period import Period

SEOUL, NEW_YORK = ZoneInfo("Asia/Seoul"), ZoneInfo("America/New_York")
ZONES = st.sampled_from([SEOUL, NEW_YORK])
SPRING, AUTUMN = datetime(2027, 3, 14, tzinfo=UTC), datetime(2027, 11, 7, tzinfo=UTC)
"""New York leaves out 02:00–03:00 on the first and has 01:00–02:00 twice on the second."""
STEPS = (1, 5, 10, 15, 20, 30, 60, 120)


@st.composite
def moments(draw, around: int = 4):
    """To the second, within some days of a change of clocks."""
    day = draw(st.sampled_from([SPRING, AUTUMN]))
    return day + timedelta(seconds=draw(st.integers(-around * 86_400, around * 86_400)))


@st.composite
def periods(draw, longest: int = 2_880):
    start = draw(moments()).replace(second=0)
    return Period(start, start + timedelta(minutes=draw(st.integers(1, longest))))


@st.composite
def rules(draw):
    least = draw(st.integers(1, 300))
    return Rules(
        step_minutes=draw(st.sampled_from(STEPS)),
        min_minutes=least,
        max_minutes=draw(st.one_of(st.just(0), st.integers(least, 3_000))),
        lead_minutes=draw(st.integers(0, 2_000)),
        horizon_days=draw(st.integers(1, 20)),
        buffer_before_minutes=draw(st.integers(0, 90)),
        buffer_after_minutes=draw(st.integers(0, 90)),
        cancel_free_minutes=draw(st.integers(0, 3_000)),
        needs_approval=draw(st.booleans()),
        offers_assistance=draw(st.booleans()),
        early_start_minutes=draw(st.integers(0, 60)),
    )


@st.composite
def hours(draw):
    """Up to two spans a weekday, some of them in the hour that clocks leave out or repeat."""
    found = []
    for day in range(7):
        edges = sorted(
            draw(st.sets(st.sampled_from([0, 60, 90, 120, 150, 180, 540, 720, 1200, 1410, 1440]), max_size=4))
        )
        found += [Hours(day, a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    return found


@st.composite
def busy(draw):
    """Claims that never overlap, as the database keeps them."""
    cursor, found = draw(moments()).replace(second=0), []
    for _ in range(draw(st.integers(0, 6))):
        start = cursor + timedelta(minutes=draw(st.integers(0, 600)))
        cursor = start + timedelta(minutes=draw(st.integers(1, 600)))
        found.append(Period(start, cursor))
    return found
