"""Seat-days, months and caps: parts add up to the whole, over leap years and clock changes alike."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.residency.policies import head_count
from squaremile.residency.policies.head_count import Spell, Step

DAY = timedelta(days=1)
days = st.dates(date(2027, 12, 1), date(2028, 6, 30))
"""Over a new year and a 29 February."""
lengths = st.integers(1, 120)


@st.composite
def spells(draw, person=st.sampled_from("abc")):
    first = draw(days)
    return Spell(draw(person), first, draw(st.none() | lengths.map(lambda n: first + n * DAY)))


def test_the_month_of_a_leap_year_has_29_days():
    (month,) = head_count.by_month([Spell("a", date(2028, 2, 15), date(2028, 3, 1))], date(2028, 2, 1), date(2028, 3, 1))
    assert (month.days, month.seat_days, str(month.seats)) == (29, 15, "15/29")
    assert month.arithmetic.en == "15 seat-days ÷ 29 days = 0.52 seats"


def test_a_day_is_the_day_of_the_site():
    moment = datetime(2027, 3, 1, 16, 0, tzinfo=UTC)
    assert head_count.civil_date(moment, ZoneInfo("Asia/Seoul")) == date(2027, 3, 2)
    with pytest.raises(ValueError):
        head_count.civil_date(datetime(2027, 3, 1), ZoneInfo("UTC"))


def test_the_month_of_a_clock_change_has_whole_days():
    """New York, March 2027: the 14th has 23 hours and is one day."""
    zone = ZoneInfo("America/New_York")
    first = head_count.civil_date(datetime(2027, 3, 14, 6, tzinfo=UTC), zone)
    gone = head_count.civil_date(datetime(2027, 3, 15, 5, tzinfo=UTC), zone)
    assert Spell("a", first, gone).days(date(2027, 3, 1), date(2027, 4, 1)) == 1


def test_steps_are_the_days_on_which_the_count_changes():
    found = head_count.steps(
        [Spell("a", date(2027, 1, 1)), Spell("b", date(2027, 1, 10), date(2027, 1, 20)),
         Spell("c", date(2027, 1, 20), date(2027, 1, 25))], date(2027, 1, 1), date(2027, 2, 1),
    )  # fmt: skip
    assert found == [Step(date(2027, 1, 1), 1), Step(date(2027, 1, 10), 2), Step(date(2027, 1, 25), 1)]


def test_a_spell_holds_a_day():
    with pytest.raises(ValueError):
        Spell("a", date(2027, 1, 1), date(2027, 1, 1))


@given(spells(), st.integers(1, 119))
def test_a_stay_cut_in_two_counts_the_same(spell, cut):
    at = spell.first + cut * DAY
    if spell.gone is not None and at >= spell.gone:
        return
    parts = [Spell(spell.person, spell.first, at), Spell(spell.person, at, spell.gone)]
    frame = (date(2027, 10, 1), date(2028, 12, 15))
    assert head_count.by_month(parts, *frame) == head_count.by_month([spell], *frame)


@given(st.lists(spells(), max_size=6), days, lengths)
def test_months_add_up_to_the_days_on_which_people_were_there(listed, start, length):
    end = start + length * DAY
    whole = sum(head_count.heads(listed, start + n * DAY) for n in range((end - start).days))
    assert sum(m.seat_days for m in head_count.by_month(listed, start, end)) == whole


@given(st.lists(spells(), max_size=6), days, st.integers(1, 60))
def test_steps_tell_the_head_count_of_every_day(listed, start, length):
    found = head_count.steps(listed, start, start + length * DAY)
    for n in range(length):
        day = start + n * DAY
        assert [s for s in found if s.day <= day][-1].count == head_count.heads(listed, day)


@given(st.lists(spells(), max_size=6))
def test_every_step_tells_all_that_is_known(listed):
    found = head_count.every_step(listed)
    for spell in listed:
        for day in (spell.first - DAY, spell.first, spell.gone or spell.first + 999 * DAY, (spell.gone or spell.first + DAY) - DAY):
            assert next((s.count for s in reversed(found) if s.day <= day), 0) == head_count.heads(listed, day)
    assert all(a.day < b.day and a.count != b.count for a, b in pairwise(found))


def test_the_cap_holds_on_the_fullest_day_to_come():
    there = [Spell("a", date(2027, 1, 1)), Spell("b", date(2027, 6, 1))]
    fit = head_count.room_for(there, Spell("c", date(2027, 3, 1)), 2)
    assert (fit.fits, fit.day, fit.heads) == (False, date(2027, 6, 1), 2)
    assert fit.arithmetic.en == "2027-06-01: 2 now + 1 = 3 > 2 licensed"
    assert head_count.room_for(there, Spell("c", date(2027, 3, 1), date(2027, 6, 1)), 2).fits


def test_a_leaver_frees_her_seat_on_the_day_after_her_last():
    leaver = [Spell("a", date(2027, 1, 1), date(2027, 3, 1))]
    assert head_count.room_for(leaver, Spell("b", date(2027, 3, 1)), 1).fits
    assert not head_count.room_for(leaver, Spell("b", date(2027, 2, 28)), 1).fits


@given(st.lists(spells(), max_size=6), spells(person=st.just("new")), st.integers(0, 4))
def test_fitting_means_no_day_over_the_cap(listed, new, cap):
    fit = head_count.room_for(listed, new, cap)
    last = (new.gone or max([new.first, *(s.first for s in listed)]) + DAY) - DAY
    fullest = max(
        head_count.heads([*listed, new], new.first + n * DAY) for n in range((last - new.first).days + 1)
    )
    assert fit.fits == (fullest <= cap)
