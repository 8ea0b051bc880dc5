"""The month in which the fee changes is paid by days, rounded once."""

from datetime import date

import pytest

from squaremile.residency.policies.licence_terms import month_of_change


@pytest.mark.parametrize(("before", "after", "day", "amount"), [
    (300, 600, date(2027, 6, 1), 600), (300, 600, date(2027, 6, 16), 450), (300, 600, date(2027, 6, 30), 310),
    (100, 101, date(2027, 2, 15), 101), (100, 101, date(2027, 2, 16), 100), (0, 29, date(2028, 2, 29), 1),
])  # fmt: skip
def test_by_days(before, after, day, amount):
    assert month_of_change(before, after, day) == amount
