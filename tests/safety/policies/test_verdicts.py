"""May this come in? Monotone, never over a verified limit, and silent about a rival."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.kernel.words import Text
from squaremile.safety.policies import packs, verdicts
from squaremile.safety.policies.classing import Substance, classed
from squaremile.safety.policies.lab_units import Lab
from squaremile.safety.policies.limits import Unlimitable
from squaremile.safety.policies.quantity import amount
from squaremile.safety.policies.sums import Item
from squaremile.safety.policies.verdicts import APPROVAL, MULTIPLE, NO, ORDER, YES, Place
from squaremile.safety.policies.verification import changed, rows, verified

IBC, FIRE, LAB = packs.pack("us-ibc"), packs.pack("kr-fire"), packs.pack("nfpa-45")
FOURTH = Place(4, True, False)
"""Flammable IB there: 120 gal × 2 × 12.5 % = 30 gal."""
WHY = Text(ko="", en="")


def flammable(gallons, **more):
    return Item("x", amount(str(gallons), "gal"), "liquid", ("flammable-IB",), certainty="A", **more)


def sure(pack):
    """The pack with every row verified."""
    return verified(pack, {row.key: row.digest for row in rows(pack)})


def asked(pack, place, more, own=(), rest=(), exact=True):
    sums = verdicts.totals(pack, list(rest), place)
    grain = verdicts.grain(pack, [*own, more], place)
    sure_of = verdicts.firmly(pack, list(rest), place, sums)
    others = verdicts.exactly(sums, sure_of) if exact else verdicts.coarsely(sums, grain, verdicts.doubtful(pack, grain))
    return verdicts.verdict(verdicts.judged(pack, place, own=own, more=more, others=others, why=WHY))


@pytest.mark.parametrize(("own", "rest", "new", "answer"), [
    (0, 0, 30, YES), (0, 0, "30.01", NO), (10, 10, 10, YES), (10, "10.5", 10, NO), (0, 30, "0.1", NO),
])  # fmt: skip
def test_who_sees_everyone_is_told_exactly(own, rest, new, answer):
    found = asked(sure(IBC), FOURTH, flammable(new), [flammable(own)], [flammable(rest)])
    assert found.answer == answer


@pytest.mark.parametrize(("rest", "new", "answer"), [
    (0, 27, YES), (0, "27.1", APPROVAL), (0, "30.1", NO), ("14.9", 15, YES), (15, 12, YES), (15, "12.1", APPROVAL),
    (15, 15, APPROVAL), (15, "15.1", NO),
])  # fmt: skip
def test_a_company_is_told_in_tenths(rest, new, answer):
    assert asked(sure(IBC), FOURTH, flammable(new), rest=[flammable(rest)], exact=False).answer == answer


@given(st.decimals(0, 40, places=2), st.decimals(0, 40, places=2), st.decimals("0.01", 40, places=2), st.decimals(0, 40, places=2))
@settings(max_examples=150)
def test_it_says_the_same_wherever_in_its_step_a_rival_is(one, other, new, own):
    """Nothing but the tenth can be inferred, by whatever is asked and whatever is held: the answers are equal to the letter."""
    step = Fraction(3)
    same = Fraction(one) // step == Fraction(other) // step
    first, second = (
        asked(sure(IBC), FOURTH, flammable(new), [flammable(own)], [flammable(rest)], exact=False) for rest in (one, other)
    )
    if same:
        assert first == second
    elif abs(Fraction(one) // step - Fraction(other) // step) >= 1:
        assert first.steps != second.steps


@given(st.decimals(0, 35, places=2), st.decimals("0.01", 35, places=2), st.decimals("0.01", 35, places=2), st.booleans())
@settings(max_examples=100)
def test_more_is_never_easier(rest, new, further, exact):
    less = asked(IBC, FOURTH, flammable(new), rest=[flammable(rest)], exact=exact)
    more = asked(IBC, FOURTH, flammable(new + further), rest=[flammable(rest)], exact=exact)
    assert ORDER.index(less.answer) <= ORDER.index(more.answer)


@given(st.decimals(0, 35, places=2), st.decimals("0.01", 35, places=2))
@settings(max_examples=100)
def test_a_company_is_never_told_yes_where_it_is_no(rest, new):
    exact = asked(sure(IBC), FOURTH, flammable(new), rest=[flammable(rest)])
    coarse = asked(sure(IBC), FOURTH, flammable(new), rest=[flammable(rest)], exact=False)
    assert (coarse.answer, exact.answer) not in {(YES, NO), (NO, YES)}


@pytest.mark.parametrize(("had", "rest", "new", "answer"), [
    (0, 0, 10, YES), (0, 0, 80, APPROVAL), (0, 70, 20, APPROVAL), (90, 0, 20, YES), (90, 100, 200, YES), (0, 390, 20, NO),
])  # fmt: skip
def test_designated_quantities_at_a_fifth_and_at_one(had, rest, new, answer):
    """Acetone, 지정수량 400 L: from 80 L a duty begins, from 400 L only a licensed facility holds it."""
    def litres(n):
        return Item("acetone", amount(n, "L"), "liquid", ("4-1-soluble",), certainty="A")

    pack = sure(FIRE)
    assert "4-1-soluble" in pack.classes
    assert asked(pack, FOURTH, litres(new), [litres(had)], [litres(rest)]).answer == answer


@given(st.integers(0, 79), st.integers(0, 79), st.integers(1, 500))
@settings(max_examples=60)
def test_multiples_are_told_in_quarters_of_the_first_duty(one, other, new):
    def told(rest):
        item = Item("a", amount(rest, "L"), "liquid", ("4-1-soluble",))
        return asked(FIRE, FOURTH, Item("b", amount(new, "L"), "liquid", ("4-1-soluble",)), rest=[item], exact=False)

    assert verdicts.grain(FIRE, [], FOURTH) == {MULTIPLE: Fraction(1, 20)}
    assert (told(one) == told(other)) == (one // 20 == other // 20)


AMOUNTS = st.decimals(0, 60, places=1)


@given(AMOUNTS, AMOUNTS, st.decimals("0.1", 60, places=1), st.booleans(), st.booleans(), st.booleans(), st.sampled_from((1, 4, -9)))
@settings(max_examples=150)
def test_who_looks_through_many_places_finds_the_same_without_a_sentence(own, rest, new, exact, inside, unsure, storey):
    place = Place(storey, True, True)
    for pack, classes in ((IBC, ("flammable-IB",)), (FIRE, ("4-1-soluble",)), (FIRE, ())):
        one = Item("x", amount(str(new), "gal"), "liquid", classes, "open", in_cabinet=inside, unsure=unsure)
        more, mine, theirs = one, [replace(one, amount=amount(own, "gal"))], [replace(one, amount=amount(rest, "gal"))]
        try:
            says = asked(pack, place, more, mine, theirs, exact).answer == YES
        except Unlimitable:
            says = False
        assert verdicts.passes(pack, place, own=mine, rest=theirs, more=more, exact=exact) == says


@given(
    st.sampled_from((IBC, FIRE, LAB)), st.lists(AMOUNTS, max_size=3), st.lists(AMOUNTS, max_size=3), st.decimals("0.1", 400, places=1),
    st.sampled_from((Place(1, True, True), FOURTH, Place(-9, True, True), Place(2, False, False, Lab("C", Decimal(1000))))),
    st.sampled_from(("storage", "closed", "open")), st.booleans(), st.booleans(), st.booleans(),
)  # fmt: skip
@settings(max_examples=400)
def test_what_an_empty_place_can_never_take_none_takes(pack, own, rest, new, place, condition, inside, unsure, exact):
    """Of limits as they are: it is refused empty. Of multiples it is another thing: where a duty has begun already, more of the
    same may be a yes that would begin it in an empty place."""
    classes = {IBC: ("flammable-IB",), FIRE: ("4-1-soluble",), LAB: ("class-I",)}[pack]
    more = Item("x", amount(str(new), "gal"), "liquid", classes, condition, in_cabinet=inside, unsure=unsure)
    mine, theirs = ([replace(more, amount=amount(str(each), "gal")) for each in some] for some in (own, rest))
    could = verdicts.could_pass(pack, place, more, exact=exact)
    assert could or not verdicts.passes(pack, place, own=mine, rest=theirs, more=more, exact=exact)
    assert could or not verdicts.passes(pack, place, own=(), rest=(), more=more, exact=exact)


@pytest.mark.parametrize(("had", "new", "empty", "there"), [
    (80, 100, False, True), (80, 319, False, True), (80, 320, False, False), (0, 79, True, True),
])  # fmt: skip
def test_a_multiple_may_be_a_yes_only_where_a_duty_has_begun(had, new, empty, there):
    """Of 400 L a fifth is 80 L: from there to 400 L no new duty begins. Nothing wider than those 320 L fits anywhere."""
    more, mine = (Item("x", amount(n, "L"), "liquid", ("4-1-soluble",)) for n in (new, had))
    assert verdicts.passes(FIRE, FOURTH, own=(), rest=(), more=more, exact=True) is empty
    assert verdicts.passes(FIRE, FOURTH, own=[mine], rest=(), more=more, exact=True) is there
    assert verdicts.could_pass(FIRE, FOURTH, more, exact=True) is (new < 320)
    assert verdicts.could_pass(FIRE, FOURTH, more, exact=False) is (new < 300)


class TestDoubt:
    """A figure that nobody has read blocks nothing, wherever in the sum it stands."""

    @pytest.mark.parametrize("exact", [True, False])
    def test_in_the_class_of_what_comes_or_of_what_is_there(self, exact):
        known, guessed = flammable(31), replace(flammable(31), certainty="K")
        pack = sure(IBC)
        assert asked(pack, FOURTH, known, exact=exact).answer == NO
        assert asked(pack, FOURTH, guessed, exact=exact).answer == APPROVAL
        assert asked(pack, FOURTH, flammable(1), own=[guessed], exact=exact).answer == APPROVAL
        assert asked(pack, FOURTH, flammable(1), own=[known], exact=exact).answer == NO
        assert asked(pack, FOURTH, flammable(1), rest=[guessed]).answer == APPROVAL

    def test_what_others_have_is_as_sure_as_the_pack_can_be(self):
        """A company hears the same of others' acetone whether it was classed by a guess or not: that would say what it is."""
        doubtful = replace(sure(IBC), liquids=tuple(replace(rule, certainty="K") for rule in IBC.liquids))
        for pack, answer in ((sure(IBC), NO), (doubtful, APPROVAL)):
            told = [asked(pack, FOURTH, flammable(1), rest=[replace(flammable(31), certainty=c)], exact=False) for c in ("A", "K")]
            assert told[0] == told[1]
            assert told[0].answer == answer

    @pytest.mark.parametrize("exact", [True, False])
    def test_and_so_are_multiples(self, exact):
        pack, acetone = sure(FIRE), Item("a", amount(390, "L"), "liquid", ("4-1-soluble",), certainty="A")
        ether = Item("e", amount(5, "L"), "liquid", ("4-special",), certainty="A")
        assert asked(pack, FOURTH, ether, rest=[acetone], exact=exact).answer == NO
        assert asked(pack, FOURTH, ether, rest=[replace(acetone, certainty="K")]).answer == APPROVAL
        assert asked(pack, FOURTH, ether, own=[replace(acetone, certainty="K")], exact=exact).answer == APPROVAL
        doubtful = replace(pack, liquids=tuple(replace(rule, certainty="K") for rule in FIRE.liquids))
        assert asked(doubtful, FOURTH, ether, rest=[acetone], exact=False).answer == APPROVAL

    def test_what_goes_into_a_cabinet_adds_nothing_outside_of_it(self):
        """31 gal stand outside where 30 may, 60 with cabinets: that is no reason to keep something out of the cabinet."""
        boxed = Place(4, True, True)
        assert asked(sure(IBC), boxed, flammable("0.1", in_cabinet=True), rest=[flammable(31)]).answer == YES
        assert asked(sure(IBC), boxed, flammable("0.1"), rest=[flammable(31)]).answer == NO


