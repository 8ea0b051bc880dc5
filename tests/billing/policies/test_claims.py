"""What sponsors owe: months and quarters, and what a document leaves of a limit."""

from datetime import date

import pytest

from squaremile.billing.policies.claims import Gave, span_of, with_rests


@pytest.mark.parametrize(("said", "found"), [
    ("2027-02", (date(2027, 2, 1), date(2027, 2, 1))), ("2027-Q1", (date(2027, 1, 1), date(2027, 3, 1))),
    ("2027-Q4", (date(2027, 10, 1), date(2027, 12, 1))), ("2027-Q5", None), ("2027-13", None), ("2027-00", None), ("", None), ("2027", None),
    ("２０２７-02", None), ("2027-Q", None), ("2027-²", None),
])  # fmt: skip
def test_months_and_quarters(said: str, found: tuple[date, date] | None):
    assert span_of(said) == found


def test_each_limit_is_counted_by_its_own_span():
    def gave(voucher: str, month: int, amount: int, year: int = 2027) -> Gave:
        return Gave(voucher, f"D-{year}-{month}", date(year, month, 1), date(2027, 6, 1), amount)

    given = [gave("Y", 1, 60), gave("Y", 2, 30), gave("Y", 1, -20), gave("Y", 1, 5, 2028), gave("M", 1, 60), gave("M", 2, 60), gave("N", 1, 9)]
    limits = {"Y": (100, "year"), "M": (70, "month"), "N": (None, "total")}
    assert [one.rest for one in with_rests(given, limits)] == [40, 10, 30, 95, 10, 10, None]
