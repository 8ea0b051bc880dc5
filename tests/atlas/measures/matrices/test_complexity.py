"""Complexity: the published table, the mathematics by another way, and what must always hold."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from squaremile.atlas.measures.matrices.complexity import complexity, long_of_years
from squaremile.atlas.measures.matrices.fitness import fitness
from squaremile.atlas.measures.matrices.opportunities import opportunities
from squaremile.atlas.measures.matrices.outlook import opportunity_gain
from squaremile.atlas.measures.matrices.presence import advantage, presence
from squaremile.atlas.measures.matrices.ranking import ranking
from squaremile.atlas.measures.matrices.relatedness import density, proximity, related
from squaremile.atlas.measures.matrices.sifting import Sieve
from squaremile.atlas.measures.matrices.stability import stability
from squaremile.atlas.measures.refusing import Unmeasurable
from tests.atlas.measures.matrices import tables

NESTED = np.tril(np.ones((6, 6)))


@pytest.fixture(scope="module")
def folder(published):
    return published.folder("world-trade-complexity")


@pytest.fixture(scope="module")
def world(folder):
    return complexity(tables.world_trade(folder))


class TestWorldTrade:
    def test_presence_is_exactly_the_published_one(self, folder, world):
        regions, activities, present = tables.expected_presence(folder)
        assert (list(world.matrix.regions), list(world.matrix.activities)) == (regions, activities)
        assert int(world.present.sum()) == 31_951
        assert np.array_equal(world.present, present)

    def test_proximity_of_products_is_exactly_the_published_one(self, folder, world):
        held = np.load(folder / "expected_proximity_product.npz")
        assert np.array_equal(world.nearness, held["phi"])

    def test_proximity_of_countries_is_exactly_the_published_one(self, folder, world):
        held = np.load(folder / "expected_proximity_country.npz")
        assert np.array_equal(proximity(np.ascontiguousarray(world.present.T)), held["phi"])

    def test_order_is_that_of_the_nonsymmetric_eigenproblem(self, world):
        """The definition itself, solved the slow way: U⁻¹M'D⁻¹M has eigenvalues 1 and the second one."""
        m, d, u = world.present, world.present.sum(axis=1), world.present.sum(axis=0)
        turned = (m / d[:, None]) @ (m / u).T
        values, vectors = np.linalg.eig(turned)
        second = np.argsort(values.real)[-2]
        eci = vectors[:, second].real
        eci = (eci - eci.mean()) / eci.std()
        eci *= np.sign(np.corrcoef(eci, d)[0, 1])
        assert np.abs(eci - world.order.eci).max() < 1e-10
        assert world.order.eigenvalues[1] == pytest.approx(values.real[second], abs=1e-12)

    def test_eci_is_the_mean_pci_of_what_a_country_has(self, world):
        mean = world.present @ world.order.pci / world.present.sum(axis=1)
        assert np.abs(mean - world.order.eci).max() < 1e-12

    def test_fitness_converges_and_says_so(self, world):
        assert world.fit.converged
        assert 100 < world.fit.updates < 200
        twenty = fitness(world.present, 19)
        assert not twenty.converged
        assert twenty.change > 1e-4

    def test_tiny_territories_lead_until_they_are_sifted(self, folder, world):
        first = world.matrix.regions[int(world.order.eci.argmax())]
        assert first == "sgs"
        assert any("26 regions" in w.en for w in world.warnings)
        sifted = complexity(tables.world_trade(folder), sieve=Sieve(min_total=1e6, min_diversity=20))
        assert sifted.matrix.regions[int(sifted.order.eci.argmax())] == "jpn"
        assert {"sgs", "hmd"} <= {d.name for d in sifted.dropped}


