"""What makes a hazard analysis out of date, how it stands, and which steps are sound."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.safety.policies.analysis import Change, Hazard, Unsound, changes, of_row, standing, steps, year_from

DAY = date(2027, 3, 1)
ACETONE = Hazard("substance", "SU-1", "아세톤", "Acetone", Decimal(4), "L", "us-ibc: flammable-IB", "SDS")
ROTOR = Hazard("equipment", "CF-1", "원심분리기", "Centrifuge", Decimal(0), "", "", "")


def with_(**more) -> Hazard:
    return of_row(ACETONE.to_row() | more)


@pytest.mark.parametrize(("now", "what", "matters"), [
    ([ACETONE, ROTOR], [], []), ([ACETONE], ["gone"], [False]), ([with_(amount="3"), ROTOR], [], []), ([with_(amount="5"), ROTOR], ["more"], [True]),
    ([with_(says="us-ibc: flammable-IA"), ROTOR], ["classed"], [True]), ([with_(key="SU-2"), ROTOR], ["added", "gone"], [True, False]),
    ([with_(amount="9", says="x"), ROTOR], ["more", "classed"], [True, True]),
])  # fmt: skip
def test_what_has_changed(now, what, matters):
    found = changes([ACETONE, ROTOR], now)
    assert [change.what for change in found] == what
    assert [change.matters for change in found] == matters


@given(st.decimals("0", "1000", places=3), st.decimals("0", "1000", places=3))
def test_less_never_matters_and_a_row_says_what_it_was(before, now):
    assert of_row(with_(amount=str(before)).to_row()).amount == before
    found = changes([with_(amount=str(before))], [with_(amount=str(now))])
    assert bool(found) is (now > before)


@pytest.mark.parametrize(("state", "ends", "found", "stands"), [
    ("draft", None, [], "draft"), ("approved", DAY, [], "approved"), ("approved", DAY - timedelta(days=1), [], "lapsed"),
    ("approved", DAY, [Change("gone", "x", "x", "", "")], "approved"), ("approved", DAY, [Change("added", "x", "x", "", "")], "out_of_date"),
    ("signed", None, [Change("added", "x", "x", "", "")], "signed"),
])  # fmt: skip
def test_how_it_stands(state, ends, found, stands):
    assert standing(state, ends, DAY, found) == stands


def test_a_year():
    assert year_from(DAY) == date(2028, 2, 29)
    assert year_from(date(2028, 2, 29)) == date(2029, 2, 28)
    assert year_from(date(2027, 6, 1)) == date(2028, 5, 31)


@pytest.mark.parametrize("said", [
    [], ["x"], [{"does": "x"}], [{"does": " ", "measure": "x"}], [{"does": "x", "measure": "x", "ppe": ["crown"]}],
    [{"does": "x", "measure": "x", "more": 1}], [{"does": "x" * 401, "measure": "x"}], [{"does": "x", "measure": "y"}] * 31,
    [{"does": "x", "measure": "x", "ppe": "coat"}],
])  # fmt: skip
def test_what_are_no_steps(said):
    with pytest.raises(Unsound):
        steps(said)


def test_equipment_that_is_worn_stands_in_one_order():
    assert steps([{"does": "x", "measure": "y", "ppe": ["coat", "goggles"]}])[0].ppe == ("goggles", "coat")
