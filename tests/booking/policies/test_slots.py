"""Slots: opening hours through a change of clocks, and gaps that can always be booked."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from squaremile.booking.policies import slots
from squaremile.booking.policies.slots import Hours, Rules
from squaremile.kernel.period import Period, civil_day
from tests.booking.policies.drawn import NEW_YORK, SEOUL, ZONES, busy, hours, moments, periods, rules

ALWAYS = [Hours(day, 0, 1440) for day in range(7)]


class TestOpenSpans:
    @pytest.mark.parametrize(
        ("day", "zone", "length"),
        [(date(2027, 3, 14), NEW_YORK, 23), (date(2027, 11, 7), NEW_YORK, 25), (date(2027, 3, 14), SEOUL, 24)],
    )
    def test_a_day_open_throughout_is_as_long_as_the_day(self, day, zone, length):
        whole = civil_day(day, zone)
        assert slots.open_spans(whole, ALWAYS, zone) == [whole]
        assert whole.duration == timedelta(hours=length)

    def test_nine_to_five_stays_nine_to_five(self):
        opened = slots.open_spans(
            Period(datetime(2027, 3, 13, 5, tzinfo=UTC), datetime(2027, 3, 15, 4, tzinfo=UTC)),
            [Hours(day, 540, 1020) for day in range(7)],
            NEW_YORK,
        )
        assert [(s.start.astimezone(NEW_YORK).hour, s.duration) for s in opened] == [(9, timedelta(hours=8))] * 2
        assert opened[1].start - opened[0].start == timedelta(hours=23)

    def test_hours_within_the_left_out_hour_are_no_time(self):
        day = civil_day(date(2027, 3, 14), NEW_YORK)
        assert slots.open_spans(day, [Hours(6, 150, 180)], NEW_YORK) == []

    def test_evening_and_morning_join_at_midnight(self):
        window = Period(datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 3, 3, tzinfo=UTC))
        opened = slots.open_spans(window, [Hours(0, 1200, 1440), Hours(1, 0, 240)], SEOUL)
        assert opened == [Period(datetime(2027, 3, 1, 11, tzinfo=UTC), datetime(2027, 3, 1, 19, tzinfo=UTC))]

    @given(periods(longest=14_400), hours(), ZONES)
    def test_spans_are_in_order_apart_and_inside_the_window(self, window, opening, zone):
        found = slots.open_spans(window, opening, zone)
        assert all(window.covers(span) for span in found)
        assert all(a.end < b.start for a, b in pairwise(found))

    @given(moments(), hours(), ZONES)
    def test_a_moment_is_open_exactly_when_its_clock_says_so(self, moment, opening, zone):
        local = moment.astimezone(zone)
        minute = local.hour * 60 + local.minute
        # In the repeated hour one clock time is two moments; hours that begin or end in it are read as the first.
        assume(not (local.date() in (date(2027, 3, 14), date(2027, 11, 7)) and local.hour < 4))
        said = any(h.weekday == local.weekday() and h.opens <= minute < h.closes for h in opening)
        window = Period(moment - timedelta(days=1), moment + timedelta(days=1))
        assert any(span.contains(moment) for span in slots.open_spans(window, opening, zone)) == said


class TestGaps:
    @given(busy(), rules(), hours(), moments(), ZONES)
    def test_the_shortest_booking_in_a_gap_can_be_made(self, taken, rule, opening, now, zone):
        for gap in slots.next_gaps(taken, rule, opening, now=now, zone=zone):
            assert gap.minutes >= rule.min_minutes
            length = -(-rule.min_minutes // rule.step_minutes) * rule.step_minutes
            asked = Period(gap.start, min(gap.end, gap.start + timedelta(minutes=length)))
            found = {b.code for b in slots.breaches(asked, rule, opening, now=now, zone=zone)}
            # A rule whose longest booking is shorter than one step can never be kept; and a step of hours is a step
            # of the civil clock: the day on which clocks change has one that is shorter or longer.
            possible = not rule.max_minutes or rule.max_minutes >= length
            odd = rule.step_minutes > 60 or (rule.step_minutes == 60 and asked.minutes % 60)
            assert found <= (set() if possible else {"booking.too_long"}) | ({"booking.off_step"} if odd else set())

    @given(busy(), rules(), hours(), moments(), ZONES)
    def test_a_gap_with_its_buffers_touches_nothing(self, taken, rule, opening, now, zone):
        for gap in slots.next_gaps(taken, rule, opening, now=now, zone=zone):
            claim = slots.claim(gap, rule)
            assert not any(claim.overlaps(span) for span in taken)

    @given(busy(), rules(), hours(), moments(), ZONES, st.integers(1, 5))
    def test_gaps_are_in_order_and_no_more_than_asked(self, taken, rule, opening, now, zone, most):
        found = slots.next_gaps(taken, rule, opening, now=now, zone=zone, most=most)
        assert len(found) <= most
        assert all(a.end <= b.start for a, b in pairwise(found))
        bound = Period(now + timedelta(minutes=rule.lead_minutes), now + timedelta(days=max(rule.horizon_days, 2)))
        assert all(bound.covers(gap) for gap in found)

    @given(busy(), rules(), hours(), moments(), moments(), ZONES, st.integers(1, 600))
    def test_a_fit_can_be_booked_as_it_is(self, taken, rule, opening, now, after, zone, minutes):
        for fit in slots.next_fits(taken, rule, opening, minutes=minutes, after=after, now=now, zone=zone):
            assert fit.minutes == minutes
            assert fit.start >= after
            assert not any(slots.breaches(fit, rule, opening, now=now, zone=zone))
            assert not any(slots.claim(fit, rule).overlaps(span) for span in taken)

    def test_the_repeated_hour_is_not_lost_and_not_entered_twice(self):
        now = datetime(2027, 11, 7, 5, 20, tzinfo=UTC)  # 01:20 in New York, for the first time
        taken = [Period(now, now + timedelta(hours=1))]  # until 01:20, for the second time
        (gap, *_) = slots.next_gaps(taken, Rules(step_minutes=30), ALWAYS, now=now, zone=NEW_YORK)
        assert gap.start == datetime(2027, 11, 7, 6, 30, tzinfo=UTC)

    def test_a_full_instrument_has_none(self):
        now = datetime(2027, 3, 1, tzinfo=UTC)
        taken = [Period(now - timedelta(days=1), now + timedelta(days=100))]
        assert slots.next_gaps(taken, Rules(), ALWAYS, now=now, zone=SEOUL) == []


class TestBreaches:
    NOW = datetime(2027, 3, 1, tzinfo=UTC)

    def codes(self, period, rule=None, opening=ALWAYS, zone=SEOUL):
        return [b.code for b in slots.breaches(period, rule or Rules(), opening, now=self.NOW, zone=zone)]

    def asked(self, start, minutes):
        begins = self.NOW + timedelta(minutes=start)
        return Period(begins, begins + timedelta(minutes=minutes))

    def test_nothing_speaks_against_a_sound_one(self):
        assert self.codes(self.asked(0, 60)) == []

    def test_each_rule_has_its_code(self):
        strict = Rules(lead_minutes=60, horizon_days=1, min_minutes=30, max_minutes=60, step_minutes=30)
        assert self.codes(self.asked(-30, 60), strict) == ["booking.in_past"]
        assert self.codes(self.asked(30, 60), strict) == ["booking.too_soon"]
        assert self.codes(self.asked(1410, 60), strict) == ["booking.too_far"]
        assert self.codes(self.asked(60, 15), strict) == ["booking.off_step", "booking.too_short"]
        assert self.codes(self.asked(60, 90), strict) == ["booking.too_long"]
        assert self.codes(self.asked(60, 60), strict, []) == ["booking.outside_hours"]

    def test_zero_is_no_longest(self):
        assert self.codes(self.asked(0, 10_000 - 10_000 % 15), replace(Rules(), max_minutes=0)) == []

    @given(periods(), rules())
    def test_the_claim_covers_the_booking(self, period, rule):
        claim = slots.claim(period, rule)
        assert claim.covers(period)
        assert claim.minutes == period.minutes + rule.buffer_before_minutes + rule.buffer_after_minutes
