"""Laboratory units of NFPA 45, worked out by hand; which edition holds on a day; duties as data."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from squaremile.safety.policies import hours, inspections, packs
from squaremile.safety.policies.editions import Taken, by_law, decided, nearest
from squaremile.safety.policies.lab_units import Lab, most
from squaremile.safety.policies.limits import Unlimitable
from squaremile.safety.policies.pack_linter import problems
from squaremile.safety.policies.packs import CERTAINTIES, pack, shipped
from squaremile.safety.policies.quantity import read
from squaremile.safety.policies.sums import Item, control_area
from squaremile.safety.policies.verdicts import APPROVAL, Place, judged
from squaremile.safety.policies.verification import changed, rows

LAB = pack("nfpa-45")
REFORM = date(2025, 8, 7)


def limit(hazard, unit, feet, floor, **more):
    return most(LAB, LAB.find(hazard), floor=floor, lab=Lab(unit, Decimal(feet), more.pop("teaching", False)), **more)


@pytest.mark.parametrize(("hazard", "unit", "feet", "floor", "more", "gallons"), [
    ("class-I", "A", 1000, 1, {}, 200), ("class-I", "A", 10000, 1, {}, 480), ("total", "A", 3000, 2, {}, 1200),
    ("total", "A", 9000, 2, {}, 1600), ("class-I", "B", 2000, 3, {}, 200), ("class-I", "B", 2000, 4, {}, 100),
    ("total", "B", 5000, 9, {}, 400), ("class-I", "C", 2500, 3, {}, 100), ("class-I", "C", 2500, 4, {}, 75),
    ("class-I", "C", 2500, 7, {}, 50), ("total", "C", 10000, 6, {}, 300), ("class-I", "C", 2500, 1, {"teaching": True}, 50),
    ("class-I", "D", 5000, 5, {}, 75), ("total", "D", 20000, 1, {}, 150), ("class-I", "B", 2000, 1, {"condition": "open"}, 20),
    ("class-I", "B", 2000, 4, {"condition": "open"}, 10),
])  # fmt: skip
def test_what_a_laboratory_unit_may_hold(hazard, unit, feet, floor, more, gallons):
    found = limit(hazard, unit, feet, floor, **more)
    assert (found.limit, found.unit) == (gallons, "gal")
    assert found.arithmetic.en.endswith(f"= {gallons} gal")
    # That the total is made of I, II and IIIA is not read anywhere: it never shuts anything.
    assert found.verified == (hazard == "class-I")


@pytest.mark.parametrize(("hazard", "unit", "feet", "floor", "more", "says"), [
    ("class-I", "A", 1000, 4, {}, "no figure for a unit of class A on storey 4"), ("class-I", "B", 1000, -1, {}, "on storey -1"),
    ("class-I", "", 1000, 1, {}, "fire hazard class is not known"), ("class-I", "B", 0, 1, {}, "floor area is not known"),
    ("class-II", "B", 1000, 1, {}, "it counts in total"), ("class-I", "B", 1000, 1, {"teaching": True}, "no figure for teaching"),
])  # fmt: skip
def test_where_nobody_has_read_a_figure_there_is_none(hazard, unit, feet, floor, more, says):
    with pytest.raises(Unlimitable, match=says):
        limit(hazard, unit, feet, floor, **more)


def test_class_I_is_held_against_its_own_figure_and_with_the_others_against_the_total():
    items = [Item("a", read("90 gal"), "liquid", ("class-I",)), Item("b", read("60 gal"), "liquid", ("class-II",)),
             Item("c", read("20 gal"), "liquid", ("class-IIIA",))]  # fmt: skip
    found = control_area(LAB, items, floor=3, lab=Lab("B", Decimal(800)))
    assert [(c.hazard, c.total, c.limit.limit, c.over) for c in found.checks] == [("class-I", 90, 80, True), ("total", 170, 160, True)]


def test_a_place_without_a_class_or_an_area_asks_for_approval():
    item = Item("a", read("1 gal"), "liquid", ("class-I",))
    (step,) = judged(LAB, Place(1, True, False), own=[], more=item, others={}, why=LAB.title)
    assert (step.verdict, "no limit can be told" in step.says.en) == (APPROVAL, True)


def test_every_row_has_its_source_and_what_is_missing_is_said():
    for editions in shipped().values():
        for each in editions:
            for row in rows(each.pack):
                assert row.certainty in CERTAINTIES
                assert row.source in each.pack.sources
    for code in ("nfpa-45", "us-ma", "us-cambridge", "kr-chemicals", "kr-lab-safety", "kr-lmo"):
        assert pack(code).gaps, code


class TestEditions:
    @pytest.mark.parametrize(("day", "has"), [
        (REFORM - timedelta(days=1), "toxic"), (REFORM, "acute"), (date(2030, 1, 1), "acute"), (date(2015, 1, 1), "toxic"),
    ])  # fmt: skip
    def test_the_chemicals_act_before_and_after_its_reform(self, day, has):
        found = by_law(day, [each.pack for each in shipped()["kr-chemicals"]])
        assert has in found.classes
        assert len({"toxic", "acute"} & set(found.classes)) == 1

    def test_the_reform_row_by_row(self):
        was, now = (each.pack for each in shipped()["kr-chemicals"])
        moved = {key: (bool(before), bool(after)) for key, before, after in changed(was, now) if key.startswith("class:")}
        assert moved == {"class:toxic": (True, False)} | {f"class:{new}": (False, True) for new in ("acute", "chronic", "ecological")}

    def test_outside_every_edition_the_nearest_one_counts(self):
        (only,) = (each.pack for each in shipped()["kr-lab-safety"])
        assert by_law(date(2000, 1, 1), [only]) is None
        assert nearest(date(2000, 1, 1), [only]) == only

    def test_decisions_hold_from_their_day_and_the_last_word_counts(self):
        noon = datetime(2027, 3, 1, 12, tzinfo=UTC)
        said = [Taken(date(2027, 4, 1), noon, "b"), Taken(date(2027, 5, 1), noon, "c"), Taken(date(2027, 5, 1), noon + timedelta(hours=1), "a")]
        days = [date(2027, 3, 31), date(2027, 4, 1), date(2027, 4, 30), date(2027, 5, 1)]
        assert [found.edition if (found := decided(day, said)) else None for day in days] == [None, "b", "b", "a"]


class TestOneSourceOfFigures:
    def test_hours_are_those_of_the_pack(self):
        duties = pack("kr-lab-safety").duties
        assert {grade: hours.regular(grade).minutes for grade in hours.GRADES} == {"high": 360, "middle": 180, "low": 180}
        assert hours.regular("low").certainty == duties["training-regular-low"].certainty == "C"

    def test_cycles_are_those_of_the_pack(self):
        found = {code: each["every_days"] for code, each in inspections.shipped().items()}
        assert (found["KR-DAILY"], found["KR-REGULAR"]["high"], found["KR-PRECISE"]["low"]) == ({"high": 1, "middle": 1, "low": 7}, 365, 730)

    def test_small_organisations_are_out_of_scope_below_ten(self):
        small = pack("kr-lab-safety").duties["small"]
        assert (small.below, small.certainty) == (10, "B")


@pytest.mark.parametrize(("code", "was", "becomes", "says"), [
    ("kr-lmo", 'topic = "record"', 'topic = "mood"', "topic 'mood' is none of"),
    ("kr-lmo", 'counted_in = "years"', 'counted_in = "moons"', "'moons'"),
    ("kr-lab-safety", "below = 1000\n", "below = 0\n", "its range ends before it begins"),
    ("kr-lmo", 'source = "S107"', 'source = "S999"', "which the pack does not list"), ("nfpa-45", "most = 480", "most = 4", "0 or above the most"),
    ("nfpa-45", 'class = "total"', 'class = "sum"', "limits sum, which is no class"),
    ("nfpa-45", "from = 7\n", "from = 5\n", "storey 5 has several rules"),
    ("us-ibc", "flash_below_f", "flesh_below_f", "which nobody knows"), ("us-ibc", "factor = 2", "factor = 0", "not above 0"),
])  # fmt: skip
def test_the_linter_reads_the_new_parts(code, was, becomes, says):
    text = shipped()[code][-1].text
    assert was in text
    found = problems(packs.read(text.replace(was, becomes)))
    assert any(says in sentence.en for sentence in found), found
    assert all(sentence.ko != sentence.en for sentence in found)


@pytest.mark.parametrize("wrong", ["percent = nan", "percent = 1e999", 'percent = "75"', "percent = true"])
def test_figures_that_are_none_are_not_read(wrong):
    with pytest.raises(ValueError):
        packs.read(shipped()["us-ibc"][-1].text.replace("percent = 75", wrong, 1))
