"""Rank intervals hold the true rank as often as they say, and are narrow where the data are plain."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.atlas.measures.matrices.table import Matrix
from squaremile.atlas.measures.peers.ranks import percentiles, ranks
from squaremile.atlas.measures.refusing import Unmeasurable


def table(values):
    values = np.asarray(values, dtype=float)
    return Matrix(tuple(f"r{i:03}" for i in range(len(values))), tuple(f"k{j}" for j in range(values.shape[1])), values)


@pytest.mark.parametrize(("regions", "kinds", "scale", "concentration"), [(12, 3, 30, 50.0), (20, 4, 300, 20.0), (25, 2, 8, None)])
def test_intervals_hold_the_true_rank_in_nine_tables_of_ten(regions, kinds, scale, concentration):
    """Truth: rates and weights drawn; seen: Poisson counts. Coverage over regions and tables, at 90 %."""
    draw = np.random.default_rng(20261126)
    held = seen = width = 0
    for seed in range(60):
        rates = draw.gamma(2.0, scale / 2, (regions, kinds)) + 0.5
        weights = draw.dirichlet(np.full(kinds, concentration / kinds)) if concentration else np.full(kinds, 1 / kinds)
        truth = (100 * rates / rates.mean(axis=0)) @ weights
        rank = 1 + (truth[None, :] > truth[:, None]).sum(axis=1)
        found = ranks(table(draw.poisson(rates)), concentration=concentration, draws=300, seed=seed)
        of = [int(name[1:]) for name in found.region]
        held += ((found.low <= rank[of]) & (rank[of] <= found.high)).sum()
        width += (found.high - found.low + 1).sum()
        seen += regions
    assert held / seen >= 0.9
    # Not by saying that anything is possible.
    assert width / seen < 0.9 * regions


def test_plain_data_settle_the_rank():
    found = ranks(table([[100_000], [10_000], [1_000], [10]]), draws=500)
    assert found.low.tolist() == found.high.tolist() == found.rank.tolist() == [1, 2, 3, 4]
    assert found.sentence("r000").en == "r000 ranks 1 of 4 (90%)."
    assert found.percentile.tolist() == [100.0, 100 * 2 / 3, 100 / 3, 0.0]


def test_what_the_data_do_not_settle_is_not_claimed():
    found = ranks(table([[12], [11], [10], [900]]), draws=500)
    at = found.region.index("r000")
    assert (found.rank[at], found.low[at], found.high[at]) == (2, 2, 4)
    assert found.sentence("r000").en == "r000 ranks between 2 and 4 of 4 (90%); by score alone 2, which the data do not settle."
    assert "순위를 단정할 수 없습니다" in found.sentence("r000").ko


def test_a_zero_is_not_certain_to_stay_zero():
    """A bootstrap never moves a zero, the posterior does: 0 and 1 are not settled."""
    found = ranks(table([[0], [1], [500]]), draws=500)
    assert [(int(a), int(b)) for a, b in zip(found.low, found.high, strict=True)] == [(1, 1), (2, 3), (2, 3)]


def test_doubtful_weights_widen_and_certain_ones_do_not():
    values = [[1000, 20], [10, 1000], [500, 500]]
    sure = ranks(table(values), concentration=None, noise="none", draws=200)
    assert (sure.high - sure.low).tolist() == [0, 0, 0]
    doubtful = ranks(table(values), concentration=5.0, noise="none", draws=400)
    assert (doubtful.high - doubtful.low).sum() > 0


def test_the_score_is_the_weighted_index_of_rates():
    values, sizes = np.array([[10.0, 4.0], [30.0, 2.0], [20.0, 6.0]]), {"r000": 2.0, "r001": 3.0, "r002": 10.0}
    found = ranks(table(values), sizes=sizes, weights={"k0": 3.0, "k1": 1.0}, draws=100)
    rates = values / np.array([[2.0], [3.0], [10.0]])
    wanted = (100 * rates / rates.mean(axis=0)) @ [0.75, 0.25]
    assert dict(zip(found.region, found.score, strict=True)) == pytest.approx(dict(zip(("r000", "r001", "r002"), wanted, strict=True)))
    assert found.weights.tolist() == [0.75, 0.25]


def test_same_seed_same_answer_another_seed_another_draw():
    values = np.random.default_rng(1).poisson(20, (15, 3))
    one, same, other = (ranks(table(values), seed=s, draws=200).as_dict() for s in (4, 4, 5))
    assert one == same
    assert other | {"seed": 4, "low": one["low"], "high": one["high"]} == one


@given(st.lists(st.integers(0, 5), min_size=2, max_size=12))
def test_percentiles_against_counting(values):
    for value, said in zip(values, percentiles(np.array(values, dtype=float)), strict=True):
        others = list(values)
        others.remove(value)
        assert said == pytest.approx(100 * sum(1.0 if o < value else 0.5 if o == value else 0.0 for o in others) / len(others))


@given(st.integers(2, 10), st.integers(0, 2**32 - 1))
def test_order_of_rows_does_not_matter(n, seed):
    """Without noise and with certain weights nothing is drawn: a permutation permutes the answer."""
    draw = np.random.default_rng(seed)
    values = draw.poisson(5, (n, 2)) + 1.0
    found = ranks(table(values), noise="none", concentration=None, draws=100)
    turned = draw.permutation(n)
    names = tuple(f"r{i:03}" for i in turned)
    again = ranks(Matrix(names, ("k0", "k1"), values[turned]), noise="none", concentration=None, draws=100)
    assert dict(zip(found.region, found.rank.tolist(), strict=True)) == dict(zip(again.region, again.rank.tolist(), strict=True))
    assert (found.low <= found.rank).all() and (found.rank <= found.high).all()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"noise": "loud"}, "noise is one of"),
        ({"level": 1.0}, "between 0 and 1"),
        ({"draws": 10}, "between 100"),
        ({"concentration": 0.0}, "concentration is above 0"),
        ({"weights": {"k9": 1.0}}, "no indicator “k9”"),
        ({"weights": {"k0": 1.0}}, "“k1” has no weight"),
        ({"weights": {"k0": 1.0, "k1": -1.0}}, "“k1” has no weight"),
        ({"sizes": {"r000": 1.0}}, "“r001” has no size"),
        ({"draws": 1_000_000}, None),
    ],
)
def test_refusals(more, said):
    values = [[1, 2], [3, 4]] if said else np.ones((50, 2))
    with pytest.raises(Unmeasurable, match=said or "too many") as refused:
        ranks(table(values), **more)
    assert refused.value.text.ko != refused.value.text.en


def test_one_region_and_values_that_are_no_counts():
    with pytest.raises(Unmeasurable, match="two regions"):
        ranks(table([[1.0]]))
    with pytest.raises(Unmeasurable, match="no whole numbers"):
        ranks(table([[1.5], [2.0]]))
    assert ranks(table([[1.5], [2.0]]), noise="none").rank.tolist() == [1, 2]
