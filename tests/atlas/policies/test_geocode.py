"""Points that are not where their addresses say are found; the others are left alone."""

from squaremile.atlas.policies.geocode import Doubt, Place, doubts
from squaremile.atlas.policies.polygons import outline

BOX = outline({"type": "Polygon", "coordinates": [[[127, 35], [128, 35], [128, 36], [127, 36], [127, 35]]]})


def around(count: int, north: float = 42.36, east: float = -71.09) -> list[Place]:
    return [Place(f"{n}", north + n / 1000, east + n / 2000, f"{n} Main St") for n in range(count)]


def kinds(found: list[Doubt]) -> dict[str, str]:
    return {one.key: one.kind for one in found}


def test_one_far_from_all_others_is_found_without_a_region():
    found = doubts([*around(20), Place("x", 22.806, 86.149, "1 Broadway")])
    assert kinds(found) == {"x": "far"}
    assert 12_000_000 < found[0].metres < 13_000_000


def test_swapped_is_told_from_far():
    assert kinds(doubts([*around(20), Place("x", -71.09, 42.36)])) == {"x": "swapped"}
    assert kinds(doubts([Place("x", 127.5, 35.5)])) == {"x": "swapped"}


def test_outside_and_swapped_in_a_region():
    places = [Place("in", 35.5, 127.5), Place("edge", 35, 127), Place("out", 37.5, 127.0), Place("turned", 127.5, 35.5)]
    assert kinds(doubts(places, BOX)) == {"out": "outside", "turned": "swapped"}


def test_nowhere_is_no_point():
    assert kinds(doubts([Place("zero", 0, 0), Place("beyond", 200, 300)])) == {"zero": "no_point", "beyond": "no_point"}


def test_more_than_five_on_one_point():
    same = [Place(f"{n}", 35.1, 127.1, "") for n in range(6)]
    assert {one.kind for one in doubts(same)} == {"pile_up"}
    assert doubts(same)[0].count == 6
    assert doubts(same[:5]) == []


def test_one_building_is_told_from_the_middle_of_a_city():
    tower = [Place(f"{n}", 42.3, -71.1, f"1 Broadway, {n}th Floor") for n in range(7)]
    assert {one.kind for one in doubts(tower)} == {"one_building"}
    tower[0] = Place("0", 42.3, -71.1, "75 Sidney St")
    assert {one.kind for one in doubts(tower)} == {"pile_up"}


def test_a_world_wide_register_has_nobody_far_away():
    world = [Place("a", 35, 127), Place("b", 42, -71), Place("c", 48, 2), Place("d", -33, 151), Place("e", 51, 0), Place("f", -23, -46)]
    assert doubts(world) == []
