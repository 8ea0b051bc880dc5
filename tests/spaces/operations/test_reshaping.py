"""Places that become one or several from a day: nobody loses what she has, and nobody gets what is not there."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from squaremile.core.words import CODE_UNFIT
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, SquaremileError
from squaremile.kernel.period import Period
from squaremile.spaces import operations as spaces
from squaremile.spaces.models import Occupancy, Place
from squaremile.spaces.reads.inside import inside
from squaremile.spaces.reads.places import lettable
from squaremile.spaces.reads.reshaping import reshapable, reshapes
from tests.world import MONDAY, World

DAY = date(2027, 4, 1)
AFTER = MONDAY + timedelta(days=60)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def refused(act, **asked):
    with pytest.raises(SquaremileError) as caught, transaction.atomic():
        act(**asked)
    return caught.value.code


@pytest.fixture
def row(world: World):
    """Three benches side by side, and one apart."""
    with world.as_("operator"):
        for n, left in enumerate((0, 2, 4, 8)):
            spaces.add_place(
                kind="bench", code=f"M{n}", parent="R202", name_ko=f"벤치 {n}", name_en=f"Bench {n}", rentable=True,
                outline=[[left, 0], [left + 2, 0], [left + 2, 1], [left, 1]], area_m2=Decimal(2),
            )
    return world


def merged(**said):
    return spaces.merge_places(**{"merged": ["M0", "M1"], "on_day": DAY, "kind": "bay", "name_ko": "베이", "code": "BAY", **said})


def seen(at):
    return {spot.code for spot in inside("R202", at)} - {"R202"}


@pytest.mark.parametrize("code", ["A/B", "A B", "A?B", "A%2F"])
def test_no_code_that_breaks_an_address(row: World, code: str):
    with row.as_("operator"):
        assert refused(merged, code=code) == CODE_UNFIT


def test_from_the_day_there_is_one_and_until_then_two(row: World):
    with row.as_("operator"):
        made = merged()
        assert seen(MONDAY) == {"M0", "M1", "M2", "M3"}
        assert seen(AFTER) == {"BAY", "M2", "M3"}
        bay = Place.objects.get(code="BAY")
        assert (bay.outline, bay.area_m2, bay.rentable) == ([[0.0, 0.0], [4.0, 0.0], [4.0, 1.0], [0.0, 1.0]], 4, True)
        assert "BAY" not in {each.code for each in lettable()}
        assert [(r.code, r.open, [p.code for p in r.goes], [p.code for p in r.comes]) for r in reshapes(bay.site.code)] == [
            (made.code, True, ["M0", "M1"], ["BAY"])]
    with clock.as_of(AFTER), row.as_("operator"):
        assert {"BAY", "M0"} & {each.code for each in lettable()} == {"BAY"}
        spaces.add_place(kind="bench", code="IN-BAY", parent="BAY", name_ko="안", name_en="Inside")
        assert refused(spaces.add_place, kind="bay", parent="IN-BAY", name_ko="안", name_en="In") == "spaces.place_unfit"


def test_what_a_merge_refuses(row: World):
    with row.as_("operator"):
        for wrong in ({"merged": ["M0"]}, {"name_ko": " "}, {"on_day": date(2027, 3, 1)}, {"merged": ["M0", "R201"]}):
            assert refused(merged, **wrong) == "spaces.reshape_unsound"
        assert refused(merged, merged=["M0", "M3"]) == "spaces.not_adjoining"
        assert refused(merged, merged=["M0", "R201-B1"]) == "spaces.not_adjoining"
        assert refused(merged, merged=["M0", "NONE"]) == "core.not_found"
        assert refused(merged, kind="shelf") == "spaces.place_unfit"
        assert refused(merged, code="R201") == "core.code_taken"
        merged()
        assert refused(merged, merged=["M1", "M2"], code="BAY2") == "spaces.reshape_unsound"
        assert "M0" not in {part.code for part in reshapable(Place.objects.get(code="M0").site.code)}
    for who in ("hajin", "programme", "auditor"):
        with row.as_(who), pytest.raises(Forbidden):
            merged()


def test_nobody_keeps_a_place_beyond_its_end_or_has_one_before_it_comes(row: World):
    early, late = MONDAY + timedelta(days=1), AFTER + timedelta(days=30)
    with row.as_("operator"):
        held = spaces.hold(place="M0", organisation="HANBIT", start=early, end=late)
        assert refused(merged) == "spaces.taken_beyond"
        spaces.release(occupancy=held.code, end=MONDAY + timedelta(days=20))
        merged()
        assert refused(spaces.extend, occupancy=held.code, end=late) == "spaces.place_gone"
        assert refused(spaces.hold, place="M1", organisation="HANBIT", start=early, end=late) == "spaces.place_gone"
        assert refused(spaces.hold, place="BAY", organisation="HANBIT", start=early, end=late) == "spaces.place_gone"
        spaces.hold(place="BAY", organisation="HANBIT", start=AFTER, end=late)
        with pytest.raises(IntegrityError, match="not there all that time"), transaction.atomic():
            Occupancy.objects.filter(code=held.code).update(period=Period(early, late))
        with pytest.raises(IntegrityError, match="somebody has place"), transaction.atomic():
            Place.objects.filter(code="BAY").update(since=AFTER + timedelta(days=1))


def test_a_split_into_strips(row: World):
    with row.as_("operator"):
        spaces.split_place(place="M2", on_day=DAY, into=2, kind="bench")
        assert seen(AFTER) == {"M0", "M1", "M2-A", "M2-B", "M3"}
        first = Place.objects.get(code="M2-A")
        assert (first.name_ko, first.area_m2, first.outline[1]) == ("벤치 2 A", 1, [5.0, 0.0])
        assert refused(spaces.split_place, place="M0", on_day=DAY, into=1, kind="bench") == "spaces.reshape_unsound"
        spaces.add_place(kind="shelf", code="SH", parent="M0", name_ko="선반", name_en="Shelf")
        assert refused(spaces.split_place, place="M0", on_day=DAY, into=2, kind="bench") == "spaces.place_not_empty"


def test_taken_back_before_its_day_alone(row: World):
    with row.as_("operator"):
        made = merged()
        coming = spaces.hold(place="BAY", organisation="HANBIT", start=AFTER, end=AFTER + timedelta(days=9))
        assert refused(spaces.cancel_reshape, reshape=made.code) == "spaces.place_in_use"
        spaces.release(occupancy=coming.code)
        spaces.cancel_reshape(reshape=made.code)
        assert seen(AFTER) == {"M0", "M1", "M2", "M3"}
        assert refused(spaces.cancel_reshape, reshape=made.code) == "spaces.reshape_unknown"
        again = merged()
    with clock.as_of(AFTER), row.as_("operator"):
        assert refused(spaces.cancel_reshape, reshape=again.code) == "spaces.reshape_over"