class TestVerification:
    def test_what_is_not_verified_never_blocks(self):
        doubtful = replace(IBC, classes={code: replace(c, rows=tuple(replace(r, certainty="K") for r in c.rows))
                                         for code, c in IBC.classes.items()})  # fmt: skip
        assert asked(doubtful, FOURTH, flammable(31)).answer == APPROVAL
        assert asked(sure(doubtful), FOURTH, flammable(31)).answer == NO

    def test_a_row_whose_figures_change_is_verified_no_more(self):
        known = {row.key: row.digest for row in rows(IBC)}
        first = IBC.floors[0]
        other = replace(IBC, floors=(replace(first, percent=first.percent + 1, certainty="C"), *IBC.floors[1:]))
        assert [f.certainty for f in verified(other, known).floors] == ["C", *["A"] * (len(IBC.floors) - 1)]
        assert [(key, before != after) for key, before, after in changed(IBC, other)] == [(f"floor:{first.first}:{first.last}", True)]
        assert changed(IBC, verified(IBC, known)) == []

    def test_what_a_class_says_of_sprinklers_and_cabinets_is_verified_with_its_rows(self):
        """Twice the figure, or four times, hangs on it."""
        def digests(**more):
            one = replace(IBC.classes["flammable-IB"], **more)
            return {row.key: row.digest for row in rows(replace(IBC, classes={**IBC.classes, one.code: one}))}

        before, key = digests(), "class:flammable-IB:liquid"
        for more in ({"sprinklers": "unlimited"}, {"cabinet": not IBC.classes["flammable-IB"].cabinet}, {"together": ("x",)}):
            assert {k for k, digest in digests(**more).items() if digest != before[k]} == {key}

    def test_keys_are_unique(self):
        for code in packs.codes():
            keys = [row.key for row in rows(packs.pack(code))]
            assert len(keys) == len(set(keys))


