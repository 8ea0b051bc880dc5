"""Verdicts move people, within bounds, and only as far as needs are alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.matching.feedback import Verdict, after_declining, factors, likeness, reranked
from squaremile.network.matching.index import FoundPerson
from squaremile.network.matching.question import ask

from .collection import PLAIN

RANKING = (FoundPerson("A", 1.0, ()), FoundPerson("B", 0.9, ()), FoundPerson("C", 0.9, ()))
VERDICTS = st.lists(st.builds(Verdict, st.sampled_from("ABC"), st.booleans(), st.floats(0, 1)), max_size=30)


@given(VERDICTS)
def test_factors_lie_between_none_and_twice(verdicts):
    assert all(0 < factor < 2 for factor in factors(verdicts).values())


@given(VERDICTS, st.floats(0.01, 1))
def test_one_more_help_never_lowers_and_one_more_failure_never_raises(verdicts, alike):
    before = factors([*verdicts, Verdict("A", True, 0.0)])["A"]
    assert factors([*verdicts, Verdict("A", True, alike)])["A"] >= before - 1e-12
    assert factors([*verdicts, Verdict("A", False, alike)])["A"] <= before + 1e-12


def test_helpers_rise_and_ties_keep_their_order():
    assert [p.person for p in reranked(RANKING, [Verdict("C", True)])] == ["C", "A", "B"]
    assert [p.person for p in reranked(RANKING, [Verdict("A", False)])] == ["B", "C", "A"]
    assert reranked(RANKING, []) == RANKING


def test_the_next_best_follows_who_declined():
    assert [p.person for p in after_declining(RANKING, ["A"])] == ["B", "C"]


def test_needs_are_alike_by_their_words():
    need = ask("kimchi fermentation", PLAIN)
    assert likeness(need, need) == 1.0
    assert likeness(need, ask("solar cell", PLAIN)) == 0.0


@pytest.mark.parametrize("alike", [-0.1, 1.1])
def test_likeness_has_its_range(alike):
    with pytest.raises(ValueError, match="0 to 1"):
        Verdict("A", True, alike)
