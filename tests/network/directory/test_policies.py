"""Rules of the directory by example and by property."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.policies import evidence, freshness, identifiers, written_names


@pytest.mark.parametrize(
    ("spellings", "text", "count"),
    [
        (("cartilage",), "Cartilage and cartilages, not cartilaginous", 2),
        (("stem cell",), "stem-cell, stem  cells", 2), (("연골",), "연골은 연 골에서", 2),
        (("장기유사체",), "장기 유사체", 1), (("crispr", "crispr base editor"), "A CRISPR base editor", 1), ((), "anything", 0),
    ],
)  # fmt: skip
def test_mentions(spellings, text, count):
    assert evidence.mentions(spellings, text) == count


def test_weights_and_shares():
    assert evidence.weight(("a1",), [evidence.Text("a1", "a1 a1 a1 a1 a1 a1", "a1")]) == Decimal(9)
    assert evidence.weight(("a1",), [evidence.Text("a1"), evidence.Text("", "a1")]) == Decimal(3), "languages do not add up"
    assert [evidence.share(n, 4) for n in (1, 2, 3, 4)] == [1, Decimal("0.5"), Decimal("0.5"), 1]
    assert evidence.standing([(Decimal(3), 1, 3), (Decimal(2), 2, 3)]) == Decimal(4)


@given(st.text(max_size=200), st.lists(st.text(min_size=2, max_size=12), max_size=4))
def test_counting_never_fails_and_never_counts_below_zero(text: str, spellings: list[str]):
    assert evidence.mentions(evidence.forms(*spellings), text) >= 0


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_what_was_confirmed_today_is_fresh(days: int, ago: int):
    today = date(2027, 3, 1)
    assert freshness.stale(today - timedelta(days=ago), today, days) is (days > 0 and ago > days)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_name_is_the_same_in_either_order(first: str, last: str):
    assert written_names.bag(f"{first} {last}") == written_names.bag(f"{last} {first}") or "," in first + last


def test_names_and_dois():
    assert written_names.in_order("Núñez-Gil, José") == "jose nunez gil"
    assert (written_names.initialled("Kim, Hana"), written_names.initialled("김하나")) == ("kim h", "")
    assert identifiers.doi("doi:10.1000/ABC") == "10.1000/abc"
    assert [identifiers.doi(text) for text in ("https://dx.doi.org/10.1000/x y", "10.1/x", "abc")] == [None, None, None]
