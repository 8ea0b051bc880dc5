"""The sketch of the municipalities: it tiles the frame, and each town hall stands in its own part."""

from random import Random

import pytest

from squaremile.atlas.models import Claim, Organisation, Region, Site, SiteRegion, Snapshot
from squaremile.atlas.policies.polygons import outline
from squaremile.cli.demo.atlas import making
from squaremile.cli.demo.atlas.places import FRAME, TOWNS
from squaremile.cli.demo.atlas.places import outline as drawn
from squaremile.cli.demo.build import ZONE
from squaremile.cli.demo.network.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from tests.world import MONDAY, World, setup_scope


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


def test_it_is_made_whole_and_counts_what_is_there(world: World):
    stage = Stage({}, {}, {}, MONDAY, ZONE, lambda what: Random(f"2024:{what}"))
    with clock.as_of(MONDAY), scope(setup_scope()):
        assert list(making.make(stage)) == list(range(1, making.TOTAL + 1))
        assert (Region.objects.count(), Organisation.objects.count(), Claim.objects.count()) == (15, making.ORGANISATIONS, making.CLAIMS)
        assert Organisation.objects.filter(published=False).count() == making.ORGANISATIONS // 15
        assert Site.objects.filter(precision="city").count() == making.ORGANISATIONS // 5
        assert SiteRegion.objects.count() >= making.ORGANISATIONS * 0.95
        top = Snapshot.objects.get(claim__code="AC-TOP")
        assert (top.value, top.base, top.unknown) == (5, 10, 3)
        assert Snapshot.objects.get(claim__code="AC-DJ").value > 0
