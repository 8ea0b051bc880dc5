"""The densest square of sites beside the naive grid, other sizes and chance."""

import numpy as np
import pytest

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.policies import square
from squaremile.atlas.policies.square import DRAWS, METRES, SIDES, STEP, Columns, best, chance, curve, grid

MIDDLE = (35.846, 127.129)


def scattered(n: int, seed: int, spread: float = 0.02, of: int = 1) -> Columns:
    """`n` sites around a middle, of n / `of` organisations, from south to north."""
    draw = np.random.default_rng(seed)
    north = np.sort(np.rint((MIDDLE[0] + draw.normal(0, spread, n)) * STEP).astype(int))
    east = np.rint((MIDDLE[1] + draw.normal(0, spread, n)) * STEP).astype(int)
    return Columns(north.tolist(), east.tolist(), (np.arange(n) // of).tolist())


@pytest.mark.parametrize("seed", range(5))
def test_a_grid_never_finds_more_than_the_best_and_a_larger_square_never_holds_less(seed: int):
    columns = scattered(60, seed, of=2)
    counts = [count for _side, count in curve(columns, "square")]
    assert counts == sorted(counts)
    for side in ("500m", "1mi"):
        naive, exact = grid(columns, side), best(columns, side, "square").count
        assert naive.least <= naive.middle <= naive.most <= exact


def test_a_side_that_is_known_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch):
    columns = scattered(30, 2)
    whole, known = curve(columns, "square"), best(columns, "1mi", "square")
    asked: list[str] = []
    monkeypatch.setattr(square, "best", lambda held, side, shape: asked.append(side) or best(held, side, shape))
    assert curve(columns, "square", known) == whole
    assert asked == [side for side in SIDES if side != "1mi"]


@pytest.mark.parametrize("shape", ["square", "disc"])
def test_members_are_organisations_each_once_and_a_disc_holds_no_more_than_its_square(shape: str):
    columns = scattered(60, 1, of=3)
    found = best(columns, "1mi", shape)
    assert found.count == len(found.members) == len(set(found.members)) and found.total == 20
    assert found.count <= best(columns, "1mi", "square").count


def test_a_square_is_counted_by_hand():
    step = round(STEP * 0.001)  # about a tenth of a kilometre
    north = [round(MIDDLE[0] * STEP) + n * step for n in (0, 1, 2, 40)]
    columns = Columns(north, [round(MIDDLE[1] * STEP)] * 4, [7, 7, 3, 5])
    found = best(columns, "250m", "square")
    assert (found.count, found.members) == (2, (3, 7)), "sites of one organisation count once; the far one not at all"


def test_gathering_that_is_planted_is_rare_by_chance_and_a_random_part_is_not():
    everywhere = scattered(200, 3, spread=0.05)
    tight = scattered(40, 4, spread=0.004)
    pool = Columns(
        [*everywhere.latitude, *tight.latitude], [*everywhere.longitude, *tight.longitude],
        [*everywhere.organisation, *(200 + n for n in tight.organisation)],
    )  # fmt: skip
    part = Columns(tight.latitude, tight.longitude, [200 + n for n in tight.organisation])
    assert chance(part, pool, "1km", "square") == (1 / (1 + DRAWS), DRAWS)
    taken = np.sort(np.random.default_rng(5).choice(200, 60, replace=False))
    random = Columns(*([column[n] for n in taken] for column in (everywhere.latitude, everywhere.longitude, everywhere.organisation)))
    assert chance(random, everywhere, "1km", "square")[0] > 0.02
    assert chance(random, everywhere, "1km", "square") == chance(random, everywhere, "1km", "square"), "the same draws each time"


def test_without_an_exact_point_nothing_is_claimed():
    with pytest.raises(Unmeasurable) as refused:
        best(Columns([], [], []), "1mi", "square")
    assert refused.value.remedy is not None
    assert refused.value.text.ko and refused.value.remedy.en


def test_every_side_has_a_name_and_a_length():
    assert set(SIDES) == set(METRES)
    assert [METRES[side] for side in SIDES] == sorted(METRES.values())
