"""Sums: multiples of designated quantities, control areas, and what holds whatever is added."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.safety.policies.liquids import classify
from squaremile.safety.policies.packs import pack
from squaremile.safety.policies.quantity import Unreadable, added_up, amount, read
from squaremile.safety.policies.sums import Item, control_area, designated, multiple_of

US, KOREA = pack("us-ibc"), pack("kr-fire")
LITRES = st.decimals("0.001", "5000", places=3)


def item(text, *classes, **more):
    return Item(more.pop("name", "x"), read(text), more.pop("state", "liquid"), classes, **more)


def check_of(found, hazard, condition="storage"):
    return next(c for c in found.checks if (c.hazard, c.condition) == (hazard, condition))


class TestDesignatedQuantities:
    def test_the_worked_case(self):
        found = designated(KOREA, [item("40 L", "4-1-soluble"), item("20 L", "4-alcohol"), item("5 L", "4-special")])
        assert (found.multiple, found.threshold.code) == (Decimal("0.25"), "small_quantity")
        assert found.arithmetic.en == "0.1 + 0.05 + 0.1 = 0.25"

    @pytest.mark.parametrize(("litres", "verdict"), [("39.9", "basic"), ("40", "small_quantity"), ("199.999", "small_quantity"), ("200", "licensed")])
    def test_the_duties_begin_at_a_fifth_and_at_the_whole(self, litres, verdict):
        assert designated(KOREA, [item(f"{litres} L", "4-1")]).threshold.code == verdict

    def test_three_thirds_are_a_whole(self):
        found = designated(KOREA, [item("100 kg", "1-bromate", state="solid") for _ in range(3)])
        assert (found.threshold.code, found.multiple) == ("licensed", 1)

    @given(st.lists(st.tuples(LITRES, st.sampled_from([("4-1",), ("4-special",), ("4-1", "1-bromate"), ()]), st.sampled_from(["L", "kg"]))))
    def test_the_sum_alone_is_the_same_sum(self, given):
        items = [item(f"{much} {unit}", *classes, density=Decimal("0.7")) for much, classes, unit in given]
        assert multiple_of(KOREA, items) == designated(KOREA, items).exact

    def test_what_has_no_class_makes_the_sum_an_at_least(self):
        found = designated(KOREA, [item("10 L", "4-1"), item("5 L", name="mystery")])
        assert found.unclassified == ("mystery",)
        assert found.arithmetic.ko == "0.05 = 0.05 이상"

    def test_of_several_properties_the_one_that_weighs_most_counts(self):
        assert designated(KOREA, [item("10 L", "4-2", "4-1")]).multiple == Decimal("0.05")

    def test_a_volume_becomes_a_weight_by_its_density_alone(self):
        assert designated(KOREA, [item("10 L", "6", density=Decimal("1.5"))]).multiple == Decimal("0.05")
        with pytest.raises(Unreadable, match="density"):
            designated(KOREA, [item("10 L", "6")])

    @given(st.lists(LITRES, min_size=1, max_size=5), LITRES)
    def test_the_sum_grows_with_each_amount_and_splitting_changes_nothing(self, amounts, more):
        lines = [item(f"{a} L", "4-1") for a in amounts]
        whole = designated(KOREA, lines).multiple
        assert designated(KOREA, [*lines, item(f"{more} L", "4-2")]).multiple > whole
        halves = [Item("x", amount(a / 2, "L"), "liquid", ("4-1",)) for a in amounts for _ in range(2)]
        assert designated(KOREA, halves).multiple == pytest.approx(whole)


class TestControlAreas:
    def test_two_companies_add_up_over_the_limit(self):
        found = control_area(US, [item("70 gal", "flammable-IB"), item("55 gal", "flammable-IB")], floor=1)
        assert found.over
        assert found.arithmetic.en == "flammable-IB, storage: 125 gal > 120 gal"

    def test_the_combination_counts_ia_ib_and_ic_together(self):
        found = control_area(US, [item("20 gal", "flammable-IA"), item("60 gal", "flammable-IB"), item("50 gal", "flammable-IC")], floor=1)
        assert {c.hazard for c in found.checks if c.over} == {"flammable-combination"}
        assert check_of(found, "flammable-combination").total == 130

    def test_one_container_counts_in_each_of_its_classes(self):
        found = control_area(US, [item("100 gal", "combustible-II", "corrosive")], floor=1)
        assert [check_of(found, h).total for h in ("combustible-II", "corrosive")] == [100, 100]

    def test_cabinet_credit_is_only_for_what_is_in_the_cabinet(self):
        inside = control_area(US, [item("200 gal", "flammable-IB", in_cabinet=True)], floor=1, cabinets=True)
        outside = control_area(US, [item("200 gal", "flammable-IB")], floor=1, cabinets=True)
        assert (inside.over, outside.over) == (False, True)

    def test_use_is_checked_alone_and_with_storage(self):
        use = control_area(US, [item("31 gal", "flammable-IB", condition="open")], floor=1)
        assert [(c.condition, c.over) for c in use.checks if c.hazard == "flammable-IB"] == [("storage", False), ("open", True)]
        both = control_area(US, [item("29 gal", "flammable-IB", condition="open"), item("92 gal", "flammable-IB")], floor=1)
        assert check_of(both, "flammable-IB").over

    def test_a_liquid_of_unknown_density_weighs_ten_pounds_a_gallon(self):
        found = control_area(US, [item("5 gal", "toxic")], floor=1)
        assert found.lines[0].by_rule
        assert check_of(found, "toxic").total == 50

    def test_equal_parts_of_a_limit_are_not_over_it(self):
        part = Item("x", amount(Decimal(120) / 16, "gal"), "liquid", ("flammable-IB",))
        assert not control_area(US, [part] * 16, floor=1).over
        sevenths = [item("1 gal", "flammable-IB", "flammable-IB")] * 120
        assert check_of(control_area(US, sevenths, floor=1), "flammable-IB").total == 120

    def test_a_gas_is_no_weight(self):
        with pytest.raises(Unreadable, match="does not measure a weight"):
            control_area(US, [item("5 kg", "flammable-gas", state="gas")], floor=1)

    @given(LITRES, LITRES)
    def test_more_never_turns_over_into_not_over(self, first, more):
        one = control_area(US, [item(f"{first} L", "flammable-IB")], floor=2)
        both = control_area(US, [item(f"{first} L", "flammable-IB"), item(f"{more} L", "flammable-IB")], floor=2)
        assert both.over >= one.over
        assert check_of(both, "flammable-IB").total > check_of(one, "flammable-IB").total


class TestAmounts:
    @pytest.mark.parametrize(("text", "litres"), [("20 L", "20"), ("500mL", "0.5"), ("1,000 ml", "1"), ("1 gal", "3.785411784"), (".5 L", "0.5")])
    def test_reading(self, text, litres):
        assert read(text).base == Decimal(litres)

    @pytest.mark.parametrize("text", ["", "L", "-5 L", "5", "5 wagons", "five L", "NaN L", "1e999 L L"])
    def test_what_is_no_amount(self, text):
        with pytest.raises(Unreadable):
            read(text)

    @given(st.decimals("0.000001", "1000000", places=6), st.sampled_from(["gal", "lb", "cf", "mL", "g", "oz", "m3"]))
    def test_there_and_back(self, number, unit):
        assert amount(number, unit).to(unit) == pytest.approx(number)


class TestLiquids:
    @pytest.mark.parametrize(("flash", "boil", "hazard"), [
        (-45, 35, "flammable-IA"), (-20, 56, "flammable-IB"), ("22.7", 117, "flammable-IB"), (23, 139, "flammable-IC"),
        ("37.7", 156, "flammable-IC"), (38, 180, "combustible-II"), (60, 200, "combustible-IIIA"), (94, 290, "combustible-IIIB"),
    ])  # fmt: skip
    def test_american_classes(self, flash, boil, hazard):
        assert classify(US, flash_c=Decimal(flash), boil_c=Decimal(boil)).hazard == hazard

    @pytest.mark.parametrize(("flash", "boil", "soluble", "hazard"), [
        (-45, 35, None, "4-special"), (-20, 56, True, "4-1-soluble"), (-20, 56, False, "4-1"), (-20, 56, None, "4-1"),
        (21, 100, False, "4-2"), (70, 200, True, "4-3-soluble"), (200, 350, False, "4-4"), (249, None, None, "4-4"),
    ])  # fmt: skip
    def test_korean_classes(self, flash, boil, soluble, hazard):
        found = classify(KOREA, flash_c=Decimal(flash), boil_c=None if boil is None else Decimal(boil), soluble=soluble)
        assert found.hazard == hazard

    def test_what_is_not_known_is_never_harmless(self):
        assert classify(US, flash_c=None, boil_c=Decimal(100)) is None
        assert classify(US, flash_c=Decimal(-45)).hazard == "flammable-IA"
        assert classify(KOREA, flash_c=Decimal(250)) is None
        with pytest.raises(ValueError, match="absolute zero"):
            classify(US, flash_c=Decimal(-300))


@given(st.lists(st.fractions(max_denominator=10**6), max_size=12))
def test_what_is_added_up_at_once_is_what_is_added_one_by_one(parts):
    assert added_up(iter(parts)) == sum(parts, Fraction(0))
