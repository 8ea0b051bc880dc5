"""What a region would be with more in it: measured again from the changed table, by another way too."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.atlas.measures.matrices.complexity import complexity
from squaremile.atlas.measures.matrices.table import matrix_from_rows
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.policies.gaining import MOST, gain

NESTED = ["abcdefgh", "abcdeg", "abcdf", "abch", "abd", "ac", "bf"]


def table(held: list[str]):
    pairs = [(f"r{n}", activity) for n, each in enumerate(held) for activity in each]
    return complexity(matrix_from_rows([r for r, _ in pairs], [a for _, a in pairs], [1.0] * len(pairs)), given=True)


def test_it_is_the_table_with_them_in_it():
    """Computed anew by hand from the definitions: proximity, density, and the table built with them from the start."""
    found = gain(table(NESTED), "r5", ["b", "d"])
    whole = table([*NESTED[:5], "acbd", NESTED[6]])
    at = whole.matrix.region("r5")
    assert found.eci.then == pytest.approx(whole.order.eci[at], abs=1e-9)
    assert (found.diversity.now, found.diversity.then) == (2, 4)
    assert found.rank.then == 1 + sum(each > whole.order.eci[at] for each in whole.order.eci)
    held = np.array([[float(a in each) for a in "abcdefgh"] for each in [*NESTED[:5], "acbd", NESTED[6]]])
    together, many = held.T @ held, held.sum(axis=0)
    phi = together / np.maximum.outer(many, many)
    for one in found.next:
        c = "abcdefgh".index(one.activity)
        assert one.density.then == pytest.approx(float(held[5] @ phi[c] / phi[c].sum()), abs=1e-12)
        assert one.density.change > 0 and held[5, c] == 0
    rises = [one.density.change for one in found.next]
    assert rises == sorted(rises, reverse=True) and found.next


def test_now_is_what_is_measured_now():
    before = table(NESTED)
    at, found = before.matrix.region("r6"), gain(table(NESTED), "r6", ["a"])
    assert (found.eci.now, found.outlook.now) == (float(before.order.eci[at]), float(before.ahead[at]))
    assert found.density == (float(before.near[at, before.matrix.activities.index("a")]),)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from("bdefgh"), min_size=1), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_matters(wanted: set[str], draw):
    first = sorted(wanted)
    second = [*first, first[0]]
    draw.shuffle(second)
    one, other = (gain(table(NESTED), "r5", each) for each in (first, second))
    assert (one.eci, one.rank, one.outlook, one.next) == (other.eci, other.rank, other.outlook, other.next)


@pytest.mark.parametrize(
    ("region", "wanted"), [("r5", []), ("r5", ["a"]), ("r5", ["z"]), ("nowhere", ["b"]), ("r5", [f"x{n}" for n in range(MOST + 1)])]
)
def test_refusals(region: str, wanted: list[str]):
    with pytest.raises(Unmeasurable):
        gain(table(NESTED), region, wanted)
