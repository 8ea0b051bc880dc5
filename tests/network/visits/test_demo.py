"""The demonstration's visits: every host is met where she works, and nothing of the plan clashes."""

from random import Random
from zoneinfo import ZoneInfo

import pytest

from squaremile.cli.acting import SETUP
from squaremile.cli.demo.network import directory, visits
from squaremile.cli.demo.network.stage import Stage
from squaremile.cli.demo.network.visit_cast import HOSTS, WORKS_AT
from squaremile.kernel.scope import scope
from squaremile.network.models import Delegation, Person, VisitStop
from squaremile.network.reads.visit_plan import clash_list, stops_of
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


def test_hosts_are_met_where_they_work(world: World):
    staff = {"site_director": world.people["director"], "programme": world.people["programme"]}
    stage = Stage({}, staff, {}, MONDAY, ZoneInfo("Asia/Seoul"), lambda what: Random(f"7:{what}"))
    with scope(SETUP):
        list(directory.make(stage))
        home = dict(Person.objects.values_list("code", "partner__code"))
    assert {host.person: home.get(host.person) for host in HOSTS} == {host.person: WORKS_AT[host.place] for host in HOSTS}
    assert list(visits.make(stage)) == [1, 2]
    with world.as_("programme"):
        found = Delegation.objects.get(code=visits.OUT)
        stops = stops_of(found)
        assert {s.wish.host.partner.code for s in stops if s.wish} <= set(WORKS_AT.values())
        assert [c for c in clash_list(found, stops) if c.kind != "meal"] == []
        assert VisitStop.objects.filter(delegation=found, wish__isnull=False).count() >= 10
        assert {s.party.code for s in stops if s.party} == {"VY-BIZ", "VY-SCI"}
