"""The sketch of the municipalities: it tiles the frame, and each town hall stands in its own part."""

import pytest

from squaremile.atlas.policies.polygons import outline
from squaremile.cli.demo.atlas.places import FRAME, TOWNS
from squaremile.cli.demo.atlas.places import outline as drawn


def test_parts_tile_the_frame():
    whole = outline({"type": "Polygon", "coordinates": [[*map(list, FRAME), list(FRAME[0])]]}).area_km2
    parts = [outline(drawn(town)).area_km2 for town in TOWNS]
    assert len(parts) == 15
    assert min(parts) > 20
    assert sum(parts) == pytest.approx(whole, rel=1e-4)


def test_each_town_hall_stands_in_its_own_part_alone():
    shapes = {town.code: outline(drawn(town)) for town in TOWNS}
    for town in TOWNS:
        assert [code for code, shape in shapes.items() if shape.holds(town.north, town.east)] == [town.code]