class TestClassing:
    def test_entered_before_named_before_figures(self):
        known = Substance("acetone", "liquid", "67-64-1", flash_c=Decimal("-20"), boil_c=Decimal(56))
        entered = replace(known, entered={"us-ibc": ("flammable-IC",), "ghs": ("Flam. Liq. 2",)})
        assert classed(IBC, known).classes == ("flammable-IB",)
        assert classed(IBC, entered).classes == ("flammable-IC",)

    def test_blanks_stay_unclassified_and_ask_for_approval(self):
        blank = classed(IBC, Substance("mixture", "liquid"))
        assert blank.classes == ()
        item = Item("mixture", amount(1, "L"), "liquid", blank.classes)
        assert asked(IBC, FOURTH, item).answer == APPROVAL

    def test_a_class_that_the_pack_dropped_counts_for_nothing(self):
        assert classed(IBC, Substance("x", "solid", entered={"us-ibc": ("no-such-class",)})).classes == ()

    @pytest.mark.parametrize(("pack", "cas", "density", "counts", "unsure"), [
        ("kr-fire", "7697-37-2", "0.0001", "1.49", False), ("kr-fire", "7697-37-2", "1.52", "1.52", False),
        ("us-ibc", "67-64-1", "0.79", "0.79", False), ("us-ibc", "67-64-1", "50", None, False), ("kr-fire", "67-64-1", "50", None, False),
    ])  # fmt: skip
    def test_a_density_that_a_company_alone_knows_lowers_nothing(self, pack, cas, density, counts, unsure):
        """None: by the code's own rule, or, where it has none, by volume alone."""
        known = Substance("x", "liquid", cas, flash_c=Decimal("-20"), boil_c=Decimal(56), soluble=True, density=Decimal(density), own=True)
        found = classed(packs.pack(pack), known)
        assert found.classes
        assert (found.density, found.unsure) == (Decimal(counts) if counts else None, unsure)
        shared = classed(packs.pack(pack), replace(known, own=False))
        assert shared.density == Decimal(density)

    def test_by_weight_and_nobody_else_knows_it(self):
        said = Substance("x", "liquid", density=Decimal("0.1"), own=True, claimed={"kr-fire": ("6",)})
        assert classed(FIRE, said).unsure
        agreed = classed(FIRE, replace(said, entered=said.claimed, claimed={}))
        assert (agreed.density, agreed.unsure) == (Decimal("0.1"), False)
