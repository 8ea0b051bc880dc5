"""A stricter pack never allows more: each figure, share and threshold at most what it was, and the rest as it is.

Of designated quantities "yes" says that no duty begins by what comes. Where one has begun already, more begins none; so there the
sum, the duty that is reached, and what is no "no" are held against each other, and "yes" for a place in which nothing stands yet.
"""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.safety.policies import packs, verdicts
from squaremile.safety.policies.lab_units import most
from squaremile.safety.policies.packs import CONDITIONS
from squaremile.safety.policies.quantity import amount
from squaremile.safety.policies.sums import Item, control_area, designated
from squaremile.safety.policies.verdicts import NO, ORDER, YES, Place
from tests.safety.policies.test_verdicts import asked, sure

SHARES = [Decimal(each) for each in ("0", "0.1", "0.5", "0.9", "1")]
MORE = st.lists(st.sampled_from(SHARES), min_size=7, max_size=7)
UNITS = {"liquid": ("gal", "L", "lb"), "solid": ("lb", "kg"), "gas": ("cf",), "liquefied": ("lb", "kg")}
SPRINKLERS = {"unlimited": "double", "double": "double", "required": "required"}


def cut(value, shares, n):
    """A figure by one of the shares: which one, where it stands says."""
    return None if value is None else value * shares[n % len(shares)]


def stricter_limits(pack, shares):
    def row(n, each):
        return replace(each, figures={c: cut(each.figures[c], shares, n + m) for m, c in enumerate(CONDITIONS)})

    classes = {
        code: replace(
            each, rows=tuple(row(n + m, r) for m, r in enumerate(each.rows)), cabinet=each.cabinet and shares[n % 7] > 0,
            sprinklers=each.sprinklers if shares[(n + 1) % 7] else SPRINKLERS[each.sprinklers],
        )
        for n, (code, each) in enumerate(pack.classes.items())
    }  # fmt: skip
    floors = tuple(replace(each, percent=cut(each.percent, shares, n + 3)) for n, each in enumerate(pack.floors))
    modifiers = {code: replace(each, factor=max(Decimal(1), cut(each.factor, shares, n + 5))) for n, (code, each) in
                 enumerate(pack.modifiers.items())}  # fmt: skip
    return sure(replace(pack, classes=classes, floors=floors, modifiers=modifiers))


def stricter_quantities(pack, shares):
    some = [share or Decimal("0.01") for share in shares]
    classes = {code: replace(each, quantity=cut(each.quantity, some, n)) for n, (code, each) in enumerate(pack.classes.items())}
    # Thresholds keep their order: each goes down by the same share, or further than the one above it.
    share = some[0]
    thresholds = tuple(replace(each, first=each.first * share) for each in pack.thresholds)
    return sure(replace(pack, classes=classes, thresholds=thresholds))


IBC, FIRE = sure(packs.pack("us-ibc")), sure(packs.pack("kr-fire"))


@st.composite
def of_limits(draw):
    """Something in one or two classes of the pack, mostly in the class that the sum is about."""
    hazard = IBC.classes[draw(st.sampled_from(["flammable-IA", "flammable-IB", "flammable-IC", *IBC.classes]))]
    while hazard.together or not hazard.rows:
        hazard = IBC.classes["flammable-IB"]
    row = draw(st.sampled_from(hazard.rows))
    unit = draw(st.sampled_from([row.unit, *(["L"] if row.unit == "gal" else [])]))
    much = draw(st.decimals("0.01", 400, places=2))
    return Item("x", amount(str(much), unit), row.state, (hazard.code,), draw(st.sampled_from(CONDITIONS)), draw(st.booleans()),
                Decimal("0.8"), "A")  # fmt: skip


@st.composite
def of_quantities(draw):
    codes = draw(st.lists(st.sampled_from(list(FIRE.classes)), min_size=1, max_size=2))
    much = draw(st.decimals("0.01", 60, places=2))
    return Item("x", amount(str(much), draw(st.sampled_from(["L", "kg"]))), "liquid", tuple(codes), density=Decimal("0.8"), certainty="A")


PLACES = st.builds(Place, st.sampled_from((1, 2, 4, 8, -1)), st.booleans(), st.booleans())
THERE = st.lists(of_limits(), max_size=3)


@given(MORE, PLACES, st.sampled_from(list(IBC.classes)), st.sampled_from(CONDITIONS), st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_stricter_pack_has_no_higher_limit(shares, place, code, condition, cabinet):
    found = [
        most(pack, pack.classes[code], floor=place.storey, sprinklered=place.sprinklered, cabinet=cabinet, condition=condition).limit
        for pack in (stricter_limits(IBC, shares), IBC)
    ]  # fmt: skip
    assert found[1] is None or (found[0] is not None and found[0] <= found[1])


@given(MORE, PLACES, THERE, THERE, of_limits(), st.booleans())
@settings(max_examples=200, deadline=None)
def test_what_a_stricter_pack_allows_into_a_control_area_the_laxer_allows_too(shares, place, own, rest, more, exact):
    strict = stricter_limits(IBC, shares)
    said = [asked(pack, place, more, own, rest, exact).answer for pack in (strict, IBC)]
    assert ORDER.index(said[1]) <= ORDER.index(said[0])
    told = [verdicts.passes(pack, place, own=own, rest=rest, more=more, exact=exact) for pack in (strict, IBC)]
    assert told[1] or not told[0]
    over = [
        control_area(pack, [*own, *rest, more], floor=place.storey, sprinklered=place.sprinklered, cabinets=place.cabinets).over
        for pack in (strict, IBC)
    ]  # fmt: skip
    assert over[0] or not over[1]


@given(MORE, st.lists(of_quantities(), max_size=3), st.lists(of_quantities(), max_size=3), of_quantities(), st.booleans())
@settings(max_examples=200, deadline=None)
def test_what_a_stricter_pack_of_quantities_allows_the_laxer_allows_too(shares, own, rest, more, exact):
    strict, place = stricter_quantities(FIRE, shares), Place(1, True, False)
    sums = [designated(pack, [*own, *rest, more]) for pack in (strict, FIRE)]
    assert sums[1].exact <= sums[0].exact
    reached = [sorted(t.first for t in pack.thresholds).index(each.threshold.first) for pack, each in zip((strict, FIRE), sums, strict=True)]
    assert reached[1] <= reached[0]
    said = [asked(pack, place, more, own, rest, exact).answer for pack in (strict, FIRE)]
    assert said[0] == NO or said[1] != NO or not exact
    empty = [asked(pack, place, more, exact=exact).answer for pack in (strict, FIRE)]
    assert ORDER.index(empty[1]) <= ORDER.index(empty[0])


@pytest.mark.parametrize("exact", [True, False])
def test_the_property_can_fail(exact):
    """A yes of the stricter pack that the laxer would not give is what it looks for: here the two are swapped."""
    strict, more = stricter_limits(IBC, [Decimal("0.5")] * 7), Item("x", amount("100", "gal"), "liquid", ("flammable-IB",), certainty="A")
    assert [asked(pack, Place(1, False, False), more, exact=exact).answer for pack in (strict, IBC)] == [NO, YES]