class TestByAnotherWay:
    @tables.unhurried
    @given(tables.counts())
    def test_quotients_proximity_and_density_by_loops(self, values):
        rca, total = advantage(values), values.sum()
        m = presence(rca)
        phi, near = proximity(m), density(m, proximity(m))
        regions, activities = values.shape
        for i in range(activities):
            for j in range(activities):
                both = sum(m[r, i] * m[r, j] for r in range(regions))
                top = max(m[:, i].sum(), m[:, j].sum())
                assert phi[i, j] == (both / top if top else 0)
        for r in range(regions):
            for c in range(activities):
                assert rca[r, c] == pytest.approx((values[r, c] / values[r].sum()) / (values[:, c].sum() / total))
                reach = sum(phi[c, k] for k in range(activities))
                held = sum(m[r, k] * phi[c, k] for k in range(activities))
                assert near[r, c] == pytest.approx(held / reach if reach else 0)

    @tables.unhurried
    @given(tables.counts())
    def test_outlook_by_loops(self, values):
        found = measured(values)
        m, phi, pci, near = found.present, found.nearness, found.order.pci, found.near
        gain = opportunity_gain(m, phi, near, pci)
        raw = found.order.raw
        for r in range(len(m)):
            for c in range(m.shape[1]):
                ahead = [k for k in range(m.shape[1]) if m[r, k] == 0]
                cog = sum(phi[k, c] * raw[k] / phi[k].sum() for k in ahead) if m[r, c] == 0 else 0
                book = (
                    sum(phi[c, k] / phi[k].sum() * pci[k] for k in ahead) - near[r, c] * pci[c] if m[r, c] == 0 else 0
                )
                assert found.outlook.cog[r, c] == pytest.approx(cog, abs=1e-9)
                assert gain[r, c] == pytest.approx(book, abs=1e-9)
            assert found.ahead[r] == pytest.approx(sum(near[r, k] * pci[k] for k in ahead), abs=1e-9)
        reached = [sum(near[r, k] * raw[k] for k in range(m.shape[1]) if m[r, k] == 0) for r in range(len(m))]
        if np.std(reached) > 1e-9:
            assert np.allclose(found.outlook.coi, (reached - np.mean(reached)) / np.std(reached), atol=1e-6)

    @tables.unhurried
    @given(st.integers(1, 8), tables.counts())
    def test_fitness_by_loops(self, updates, values):
        m = presence(advantage(values))
        assume(m.any(axis=1).all() and m.any(axis=0).all())
        f, q = [1.0] * m.shape[0], [1.0] * m.shape[1]
        for _ in range(updates):
            new_f = [sum(m[r, c] * q[c] for c in range(len(q))) for r in range(len(f))]
            new_q = [1 / sum(m[r, c] / f[r] for r in range(len(f))) for c in range(len(q))]
            f = [x * len(f) / sum(new_f) for x in new_f]
            q = [x * len(q) / sum(new_q) for x in new_q]
        found = fitness(m, updates)
        assert found.updates == updates
        assert np.allclose(found.fitness, f, rtol=1e-12)
        assert np.allclose(found.complexity, q, rtol=1e-12)

    @tables.unhurried
    @given(tables.counts())
    def test_kinds_of_relatedness(self, values):
        m = presence(advantage(values))
        u = m.sum(axis=0)
        off = m.T @ m - np.diag(u)
        for i in range(len(u)):
            for j in range(len(u)):
                both = float(m[:, i] @ m[:, j])
                assert related(m, "cosine")[i, j] == pytest.approx(both / np.sqrt(u[i] * u[j]))
                assert related(m, "jaccard")[i, j] == pytest.approx(both / (u[i] + u[j] - both))
                assert related(m, "conditional")[i, j] == pytest.approx(both / u[j])
                chance = off[i].sum() * off[j].sum()
                want = off[i, j] * off.sum() / chance if chance and i != j else 0
                assert related(m, "association")[i, j] == pytest.approx(want)


def measured(values, **options):
    """The complexity of a drawn table, or the example is not one."""
    try:
        found = complexity(tables.named(values), updates=5, **options)
    except Unmeasurable:
        assume(False)
    assume(not found.order.undefined and found.order.gap > 1e-6 and found.order.eigenvalues[1] > 1e-6)
    return found


def either(values):
    """The complexity of a drawn table, its order defined or not."""
    try:
        return complexity(tables.named(values), updates=5)
    except Unmeasurable:
        return None


