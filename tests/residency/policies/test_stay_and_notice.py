"""How long a company may stay, and how suspension is announced."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.residency.policies.notice import GROUNDS, cure_until, may_suspend
from squaremile.residency.policies.stay import StayRule, evaluations, stay, weighed

DAYS = st.dates(date(2020, 1, 1), date(2060, 1, 1))
RULES = st.builds(StayRule, st.integers(1, 60), st.integers(1, 24), st.integers(0, 5))


def test_two_plus_two():
    held = stay(date(2025, 3, 2), 1, StayRule())
    assert (held.until, held.latest, held.left) == (date(2028, 3, 2), date(2029, 3, 2), 1)
    assert held.arithmetic.en == "2025-03-02 + 24 months + 1 × 12 months = 2028-03-02"
    assert evaluations(date(2025, 3, 2), StayRule()) == (date(2026, 12, 2), date(2027, 12, 2))


def test_months_end_with_the_month():
    assert stay(date(2027, 1, 31), 0, StayRule(base_months=1)).until == date(2027, 2, 28)


@pytest.mark.parametrize("extensions", [-1, 3])
def test_no_more_extensions_than_the_rule_knows(extensions):
    with pytest.raises(ValueError, match="the most"):
        stay(date(2025, 3, 2), extensions, StayRule())


@given(DAYS, RULES)
def test_each_extension_reaches_further_and_the_last_is_the_latest(moved_in, rule):
    ends = [stay(moved_in, n, rule) for n in range(rule.most_extensions + 1)]
    assert [s.until for s in ends] == sorted({s.until for s in ends})
    assert ends[-1].until == ends[0].latest
    assert all(day < stay(moved_in, n, rule).until for n, day in enumerate(evaluations(moved_in, rule, lead_months=1)) if rule.base_months > 1)


@pytest.mark.parametrize(("scores", "points"), [([(70, 1)], 70), ([(100, 1), (0, 1)], 50), ([(65, 1), (70, 1)], 68), ([(90, 3), (10, 0)], 90)])
def test_weighed(scores, points):
    assert weighed(scores) == points


@pytest.mark.parametrize("scores", [[], [(101, 1)], [(50, 0)], [(50, -1), (50, 2)]])
def test_what_cannot_be_weighed(scores):
    with pytest.raises(ValueError, match="0 to 100"):
        weighed(scores)


@given(st.sampled_from(sorted(GROUNDS)), DAYS)
def test_nobody_is_suspended_within_the_time_to_cure(ground, noticed):
    cure = cure_until(ground, noticed)
    assert not may_suspend(ground, cure, cure) or GROUNDS[ground].cure_days == 0
    assert may_suspend(ground, cure, cure + timedelta(days=1))
    with pytest.raises(ValueError, match="time until"):
        cure_until(ground, noticed, asked=cure - timedelta(days=1))
    assert cure_until(ground, noticed, asked=cure + timedelta(days=9)) == cure + timedelta(days=9)
