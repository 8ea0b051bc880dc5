"""From rows to a checked table: sums, what is left out, and what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.atlas.measures.matrices.adding import add_up
from squaremile.atlas.measures.matrices.table import matrix_from_codes, matrix_from_rows, matrix_from_wide
from squaremile.atlas.measures.refusing import Unmeasurable
from tests.atlas.measures.matrices import tables

ROW = st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz"), st.integers(0, 9))


@tables.unhurried
@given(st.lists(ROW, min_size=1).filter(lambda rows: any(v for *_, v in rows)))
def test_sums_repeats_as_a_dictionary_would(rows):
    found = matrix_from_rows(*(list(c) for c in zip(*rows, strict=True)))
    held: dict[tuple[str, str], float] = {}
    for region, activity, value in rows:
        held[region, activity] = held.get((region, activity), 0) + value
    for (region, activity), value in held.items():
        if region in found.regions and activity in found.activities:
            assert found.values[found.regions.index(region), found.activities.index(activity)] == value
        else:
            assert value == 0
    assert found.values.sum() == sum(held.values())
    assert bool(found.notes) == (len(held) < len(rows))
    assert set(found.regions) | set(found.dropped_regions) == {r for r, *_ in rows}
    assert list(found.regions) == sorted(found.regions)


def test_says_how_many_rows_were_summed():
    found = matrix_from_rows(["a", "a", "a", "b"], ["x", "x", "x", "x"], [1, 2, 3, 4])
    assert found.notes[0].en == "2 rows repeat a region and activity: they were summed."
    assert found.values.tolist() == [[6], [4]]


def test_lists_what_is_empty():
    found = matrix_from_rows(["a", "b", "b"], ["x", "x", "y"], [1, 0, 0])
    assert (found.regions, found.dropped_regions, found.dropped_activities) == (("a",), ("b",), ("y",))


def test_long_wide_and_codes_agree():
    wide = matrix_from_wide(["n", "m"], ["y", "x"], np.array([[1.0, 2.0], [3.0, 0.0]]))
    long = matrix_from_rows(["n", "n", "m"], ["y", "x", "y"], [1.0, 2.0, 3.0])
    coded = matrix_from_codes(np.array([1, 1, 0]), np.array([1, 0, 1]), np.array([1.0, 2, 3]), ["m", "n"], ["x", "y"])
    assert wide.values.tolist() == long.values.tolist() == coded.values.tolist() == [[0, 3], [2, 1]]
    assert wide.regions == long.regions == coded.regions == ("m", "n")


@pytest.mark.parametrize(
    ("regions", "activities", "values", "says"),
    [
        (["a", "b"], ["x"], [1, 2], "unequal length"),
        (["a"], ["x"], [float("nan")], "Value 1 is not a finite number"),
        (["a", "b"], ["x", "x"], [1, float("inf")], "Value 2 is not a finite number"),
        (["a", "b"], ["x", "x"], [1, -2], "Value 2 is negative"),
        (["a", " "], ["x", "x"], [1, 2], "A row has no name"),
        (["a", None], ["x", "x"], [1, 2], "A row has no name"),
        ([], [], [], "no rows"),
        (["a"], ["x"], [0], "Every value of the table is zero"),
    ],
)
def test_refuses_in_both_languages(regions, activities, values, says):
    with pytest.raises(Unmeasurable) as refused:
        matrix_from_rows(regions, activities, values)
    assert says in refused.value.text.en
    assert refused.value.text.ko.endswith("니다.")


def test_does_not_write_outside_the_table():
    with pytest.raises(ValueError, match="outside"):
        add_up(np.array([0, 2]), np.array([0, 0]), np.ones(2), 2, 1)
    with pytest.raises(ValueError, match="outside"):
        add_up(np.array([0, -1]), np.array([0, 0]), np.ones(2), 2, 1)