class TestProperties:
    def test_order_of_a_nested_table_follows_diversity(self):
        found = complexity(tables.named(NESTED), given=True)
        assert np.all(np.diff(found.order.eci) > 0)
        assert np.all(np.diff(found.order.pci) > 0)  # what only the diverse have is complex
        assert np.all(np.diff(found.fit.fitness) > 0)

    @tables.unhurried
    @given(tables.counts(3), st.randoms(use_true_random=False))
    def test_relabelling_only_permutes(self, values, dice):
        """Also in tables of blocks or equal eigenvalues, where all that rests on the order is not defined."""
        found = either(values)
        assume(found is not None and not 1e-10 < found.order.gap < 1e-6)
        down, across = list(range(values.shape[0])), list(range(values.shape[1]))
        dice.shuffle(down)
        dice.shuffle(across)
        other = either(values[np.ix_(down, across)])
        close = lambda a, b: np.allclose(a, b, atol=1e-6, equal_nan=True)
        assert (found.order.undefined is None) == (other.order.undefined is None)
        assert found.order.either == other.order.either
        assume(not found.order.either)
        assert close(other.order.eci, found.order.eci[down])
        assert close(other.order.pci, found.order.pci[across])
        assert close(other.outlook.coi, found.outlook.coi[down])
        assert close(other.ahead, found.ahead[down])
        assert close(other.outlook.cog, found.outlook.cog[np.ix_(down, across)])

    @tables.unhurried
    @given(tables.counts(3))
    def test_an_empty_region_changes_nothing(self, values):
        found = measured(values)
        more = measured(np.vstack([values, np.zeros(values.shape[1])]))
        assert np.array_equal(found.order.eci, more.order.eci)
        assert [d.name for d in more.dropped] == [f"r{len(values)}"]

    @tables.unhurried
    @given(tables.counts(), st.integers(2, 1000))
    def test_the_unit_of_the_values_does_not_matter(self, values, factor):
        assert np.array_equal(presence(advantage(values)), presence(advantage(values * factor)))

    @tables.unhurried
    @given(tables.counts())
    def test_density_lies_between_nothing_and_everything(self, values):
        m = presence(advantage(values))
        for own in (True, False):
            near = density(m, proximity(m), own)
            assert (near >= 0).all()
            assert (near <= 1 + 1e-12).all()

    def test_own_activity_counts_unless_left_out(self):
        m = np.array([[1.0, 0.0], [1.0, 1.0]])
        assert density(m, proximity(m))[0].tolist() == [1 / 1.5, 0.5 / 1.5]
        assert density(m, proximity(m), own=False)[0].tolist() == [0, 1]

    def test_exactly_at_the_threshold_is_present(self):
        assert presence(advantage(np.array([[1.0, 2.0, 3.0], [3.0, 6.0, 9.0]]))).all()


class TestLong:
    def test_every_row_stands_beside_its_own_figures(self, world):
        long = world.long()
        for n in (0, 784, 785, 100_000, 226 * 785 - 1):
            r, c = divmod(n, 785)
            assert (long["region"][n], long["activity"][n]) == (world.matrix.regions[r], world.matrix.activities[c])
            assert (long["eci"][n], long["pci"][n]) == (world.order.eci[r], world.order.pci[c])
            assert (long["density"][n], long["cog"][n]) == (world.near[r, c], world.outlook.cog[r, c])

    def test_years_are_the_years_alone_one_below_the_other(self):
        years = {
            2001: complexity(tables.named(NESTED), given=True),
            2003: complexity(tables.named(NESTED[1:]), given=True),
        }
        whole, alone = long_of_years(years), [each.long() for each in years.values()]
        assert whole["year"].tolist() == [2001] * 36 + [2003] * 30
        for name in alone[0]:
            assert np.array_equal(whole[name], np.concatenate([one[name] for one in alone]))


def test_a_notebook_shows_the_first_rows_of_each_table(world):
    shown = world._repr_html_()
    assert len(shown) < 60_000
    assert [shown.count(f"<caption>{name}") for name in ("regions", "activities", "rca", "proximity", "density")] == [
        1
    ] * 5
    assert "(+206)" in shown


