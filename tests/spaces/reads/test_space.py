"""What the space pages read: by whom, as of when, and in how many statements."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.spaces import operations as spaces
from squaremile.spaces.reads.floor import floor
from squaremile.spaces.reads.place import place
from squaremile.spaces.reads.tree import overview, way
from tests.world import MONDAY, World

DAY = timedelta(days=1)
SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10]]


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def let(world: World):
    """Hanbit sits on bench 1 until day 100; bench 2 is held for Saebom from day 10."""
    with world.as_("operator"):
        with clock.as_of(MONDAY - 20 * DAY):
            one = spaces.hold(place="R201-B1", organisation="HANBIT", start=MONDAY - 10 * DAY, end=MONDAY + 100 * DAY,
                              note_text="계약 7")
        with clock.as_of(MONDAY - 5 * DAY):
            spaces.occupy(occupancy=one.code)
        two = spaces.hold(place="R201-B2", organisation="SAEBOM", start=MONDAY + 10 * DAY, end=MONDAY + 90 * DAY)
    return {"one": one.code, "two": two.code}


def bench(spots, code):
    return next(spot for spot in spots if spot.code == code)


def test_the_floor_as_it_stands(world: World, let):
    with world.as_("operator"):
        found = floor("JB-A2")
    assert [s.code for s in found.spots] == ["JB-A2-1", "R201", "R201-B1", "R201-B2", "R202"]
    one, two = bench(found.spots, "R201-B1"), bench(found.spots, "R201-B2")
    assert (one.standing.state, one.standing.free_from) == ("occupied", MONDAY + 100 * DAY)
    assert (one.standing.stay.holder.en, one.standing.stay.code) == ("Hanbit Bio", let["one"])
    assert (two.standing.state, two.standing.stay.period.start) == ("held", MONDAY + 10 * DAY)
    assert (found.occupation.occupied, found.occupation.held, found.occupation.rentable) == (1, 1, 2)
    assert [c.code for c in found.way.crumbs] == ["JB", "JB-A", "JB-A2"]


def test_a_company_reads_its_own_name_only(world: World, let):
    for who, own, other in (("hana", "R201-B1", "R201-B2"), ("sora", "R201-B2", "R201-B1")):
        with world.as_(who):
            spots = floor("JB-A2").spots
        mine, theirs = bench(spots, own).standing, bench(spots, other).standing
        assert mine.stay.mine
        assert mine.stay.holder is not None
        assert (theirs.stay.mine, theirs.stay.holder, theirs.stay.code) == (False, None, "")
        assert theirs.state in ("occupied", "held")


def test_as_of_a_moment_in_the_past(world: World, let):
    with world.as_("operator"):
        states = {
            days: (bench(f.spots, "R201-B1").standing.state, bench(f.spots, "R201-B2").standing.state)
            for days in (-15, -8, -2)
            for f in [floor("JB-A2", MONDAY + days * DAY)]
        }
        assert states == {-15: ("free", "free"), -8: ("held", "free"), -2: ("occupied", "free")}
        spaces.release(occupancy=let["one"])
        assert bench(floor("JB-A2").spots, "R201-B1").standing.state == "free"
        assert bench(floor("JB-A2", MONDAY - DAY).spots, "R201-B1").standing.state == "occupied"


def test_a_withdrawn_hold_was_never_there(world: World, let):
    with world.as_("operator"):
        spaces.release(occupancy=let["two"])
        assert bench(floor("JB-A2").spots, "R201-B2").standing.state == "free"
        assert bench(floor("JB-A2", MONDAY + 20 * DAY).spots, "R201-B2").standing.state == "free"


def test_only_a_floor_is_a_floor(world: World):
    for code in ("R201", "NOWHERE"):
        with world.as_("hana"), pytest.raises(Missing):
            floor(code)


def test_the_site_floor_by_floor(world: World, let):
    with world.as_("hana"):
        found = overview()
    assert (found.site.code, found.occupation.percent, found.occupation.rentable) == ("JB", 50, 2)
    assert [(f.code, f.occupation.occupied, f.mine, f.building) for f in found.floors] == [("JB-A2", 1, 1, None)]
    with world.as_("hana"), pytest.raises(Missing):
        overview("NOWHERE")


def test_one_place_and_who_has_it(world: World, let):
    with world.as_("hana"):
        own = place("R201-B1")
        theirs = place("R201-B2")
        room = place("R201")
    assert [(o.state, o.code, o.holder.en, o.note, o.mine) for o in own.occupancies] == [
        ("occupied", let["one"], "Hanbit Bio", "계약 7", True)
    ]
    assert [(o.state, o.code, o.holder, o.note, o.mine) for o in theirs.occupancies] == [("held", "", None, "", False)]
    assert [child.code for child in room.children] == ["R201-B1", "R201-B2"]
    assert (room.inside.occupied, room.inside.rentable) == (1, 2)


def test_what_has_ended_stays_with_its_own_people_and_staff(world: World, let):
    with world.as_("operator"):
        spaces.release(occupancy=let["one"])
    for who, states in (("hana", ["ended"]), ("operator", ["ended"]), ("sora", [])):
        with world.as_(who):
            assert [o.state for o in place("R201-B1").occupancies] == states


def test_the_way_in_and_the_sites_clock(world: World):
    with world.as_("hana"):
        found = way("R201-B1")
        assert [(c.code, c.kind) for c in found.crumbs][-3:] == [
            ("JB-A2-1", "control_area"), ("R201", "room"), ("R201-B1", "bench")
        ]
        assert found.zone.key == "Asia/Seoul"
        with pytest.raises(Missing):
            way("NOWHERE")


def test_closed_places_are_not_shown_inside(world: World):
    with world.as_("operator"):
        spaces.add_place(kind="room", code="R203", parent="JB-A2-1", name_ko="203호", name_en="")
        assert "R203" in [s.code for s in floor("JB-A2").spots]
        spaces.close_place(place="R203")
        assert "R203" not in [s.code for s in floor("JB-A2").spots]
        assert place("R203").place.active is False


def test_statements_do_not_grow_with_the_places(world: World, let):
    counts = []
    for more in (0, 3):
        with world.as_("operator"):
            for n in range(more):
                spaces.add_place(
                    kind="bench", code=f"B-{n}", parent="R202", name_ko=f"벤치 {n}", name_en="", rentable=True
                )
                spaces.hold(place=f"B-{n}", organisation="HANBIT", start=MONDAY, end=MONDAY + DAY)
        with world.as_("hana"):
            for read in (lambda: floor("JB-A2"), lambda: place("R202"), overview):
                with CaptureQueriesContext(connection) as asked:
                    read()
                counts.append(len(asked))
    assert counts[:3] == counts[3:] == [2, 4, 2]


def test_outlines_come_as_corners(world: World):
    with world.as_("operator"):
        spaces.edit_place(place="R201", outline=SQUARE)
        drawn = floor("JB-A2").drawn
    assert [(s.code, s.outline) for s in drawn] == [("R201", ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)))]
