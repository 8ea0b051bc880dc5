"""Substances and containers: what comes in is held against the limits, and nobody sees a rival's."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import Error, connection, transaction
from django.test.utils import CaptureQueriesContext

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.safety import operations as safety
from squaremile.safety.models import Container
from squaremile.safety.policies import packs
from squaremile.safety.policies.verification import rows
from squaremile.safety.reads import areas, containers, rule_packs, standing, substances, weighing
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def acetone(world: World) -> str:
    """Of the shared register: flammable IB. Room 201 is an area on storey 4 with sprinklers: 30 gal, and 60 in cabinets."""
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=4, name_ko="4층", sprinklered=True, rooms=["R201"], code="CA-4")
        safety.put_pack_in_force(area="CA-4", pack="us-ibc", since=LONG_AGO)
        for row in rows(packs.pack("us-ibc")):
            safety.verify_pack_row(pack="us-ibc", pack_row=row.key, read_in="IBC 2021", read_on=LONG_AGO)
        return safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone").code


def receive(how_much: str, **more: str) -> Container:
    return safety.receive_container(**{"substance": "67-64-1", "how_much": how_much, "place": "R201"} | more)


class TestSubstances:
    def test_figures_come_from_the_library_with_their_method(self, world: World, acetone: str):
        with world.as_("hana"):
            row, classes = substances.of_code(acetone)
        assert (row.shared, row.flash_c is not None, row.flash_by != "") == (True, True, True)
        assert {c.scheme: c.classes for c in classes}["us-ibc"] == ("flammable-IB",)

    @pytest.mark.parametrize(("said", "code"), [
        ({"cas": "67-64-2"}, "cas_wrong"), ({"phase": "plasma"}, "substance_unsound"), ({"name_ko": ""}, "substance_unsound"),
        ({"flash_c": Decimal(3)}, "substance_unsound"), ({"density": Decimal(0)}, "substance_unsound"),
    ])  # fmt: skip
    def test_what_is_unsound_is_refused(self, world: World, said, code):
        with world.as_("hana"), pytest.raises((Invalid, Refused), match=code):
            safety.add_substance(**{"phase": "liquid", "name_ko": "혼합물"} | said)

    def test_a_company_registers_for_itself_and_its_rival_knows_nothing_of_it(self, world: World, acetone: str):
        with world.as_("hana"):
            mine = safety.add_substance(phase="liquid", cas="67-64-1", name_ko="우리 아세톤").code
            with pytest.raises(Refused, match="substance_known"):
                safety.add_substance(phase="liquid", cas="67-64-1", name_ko="또")
            assert receive("1 L").substance.code == mine
            with pytest.raises(Missing):
                safety.enter_classes(substance=acetone, scheme="ghs", hazards=[], read_in="SDS", read_on=LONG_AGO)
        with world.as_("sora"):
            assert mine not in {row.code for row in substances.substances()}
            assert substances.of_code(mine) is None
            with pytest.raises(Missing, match="substance_unknown"):
                receive("1 L", substance=mine)
            assert receive("1 L").substance.code == acetone

    def test_classes_are_entered_with_their_source(self, world: World, acetone: str):
        with world.as_("safety"):
            for hazards in (["IA"], ["flammable-IC", "flammable-IC"]):
                safety.enter_classes(substance=acetone, scheme="us-ibc", hazards=hazards, read_in="SDS", read_on=LONG_AGO)
            assert {c.scheme: c.classes for c in substances.of_code(acetone)[1]}["us-ibc"] == ("flammable-IC",)
            for said, code in (({"scheme": "x"}, "scheme_unknown"), ({"hazards": ["x"]}, "class_unknown"), ({"read_in": " "}, "unsourced")):
                with pytest.raises(Invalid, match=code):
                    safety.enter_classes(**{"substance": acetone, "scheme": "us-ibc", "hazards": [], "read_in": "SDS", "read_on": LONG_AGO} | said)


class TestContainers:
    def test_its_life(self, world: World, acetone: str):
        with world.as_("safety"):
            safety.add_cabinet(place="R201", name_ko="보관함", approved=True, code="CB-1")
        with world.as_("hana"):
            made = receive("4 L", lot="L1")
            safety.open_container(container=made.code)
            part = safety.split_container(container=made.code, how_much="500 ml")
            assert sorted(c.amount for c in Container.objects.all()) == [Decimal("0.5"), Decimal("3.5")]
            safety.measure_container(container=made.code, how_much="3 L")
            safety.move_container(container=part.code, place="R201", cabinet="CB-1")
            safety.dispose_container(container=made.code)
            safety.transfer_container(container=part.code, gone_to="다른 건물")
            row, happened = containers.container(made.code)
            assert (row.state, row.here, row.amount) == ("disposed", False, "3 L")
            assert len(happened) == 5
            assert containers.here() == []
            for act in (lambda: safety.open_container(container=made.code), lambda: safety.measure_container(container=part.code, how_much="1 ml")):
                with pytest.raises(Refused, match=r"container_(step|gone)"):
                    act()

    @pytest.mark.parametrize(("said", "code"), [
        ({"how_much": "viel"}, "amount_unreadable"), ({"how_much": "0 L"}, "amount_unreadable"), ({"condition": "x"}, "condition_unknown"),
        ({"place": "R201-B1"}, "room_unfit"), ({"cabinet": "CB-X"}, "cabinet_unknown"), ({"substance": "x"}, "substance_unknown"),
        ({"cabinet": "CB-2"}, "cabinet_elsewhere"), ({"bringing": "BR-X"}, "bringing_unknown"),
    ])  # fmt: skip
    def test_what_is_refused(self, world: World, acetone: str, said, code):
        with world.as_("safety"):
            safety.add_cabinet(place="R202", name_ko="보관함", code="CB-2")
        with world.as_("hana"), pytest.raises((Invalid, Refused, Missing), match=code):
            receive(**{"how_much": "1 L"} | said)

    def test_a_part_is_less_than_the_whole(self, world: World, acetone: str):
        with world.as_("hana"):
            made = receive("1 L").code
            for how_much in ("1 L", "2 L", "100 g"):
                with pytest.raises(Invalid, match="amount_unfit"):
                    safety.split_container(container=made, how_much=how_much)
            with pytest.raises(Invalid, match="amount_unfit"):
                safety.measure_container(container=made, how_much="1.1 L")

    def test_safety_puts_an_amount_right_and_it_counts_at_once(self, world: World, acetone: str):
        with world.as_("hana"):
            made = receive("1 gal").code
            with pytest.raises(Forbidden):
                safety.correct_container(container=made, how_much="10 gal", reason="라벨을 잘못 읽음")
            with pytest.raises(Error, match="stays as it was"), transaction.atomic():
                Container.objects.filter(code=made).update(amount=100)
        with world.as_("safety"):
            for said, code in (({"reason": " "}, "reason_needed"), ({"how_much": "1 kg"}, "amount_unfit"), ({"how_much": "0 L"}, "unreadable")):
                with pytest.raises(Invalid, match=code):
                    safety.correct_container(**{"container": made, "how_much": "10 gal", "reason": "x"} | said)
            safety.correct_container(container=made, how_much="29 gal", reason="라벨을 잘못 읽음")
            assert standing.over(made) == []
            with pytest.raises(Refused, match="over_limit"):
                receive("2 gal", organisation="SAEBOM")
            safety.correct_container(container=made, how_much="31 gal", reason="다시 잼")
            assert all("31 > 30 gal" in each.en for each in standing.over(made))
            assert standing.over(made)
        with world.as_("hana"):
            assert standing.over(made) == []
            row, happened = containers.container(made)
            assert row.amount == "31 gal"
            assert "Amount put right by safety: 다시 잼" in {one.says.en for one in happened}
            safety.measure_container(container=made, how_much="3 gal")
        with world.as_("sora"):
            assert standing.over(made) == []

    def test_a_rival_finds_no_container(self, world: World, acetone: str):
        with world.as_("hana"):
            made = receive("1 L").code
        with world.as_("sora"):
            assert containers.here() == []
            for act in (
                containers.container, lambda c: safety.dispose_container(container=c),
                lambda c: safety.move_container(container=c, place="R202"),
            ):
                with pytest.raises(Missing, match="container_unknown"):
                    act(made)
            with pytest.raises(Missing):
                receive("1 L", organisation="HANBIT")
        with world.as_("finance"), pytest.raises(Forbidden):
            receive("1 L", organisation="HANBIT")

    def test_staff_say_whose_it_is(self, world: World, acetone: str):
        with world.as_("safety"):
            with pytest.raises(Invalid, match="whose"):
                receive("1 L")
            assert receive("1 L", organisation="HANBIT").organisation_id == world.organisations["HANBIT"]


class TestLimits:
    def test_everybody_counts(self, world: World, acetone: str):
        """30 gal there. A company has 26; its rival is told in tenths of 3: less than 27, so 3 are sure."""
        with world.as_("hana"):
            receive("26 gal")
        with world.as_("sora"):
            receive("3 gal")
            with pytest.raises(Refused, match="needs_approval"):
                receive("2 gal")
            with pytest.raises(Refused, match="over_limit") as refused:
                receive("4 gal")
            assert "24" in refused.value.arithmetic.en or "27" in refused.value.arithmetic.en
            assert "26" not in refused.value.arithmetic.en
        with world.as_("safety"):
            receive("1 gal", organisation="SAEBOM")
            with pytest.raises(Refused, match="over_limit"):
                receive("0.1 gal", organisation="SAEBOM")

    def test_a_form_that_is_sent_twice_makes_one_container(self, world: World, acetone: str):
        with world.as_("hana"):
            first, again = (receive("5 gal", form_token="f-1").code for _ in range(2))
            other, plain = receive("1 gal", form_token="f-2").code, receive("1 gal").code
            assert first == again and len({first, other, plain}) == 3
            part, same = (safety.split_container(container=first, how_much="1 gal", form_token="f-1").code for _ in range(2))
            assert part == same != first
            assert Container.objects.get(code=first).amount == 4 * Decimal("3.785411784")
        with world.as_("sora"):  # another's form is another form
            assert receive("1 gal", form_token="f-1").code != first

    def test_another_bottle_on_the_same_form_is_another_container(self, world: World, acetone: str):
        """The way back in the browser brings the page with its token: what was written on it since is another thing."""
        with world.as_("hana"):
            one, two = (receive("1 gal", form_token="f-1", lot=lot) for lot in ("L1", "L2"))
            assert (one.lot, two.lot) == ("L1", "L2")
            assert (one.again, two.again) == (False, False)
            again = receive("1 gal", form_token="f-1", lot="L2")
            assert (again.code, again.again) == (two.code, True)
            assert receive("2 gal", form_token="f-1", lot="L2").code not in (one.code, two.code)
            parts = [safety.split_container(container=each.code, how_much=part, form_token="f-1").code
                     for each, part in ((one, "1 L"), (one, "2 L"), (two, "1 L"), (two, "1 L"))]  # fmt: skip
            assert parts[2] == parts[3] and len(set(parts)) == 3
            long = "f" * 60
            assert receive("1 L", form_token=f"{long}1").code != receive("1 L", form_token=f"{long}2").code

    def test_moving_within_the_area_is_free_and_into_use_is_not(self, world: World, acetone: str):
        """In use in open systems: 30 gal × 2 × 12.5 % = 7.5."""
        with world.as_("safety"):
            safety.add_area_rooms(area="CA-4", rooms=["R202"])
            made = receive("30 gal", organisation="HANBIT").code
            safety.move_container(container=made, place="R202")
            with pytest.raises(Refused, match="over_limit"):
                safety.move_container(container=made, place="R202", condition="open")

    def test_nothing_blocks_before_its_figure_is_verified(self, world: World):
        from squaremile.safety.models import PackVerification

        with world.as_("safety"):
            assert PackVerification.objects.count() == 0
            known = rows(packs.pack("us-ibc"))[0].key
            safety.verify_pack_row(pack="us-ibc", pack_row=known, read_in="IBC 2021", read_on=LONG_AGO)
            with pytest.raises(Refused, match="pack_row_known"):
                safety.verify_pack_row(pack="us-ibc", pack_row=known, read_in="IBC 2021", read_on=LONG_AGO)
            for said, code in (({"pack": "x"}, "pack_unknown"), ({"pack_row": "x"}, "pack_row_unknown"), ({"read_in": ""}, "unsourced")):
                with pytest.raises((Invalid, Missing, Refused), match=code):
                    safety.verify_pack_row(**{"pack": "us-ibc", "pack_row": "floor:1:1", "read_in": "x", "read_on": LONG_AGO} | said)
        with world.as_("operator"), pytest.raises(Forbidden):
            safety.verify_pack_row(pack="us-ibc", pack_row=known, read_in="x", read_on=LONG_AGO)


class TestBringing:
    def ask(self, how_much: str, **more):
        return safety.ask_to_bring(**{"substance": "67-64-1", "how_much": how_much, "place": "R201"} | more)

    def test_answers_with_sums_and_ways_out(self, world: World, acetone: str):
        with world.as_("safety"):
            safety.add_cabinet(place="R201", name_ko="보관함", approved=True, code="CB-1")
            safety.declare_area(building="JB-A", storey=1, name_ko="1층", name_en="Ground", sprinklered=True, rooms=["R202"], code="CA-1")
            safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=LONG_AGO)
        with world.as_("hana"):
            assert self.ask("10 gal").answer == "yes"
            made = self.ask("40 gal")
            assert (made.answer, made.state) == ("no", "answered")
            assert [way["kind"] for way in made.told["ways_out"]] == ["cabinet", "smaller", "area"]
            assert "27 gal" in made.told["ways_out"][1]["en"]
            assert all("27" in s["en"] or "54" in s["en"] or s["verdict"] != "no" or "40" in s["en"] for s in made.told["sums"])

    def test_an_approval_weighs_its_area_once(self, world: World, acetone: str):
        with world.as_("hana"):
            receive("5 gal")
            made = self.ask("23 gal")
            assert made.answer == "needs_approval"
        with world.as_("sora"):
            receive("2 gal")
        with world.as_("safety"), CaptureQueriesContext(connection) as asked:
            kept = safety.settle_bringing(bringing=made.code, approve=True, reason="환기 확인").held
        assert sum("safety_sums(" in each["sql"] for each in asked) == 1
        assert {check[1] for check in kept["checks"]} >= {"flammable-IB"}

    def test_where_nothing_is_known_somebody_approves(self, world: World, acetone: str):
        with world.as_("hana"):
            made = self.ask("2 L", place="R202")
            assert (made.answer, made.state) == ("needs_approval", "asked")
            with pytest.raises(Refused, match="needs_approval"):
                receive("2 L", place="R202")
            with pytest.raises(Refused, match=r"bringing_not_approved.*Waiting for approval"):
                receive("2 L", place="R202", bringing=made.code)
        with world.as_("operator"), pytest.raises(Forbidden):
            safety.settle_bringing(bringing=made.code, approve=True, reason="네")
        with world.as_("safety"):
            with pytest.raises(Invalid, match="reason_needed"):
                safety.settle_bringing(bringing=made.code, approve=True, reason=" ")
            safety.settle_bringing(bringing=made.code, approve=True, reason="환기 확인")
            with pytest.raises(Refused, match="bringing_step"):
                safety.settle_bringing(bringing=made.code, approve=False, reason="아니요")
        with world.as_("hana"):
            for said in ({"how_much": "3 L"}, {"place": "R201"}):
                with pytest.raises(Invalid, match="bringing_other"):
                    receive(**{"how_much": "2 L", "place": "R202", "bringing": made.code} | said)
            receive("2 L", place="R202", bringing=made.code)
            with pytest.raises(Refused, match=r"bringing_not_approved.*Brought in"):
                receive("2 L", place="R202", bringing=made.code)

    def test_a_rivals_question_is_not_there(self, world: World, acetone: str):
        with world.as_("hana"):
            made = self.ask("2 L", place="R202").code
        with world.as_("sora"), pytest.raises(Missing, match="bringing_unknown"):
            receive("2 L", place="R202", bringing=made)

    def test_a_name_is_enough_and_nonsense_is_not(self, world: World, acetone: str):
        with world.as_("hana"):
            assert self.ask("1 L", substance="toluene").cas == "108-88-3"
            with pytest.raises(Missing, match="substance_unknown"):
                self.ask("1 L", substance="고양이털")

    def test_it_is_found_by_its_name_and_the_register_speaks_before_the_library(self, world: World, acetone: str):
        with world.as_("safety"):
            acid = safety.add_substance(phase="liquid", cas="64-19-7", name_ko="초산").code
            safety.enter_classes(
                substance=acid, scheme="us-ibc", hazards=["combustible-II", "corrosive"], read_in="SDS", read_on=LONG_AGO,
            )
        with world.as_("hana"):
            assert self.ask("1 L", substance="아 세톤").substance.code == acetone
            assert receive("1 L", substance="ACETONE").substance.code == acetone
            asked = self.ask("1 L", substance="acetic acid")
            assert (asked.substance.code, {s["class"] for s in asked.told["sums"]}) == (acid, {"combustible-II", "corrosive"})
            assert [value for value, _said in substances.suggestions("아세")] == ["67-64-1"]
            secret = safety.add_substance(phase="liquid", name_ko="한빛 비밀 용매").code
            assert self.ask("1 L", substance="한빛 비밀 용매").substance.code == secret
        with world.as_("sora"):
            assert substances.suggestions("한빛 비밀") == []
            with pytest.raises(Missing, match="substance_unknown"):
                self.ask("1 L", substance="한빛 비밀 용매")

    def test_a_later_day_is_told_of_ones_own_dates_alone(self, world: World, acetone: str):
        ends = areas.today() + timedelta(days=9)
        with world.as_("hana"):
            for _n in range(2):
                receive("1 gal")
            for how_much, day in (("15 gal", ends), ("3 gal", ends + timedelta(days=30))):
                receive(how_much, good_until=day)
            ways = {way["kind"]: way for way in self.ask("11 gal").told["ways_out"]}
            assert ways["later"]["day"] == (ends + timedelta(days=1)).isoformat()
            assert "1 of your own" in ways["later"]["en"]
        with world.as_("sora"):
            assert "later" not in {way["kind"] for way in self.ask("20 gal").told["ways_out"]}

    def test_not_too_often(self, world: World, acetone: str):
        with world.as_("hana"):
            for _ in range(60):
                self.ask("1 L")
            with pytest.raises(Refused, match="too_often"):
                self.ask("1 L")
            with clock.as_of(MONDAY + timedelta(minutes=61)):
                self.ask("1 L")

    @pytest.mark.parametrize("theirs", ["0.5 gal", "2.9 gal"])
    def test_nothing_of_a_rival_is_in_the_answer(self, world: World, acetone: str, theirs: str):
        """With two companies in an area, total − own would be the rival to the drop: both of these are told alike."""
        with world.as_("sora"):
            receive(theirs)
        with world.as_("hana"):
            asked = [self.ask(f"{n} gal", condition=c) for n, c in ((1, "storage"), (26, "storage"), (28, "storage"), (5, "open"))]
            told = [(a.answer, a.told["sums"], a.told["ways_out"]) for a in asked]
        assert [answer for answer, *_ in told] == ["yes", "yes", "needs_approval", "yes"]
        assert told == self._told_where_a_rival_has_nothing(world)

    def _told_where_a_rival_has_nothing(self, world: World):
        with world.as_("sora"):
            for row in containers.here():
                safety.dispose_container(container=row.code)
        with world.as_("hana"):
            asked = [self.ask(f"{n} gal", condition=c) for n, c in ((1, "storage"), (26, "storage"), (28, "storage"), (5, "open"))]
            return [(a.answer, a.told["sums"], a.told["ways_out"]) for a in asked]


def test_one_statement_brings_others_in_without_a_name(world: World, acetone: str):
    with world.as_("sora"):
        receive("2 L", lot="SECRET")
    with world.as_("hana"):
        receive("1 L")
        everywhere, held = areas.areas(), rule_packs.held(["us-ibc"])
        found = weighing.lines(everywhere, held)
    assert sorted((line.mine, line.item.amount.base, line.item.name) for line in found) == [(False, Decimal(2), ""), (True, Decimal(1), "")]
    with world.as_("finance"), pytest.raises(Forbidden):
        weighing.lines(everywhere, held)


def test_classes_found_once_are_found_anew_when_a_substance_is_classed_otherwise(world: World, acetone: str):
    with world.as_("hana"):
        receive("1 L")
    with world.as_("safety"):
        everywhere, held = areas.areas(), rule_packs.held(["us-ibc"])
        before = [line.item.classes for line in weighing.lines(everywhere, held)]
        safety.enter_classes(substance=acetone, scheme="us-ibc", hazards=["toxic"], read_in="sheet", read_on=date(2027, 3, 1))
        after = [line.item.classes for line in weighing.lines(everywhere, held)]
    assert (before, after) == ([("flammable-IB",)], [("toxic",)])


def test_litres_of_unlike_density_weigh_together_what_they_weigh_apart(world: World, acetone: str):
    with world.as_("safety"):
        for density in ("0.8", "1.7"):
            made = safety.add_substance(phase="liquid", name_en=f"Acid {density}", density=Decimal(density))
            safety.enter_classes(substance=made.code, scheme="us-ibc", hazards=["toxic"], read_in="sheet", read_on=date(2027, 3, 1))
            receive("3 L", substance=made.code, organisation="HANBIT")
        (line,) = weighing.lines(areas.areas(), rule_packs.held(["us-ibc"]))
    assert line.item.amount.base == 6
    assert Fraction(line.item.amount.base) * Fraction(line.item.density) == Fraction("7.5")
