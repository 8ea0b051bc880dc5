"""The demonstration's events: ten around today, one of them with a timetable."""

from random import Random
from zoneinfo import ZoneInfo

from squaremile.cli.demo.network import partnering
from squaremile.cli.demo.network.stage import Stage
from squaremile.kernel.scope import scope
from squaremile.network.models import Event, Meeting, MeetingRequest
from tests.world import MONDAY, setup_scope


def test_it_is_made(world):
    people = {f"{who}@example.org": world.people[who] for who in ("hana", "sora")}
    staff = {"site_director": world.people["director"]}
    stage = Stage(world.organisations, staff, people, MONDAY, ZoneInfo("Asia/Seoul"), Random)
    with scope(setup_scope()):
        assert list(partnering.make(stage)) == list(range(1, partnering.TOTAL + 1))
        assert Event.objects.count() == 10
        assert Event.objects.filter(state="finished").count() == 2
        assert MeetingRequest.objects.count() == 1
        assert Meeting.objects.count() == MeetingRequest.objects.filter(state="accepted").count()