class TestTrust:
    BLOCKS = np.kron(np.eye(2), np.array([[9.0, 1.0, 0.0], [1.0, 9.0, 2.0], [0.0, 2.0, 9.0]]))

    def test_warns_of_unconnected_blocks(self):
        found = complexity(tables.named(self.BLOCKS))
        assert found.order.components >= 2
        assert found.order.eigenvalues[1] == pytest.approx(1)
        assert "unconnected blocks" in found.warnings[0].en

    @pytest.mark.parametrize(
        ("values", "says"),
        [
            (BLOCKS, "unconnected blocks"),
            (np.ones((4, 4)) - np.eye(4), "third eigenvalues are equal"),
        ],
    )
    def test_what_is_not_defined_has_no_figure(self, values, says):
        given = set(np.unique(values)) <= {0, 1}
        found = complexity(tables.named(values), given=given)
        assert says in found.warnings[0].en
        held = found.as_dict()
        assert {r[k] for r in held["regions"] for k in ("eci", "coi", "outlook")} == {None}
        assert {r["pci"] for r in held["activities"]} == {None}
        assert {r[k] for r in held["density"] for k in ("cog", "gain")} == {None}
        assert all(r["fitness"] is not None for r in held["regions"])
        with pytest.raises(Unmeasurable, match=says):
            complexity(tables.named(values), given=given, blocks="refuse")
        with pytest.raises(Unmeasurable, match=says):
            opportunities(found, "r0")

    def test_says_where_the_order_might_as_well_be_the_reverse(self):
        found = complexity(tables.named([[1, 0, 1], [0, 1, 1]]), given=True)
        assert found.order.eci.tolist() == pytest.approx([1, -1])
        assert "neither with diversity nor with ubiquity" in found.warnings[0].en

    def test_refuses_unconnected_blocks_when_asked(self):
        with pytest.raises(Unmeasurable, match="unconnected blocks") as refused:
            complexity(tables.named(self.BLOCKS), blocks="refuse")
        assert refused.value.remedy is not None

    @pytest.mark.parametrize("values", [[[1, 2], [2, 4]], [[5, 5, 5]], [[5], [5]]])
    def test_refuses_what_nothing_orders(self, values):
        with pytest.raises(Unmeasurable):
            complexity(tables.named(values))

    def test_warns_where_fitness_does_not_stand_still(self):
        found = complexity(tables.named(NESTED), given=True, updates=3)
        assert any("updated 3 times as asked" in w.en for w in found.warnings)

    def test_says_so_where_fitness_never_stands_still(self):
        """In this table the first region's fitness falls towards 0 as 1/n, for ever."""
        found = complexity(tables.named([[1, 0, 0], [1, 1, 0], [1, 1, 1]]), given=True)
        assert (found.fit.converged, found.fit.updates) == (False, 10_000)
        assert found.fit.fitness[0] < 1e-3
        assert any("still moves" in w.en for w in found.warnings)
        assert found.fit.falling == (0, 1)
        assert found.summary()["fitness"]["falling"] == ["r0", "r1"]
        assert found.says[0].en.startswith("Fitness falls towards 0 without end in 2 of the regions: r0, r1. Their order")
        assert "끝없이 내려가는 지역 2곳" in found.says[0].ko

    def test_a_fall_too_small_to_move_the_figures_is_told_too(self):
        """By thirds at each update: below 1e-12 it counts as standing still, and is as meaningless."""
        found = complexity(tables.named([[1, 0, 0, 0], [1, 1, 0, 0], [1, 1, 1, 1]]), given=True)
        assert found.fit.converged
        assert found.fit.falling == (0, 1)
        stopped = complexity(tables.named([[1, 0, 0, 0], [1, 1, 0, 0], [1, 1, 1, 1]]), given=True, updates=5)
        assert (stopped.fit.falling, stopped.says) == ((), ())

    def test_fitness_that_stands_still_says_nothing(self, world):
        assert (world.fit.falling, world.says) == ((), ())

    def test_bootstrap_is_repeatable_and_holds_the_order(self):
        m = np.tril(np.ones((12, 12)))
        first, again = stability(m, 50, seed=4), stability(m, 50, seed=4)
        assert np.array_equal(first.eci_low, again.eci_low, equal_nan=True)
        point = ranking(m).eci
        assert (first.eci_low[6:] <= point[6:] + 0.5).all()
        assert first.rank_high[-1] <= first.rank_low[3]
        assert first.drawn.max() <= first.draws <= 50


class TestSifting:
    def test_lists_what_and_why(self):
        values = np.array([[5, 5, 5, 0], [5, 5, 0, 5], [5, 0, 5, 5], [0.1, 0, 0, 0]])
        found = complexity(tables.named(values), sieve=Sieve(min_total=1))
        assert [(d.kind, d.name, d.reason.en) for d in found.dropped] == [
            ("region", "r3", "its total is below the minimum")
        ]

    def test_applies_until_nothing_more_falls(self):
        present = np.array([[1, 1, 1, 0], [1, 1, 1, 0], [1, 1, 0, 1], [0, 0, 0, 1]])
        found = complexity(tables.named(present), given=True, sieve=Sieve(min_diversity=2, min_ubiquity=2))
        assert found.matrix.regions == ("r0", "r1", "r2")
        assert found.matrix.activities == ("a0", "a1", "a2")

    def test_refuses_when_nothing_is_left(self):
        with pytest.raises(Unmeasurable, match="No region"):
            complexity(tables.named(NESTED), sieve=Sieve(min_total=1e9))

    def test_presence_given_holds_nothing_but_ones_and_zeros(self):
        with pytest.raises(Unmeasurable, match="0 and 1"):
            complexity(tables.named(NESTED * 2), given=True)
