"""Precision at k: examples, and what always holds."""

from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.policies.precision import precision


def test_what_was_not_judged_counts_neither_way():
    judged = [(1, True), (3, False), (9, True), (0, True)]
    assert [(p.fits, p.judged, p.share) for p in (precision(judged, k) for k in (1, 3, 10))] == [
        (1, 1, 1.0), (1, 2, 0.5), (2, 3, 2 / 3)]
    assert precision([], 5).share is None


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans())), st.integers(1, 30))
def test_it_is_a_share_and_deeper_counts_no_less(judged, k):
    near, deep = precision(judged, k), precision(judged, k + 1)
    assert near.fits <= near.judged <= deep.judged
    assert near.share is None or 0 <= near.share <= 1
