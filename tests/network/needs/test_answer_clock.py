"""The clock of the first answer: examples, and what always holds."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.policies.answer_clock import answer_clock

NOW = datetime(2027, 3, 10, tzinfo=UTC)


def at(days: float, *, waiting: bool = True, promised: int = 5):
    return answer_clock(opened_at=NOW - timedelta(days=days), waiting=waiting, now=NOW, promised_days=promised)


def test_it_turns_amber_then_red():
    assert [at(days).look for days in (0, 2.9, 3, 5, 5.1)] == ["ok", "ok", "warn", "warn", "stop"]


def test_a_draft_and_an_answered_need_have_no_clock():
    assert answer_clock(opened_at=None, waiting=False, now=NOW, promised_days=5).look == "neutral"
    answered = at(40, waiting=False)
    assert (answered.look, answered.due, answered.days) == ("neutral", None, 40)


@given(st.floats(0, 400), st.floats(0, 400), st.integers(0, 90))
def test_waiting_longer_never_looks_better(one, other, promised):
    rank = ("ok", "warn", "stop").index
    early, late = sorted((one, other))
    assert rank(at(early, promised=promised).look) <= rank(at(late, promised=promised).look)
    assert at(late, promised=promised).days >= at(early, promised=promised).days
