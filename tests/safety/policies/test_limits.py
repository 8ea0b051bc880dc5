"""Limits of control areas: the worked cases of the code's tables, and what must hold for every class."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.safety.policies.limits import Unlimitable, limit
from squaremile.safety.policies.packs import CONDITIONS, pack

US = pack("us-ibc")
FLOORS = (*range(-4, 0), *range(1, 14))
CLASSES = st.sampled_from(sorted(US.classes))


def most(hazard, floor=1, **more):
    return limit(US, US.classes[hazard], floor=floor, **more).limit


@pytest.mark.parametrize(("hazard", "more", "expected"), [
    ("flammable-IB", {}, "120"), ("flammable-IB", {"sprinklered": True}, "240"),
    ("flammable-IB", {"sprinklered": True, "cabinet": True}, "480"), ("flammable-IB", {"floor": 4, "sprinklered": True}, "30"),
    ("flammable-IB", {"floor": 4, "sprinklered": True, "cabinet": True}, "60"), ("flammable-IB", {"condition": "open"}, "30"),
    ("flammable-IB", {"condition": "open", "cabinet": True}, "30"), ("flammable-IA", {}, "30"), ("flammable-IA", {"floor": 2}, "22.5"),
    ("flammable-IA", {"floor": 3}, "15"), ("flammable-IA", {"floor": 7}, "1.5"), ("flammable-IA", {"floor": 12}, "1.5"),
    ("flammable-IA", {"floor": -1}, "22.5"), ("flammable-IA", {"floor": -2}, "15"), ("flammable-IA", {"floor": -3}, "0"),
    ("combustible-IIIA", {}, "330"), ("combustible-IIIB", {}, "13200"), ("oxidizer-3", {"condition": "closed"}, "2"),
    ("oxidizer-1", {}, "4000"), ("oxidizer-4", {}, "0"), ("oxidizer-4", {"sprinklered": True}, "1"),
    ("oxidizer-4", {"sprinklered": True, "condition": "closed"}, "0.25"), ("pyrophoric", {"sprinklered": True, "condition": "open"}, "0"),
    ("flammable-gas", {}, "1000"), ("flammable-gas", {"state": "liquefied"}, "150"), ("flammable-gas", {"condition": "open"}, "0"),
    ("corrosive", {"state": "liquid"}, "500"), ("toxic", {"condition": "open"}, "125"), ("cryogenic-flammable", {"cabinet": True}, "45"),
])  # fmt: skip
def test_worked_cases(hazard, more, expected):
    assert most(hazard, **more) == Decimal(expected)


@pytest.mark.parametrize("hazard", ["combustible-IIIB", "oxidizer-1"])
def test_some_are_not_limited_under_sprinklers(hazard):
    found = limit(US, US.classes[hazard], floor=4, sprinklered=True)
    assert found.limit is None
    assert "not limited" in found.arithmetic.en


def test_the_sum_is_shown_in_both_languages_with_its_source():
    found = limit(US, US.classes["flammable-IB"], floor=4, sprinklered=True)
    assert found.arithmetic.en == "120 gal (base, storage) × 2 (sprinklers throughout the building (NFPA 13)) × 12.5 % (storey 4) = 30 gal"
    assert found.arithmetic.ko == "120 gal (저장 기준) × 2 (건물 전체 스프링클러(NFPA 13)) × 12.5 % (4층) = 30 gal"
    assert (found.source, found.certainty, found.areas) == ("S30", "B", 2)


def test_why_nothing_is_allowed():
    below = limit(US, US.classes["flammable-IA"], floor=-3)
    assert (below.reason.ko, below.areas) == ("지하 3층에는 위험물을 둘 수 없습니다.", 0)
    dry = limit(US, US.classes["oxidizer-4"], floor=1)
    assert dry.reason.ko == "산화제 4는 건물 전체에 스프링클러가 있을 때만 허용됩니다."
    assert (dry.certainty, dry.verified) == ("K", False)


@pytest.mark.parametrize(("more", "says"), [
    ({"floor": 0}, "no storey 0"), ({"floor": 1, "condition": "spilled"}, "none of storage"), ({"floor": 1, "state": "gas"}, "no figure for gas"),
])  # fmt: skip
def test_what_no_limit_is_known_for(more, says):
    with pytest.raises(Unlimitable, match=says):
        limit(US, US.classes["flammable-IB"], **more)


def test_designated_quantities_are_no_control_areas():
    korea = pack("kr-fire")
    with pytest.raises(Unlimitable, match="designated quantities"):
        limit(korea, korea.classes["4-1"], floor=1)


@given(CLASSES, st.sampled_from(FLOORS), st.booleans(), st.booleans(), st.sampled_from(CONDITIONS))
def test_more_protection_never_allows_less_and_use_never_more_than_storage(hazard, floor, sprinklered, cabinet, condition):
    def at(**more):
        found = most(hazard, floor, **{"sprinklered": sprinklered, "cabinet": cabinet, "condition": condition, **more})
        return Decimal("Infinity") if found is None else found

    assert at(sprinklered=True) >= at(sprinklered=False)
    assert at(cabinet=True) >= at(cabinet=False)
    assert at() <= at(condition="storage")


@given(CLASSES, st.integers(1, 40), st.booleans())
def test_higher_up_and_deeper_down_allow_no_more(hazard, floor, sprinklered):
    def at(storey):
        found = most(hazard, storey, sprinklered=sprinklered)
        return Decimal("Infinity") if found is None else found

    assert at(floor + 1) <= at(floor)
    assert at(-floor - 1) <= at(-floor) or at(-floor - 1) == Decimal("Infinity") == at(-floor)
