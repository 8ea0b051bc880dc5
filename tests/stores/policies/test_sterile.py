"""Which cycles a positive test calls back, against the rule said plainly; readings and due days."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.stores.policies import sterile

BEGIN = datetime(2027, 3, 1, tzinfo=UTC)


def made(verdicts):
    return [sterile.Ran(UUID(int=n), BEGIN + timedelta(hours=n), verdict) for n, verdict in enumerate(verdicts)]


@given(st.lists(st.sampled_from(["", "negative", "positive"]), min_size=1, max_size=9), st.data())
def test_everything_between_two_tests_that_passed(verdicts, data):
    positives = [n for n, each in enumerate(verdicts) if each == "positive"]
    if not positives:
        return
    at = data.draw(st.sampled_from(positives))
    expected = {
        n for n in range(len(verdicts))
        if not any(verdicts[k] == "negative" for k in range(min(n, at), max(n, at) + 1))
    }  # fmt: skip
    ran = made(verdicts)
    shuffled = data.draw(st.permutations(ran))
    assert {each.int for each in sterile.called_back(shuffled, ran[at].cycle)} == expected
    tested = [each for each in verdicts if each]
    assert sterile.suspect(shuffled) == (tested[-1] == "positive")


def test_a_machine_that_was_never_tested_is_not_under_suspicion():
    assert [sterile.suspect(made(v)) for v in ([], [""], ["negative"], ["positive", ""])] == [False, False, False, True]


@pytest.mark.parametrize(("grew", "control", "said"), [
    (False, True, "negative"), (True, True, "positive"), (True, False, "positive"), (False, False, "invalid"),
])
def test_no_growth_counts_only_beside_a_control_that_grew(grew, control, said):
    assert sterile.verdict(grew, control) == said


def test_when_the_next_test_is_due():
    day = date(2027, 3, 1)
    assert sterile.due_on(None, day, None) is None
    assert sterile.due_on(7, day, None) == date(2027, 3, 8)
    assert sterile.due_on(7, day, date(2027, 3, 5)) == date(2027, 3, 12)
