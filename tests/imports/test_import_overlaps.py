"""After settling, no two bookings of one instrument overlap, and none has vanished."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from squaremile.cli.imports.overlaps import Claim, settle
from squaremile.kernel.period import Period

DAWN = datetime(2026, 3, 2, tzinfo=UTC)


def claim(key: str, start: int, length: int, place: str = "a", rank: int = 0) -> Claim:
    begin = DAWN + timedelta(minutes=start)
    return Claim(key, place, Period(begin, begin + timedelta(minutes=length)), (rank,))


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    spans = draw(
        st.lists(
            st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from("abc"), st.integers(0, 9)), max_size=40
        )
    )
    return [claim(str(index), *span) for index, span in enumerate(spans)]


@given(claims())
def test_no_two_kept_ones_overlap(given_claims: list[Claim]) -> None:
    kept = settle(given_claims).kept

    assert not [
        (one.key, other.key)
        for index, one in enumerate(kept)
        for other in kept[:index]
        if one.place == other.place and one.span.overlaps(other.span)
    ]


@given(claims())
def test_nothing_is_dropped_or_invented(given_claims: list[Claim]) -> None:
    settled = settle(given_claims)

    there = Counter(each.key for each in settled.kept) + Counter(each.claim.key for each in settled.displaced)
    assert there == Counter(each.key for each in given_claims)


@given(claims())
def test_one_is_displaced_exactly_by_the_kept_ones_it_overlaps_all_made_before_it(given_claims: list[Claim]) -> None:
    settled = settle(given_claims)
    order = {each.key: (each.rank, index) for index, each in enumerate(given_claims)}

    for lost in settled.displaced:
        clashing = {
            kept.key
            for kept in settled.kept
            if kept.place == lost.claim.place
            and kept.span.overlaps(lost.claim.span)
            and order[kept.key] < order[lost.claim.key]
        }
        assert {each.key for each in lost.by} == clashing
        assert clashing


def test_touching_is_not_overlapping() -> None:
    assert [each.key for each in settle([claim("1", 0, 10), claim("2", 10, 10)]).kept] == ["1", "2"]


def test_a_displaced_booking_displaces_nobody() -> None:
    first, second, third = claim("1", 0, 10, rank=1), claim("2", 5, 10, rank=2), claim("3", 12, 10, rank=3)

    settled = settle([third, second, first])

    assert [each.key for each in settled.kept] == ["1", "3"]
    assert [(each.claim.key, [by.key for by in each.by]) for each in settled.displaced] == [("2", ["1"])]


def test_a_long_late_one_loses_to_all_it_covers() -> None:
    settled = settle([claim("1", 0, 5, rank=1), claim("2", 20, 5, rank=2), claim("3", 2, 21, rank=3)])

    assert [[by.key for by in each.by] for each in settled.displaced] == [["1", "2"]]
