"""Mixtures: shares that make sense, lists as people paste them, and components that warn and class nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.kernel.words import Text
from squaremile.safety.policies import mixtures, packs
from squaremile.safety.policies.classing import Part, Substance, classed
from squaremile.safety.policies.mixtures import Share, Unsound

PACK = packs.pack("us-ibc")
ACETONE = Substance("acetone", "liquid", "67-64-1", Decimal(-20), Decimal(56))
WATER = Substance("water", "liquid", "7732-18-5")
SIXTY = Part(Text(ko="아세톤", en="acetone"), ACETONE, Decimal(40), Decimal(60))
REST = Part(Text(ko="물", en="water"), WATER, Decimal(40), Decimal(60))
C7 = Substance("C-7", "liquid", parts=(SIXTY, REST))


def of(*said: tuple[str, object, object]) -> list[dict[str, object]]:
    return [{"component": what, "low": low, "high": high} for what, low, high in said]


@pytest.mark.parametrize("said", [
    [], of(("a", 0, 10)), of(("a", 20, 10)), of(("a", 1, "100.0001")), of(("a", "NaN", 1)), of(("a", "1E+999999", 1)), of(("a", "1E-999999", 1)),
    of(("a", "0.00001", 1)), of(("", 1, 1)), of(("a", 60, 70), ("b", 41, 50)), of(("a", None, 1)),
    ["64-17-5 60"], [{"component": "a", "low": 1, "top": 2}],
])  # fmt: skip
def test_shares_that_make_no_sense_are_unsound(said):
    with pytest.raises(Unsound):
        mixtures.shares(said)


def test_the_highest_together_may_be_more_than_the_whole():
    assert mixtures.shares([{"component": "a", "low": "60", "high": "90"}, {"component": " b ", "low": 40}]) == (
        Share("a", Decimal(60), Decimal(90)), Share("b", Decimal(40), Decimal(40)),
    )


@given(st.lists(st.decimals(min_value="0.01", max_value=100, places=2), min_size=1, max_size=8))
def test_lowest_shares_within_the_whole_and_no_others(lows):
    said = of(*((f"c{n}", low, 100) for n, low in enumerate(lows)))
    if sum(lows) <= 100:
        assert [share.low for share in mixtures.shares(said)] == lows
    else:
        with pytest.raises(Unsound):
            mixtures.shares(said)


@pytest.mark.parametrize(("text", "what", "low", "high"), [
    ("64-17-5 60-70", "64-17-5", "60", "70"), ("67-64-1: 5 %", "67-64-1", "5", "5"), ("1,4-dioxane 0.5 ~ 2.5 %", "1,4-dioxane", "0.5", "2.5"),
    ("Ethanol\t64-17-5\t60 – 70 %", "64-17-5", "60", "70"), ("에탄올 40", "에탄올", "40", "40"),
])  # fmt: skip
def test_a_line_of_a_data_sheet_is_read(text, what, low, high):
    assert mixtures.written(f"\n{text}\n") == [{"component": what, "low": low, "high": high}]
    (share,) = mixtures.shares(mixtures.written(text))
    assert mixtures.written(mixtures.line(share.what, share.low, share.high)) == [{"component": what, "low": low, "high": high}]


def test_a_line_without_a_share_cannot_be_read():
    with pytest.raises(Unsound, match="water"):
        mixtures.written("64-17-5 60; water")


def test_what_has_nothing_of_its_own_stays_unclassified_and_its_components_warn():
    assert classed(PACK, C7).classes == ()
    (warned,) = mixtures.warnings(PACK, C7)
    assert warned.en.startswith("Contains 40–60 % of acetone, which by itself is flammable liquid IB")
    assert "flammable-IB" in warned.ko
    assert "40–60 %" in warned.ko


@pytest.mark.parametrize("own", [
    {"flash_c": Decimal(45), "boil_c": Decimal(90)}, {"entered": {"us-ibc": ("combustible-II",)}}, {"entered": {"us-ibc": ()}},
])  # fmt: skip
def test_what_is_its_own_counts_and_ends_the_warning(own):
    known = replace(C7, **own)
    assert mixtures.warnings(PACK, known) == ()
    assert classed(PACK, known).classes in (("combustible-II",), ())
    assert classed(PACK, known) == classed(PACK, replace(known, parts=()))


@pytest.mark.parametrize("own", [
    {"flash_c": Decimal(45), "boil_c": Decimal(90)}, {"claimed": {"us-ibc": ("combustible-II",)}}, {"claimed": {"us-ibc": ()}},
])  # fmt: skip
def test_what_its_company_alone_says_silences_nothing(own):
    (warned,) = mixtures.warnings(PACK, replace(C7, own=True, **own))
    assert "flammable-IB" in warned.en


def test_a_flash_point_says_nothing_of_what_it_does_not_measure():
    acid = Substance("nitric acid", "liquid", "7697-37-2", entered={"us-ibc": ("oxidizer-2", "corrosive")})
    mixed = replace(C7, parts=(SIXTY, Part(Text(ko="질산", en="nitric acid"), acid, Decimal(5), Decimal(5))))
    assert len(mixtures.warnings(PACK, mixed)) == 2
    (warned,) = mixtures.warnings(PACK, replace(mixed, flash_c=Decimal(45), boil_c=Decimal(90)))
    assert warned.en.startswith("Contains 5 % of nitric acid")
    assert mixtures.warnings(PACK, replace(mixed, entered={"us-ibc": ("combustible-II",)})) == ()
