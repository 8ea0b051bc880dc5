"""The same reads with a clock that runs: what is to come counts although time passes between two statements."""

from datetime import UTC, datetime, timedelta

from squaremile.spaces import operations as spaces
from squaremile.spaces.reads.floor import floor
from squaremile.spaces.reads.place import place
from tests.world import World


def test_a_place_kept_for_someone_to_come_is_held(world: World):
    start = datetime.now(UTC) + timedelta(days=10)
    with world.as_("operator"):
        spaces.hold(place="R201-B1", organisation="HANBIT", start=start, end=start + timedelta(days=10))
        states = [next(s for s in floor("JB-A2").spots if s.code == "R201-B1"), place("R201-B1").place]
    assert [spot.standing.state for spot in states] == ["held", "held"]
