"""Two who change the map at once: whatever their order, sites lie in the regions that hold them, and in no other's hands."""

import threading
import time
from collections.abc import Callable, Iterator
from decimal import Decimal

import psycopg
import pytest
from django.db import connection

from squaremile.atlas import operations as atlas
from squaremile.atlas.models import Activity, Organisation, Site, SiteRegion
from squaremile.kernel.scope import scope
from tests.atlas.making import FAR, SQUARE, organisation, region
from tests.races.ring import admin
from tests.world import World, setup_scope

pytestmark = pytest.mark.slow
WAITING = """
SELECT count(*) FROM pg_locks l WHERE NOT l.granted AND l.pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())
"""


@pytest.fixture
def outside(own_database: str, admin_url: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(admin(own_database, admin_url), autocommit=True) as db:
        yield db


@pytest.fixture
def mapped(committed_world: World) -> World:
    with committed_world.as_("programme"):
        region("there", FAR)
        for code in ("AO-1", "AO-2"):
            organisation(code)
    return committed_world


def one_after_the_other(world: World, outside: psycopg.Connection, first: Callable[[], object], second: Callable[[], object]) -> None:
    """The second begins while the first has written and not yet ended: it has to wait, or the test fails."""
    written, end, failed = threading.Event(), threading.Event(), []

    def run(act: Callable[[], object], *, holds: bool) -> None:
        try:
            with world.as_("programme"):
                act()
                if holds:
                    written.set()
                    assert end.wait(30)
        except BaseException as error:
            failed.append(error)
        finally:
            written.set()
            connection.close()

    threads = [threading.Thread(target=run, args=(act,), kwargs={"holds": act is first}) for act in (first, second)]
    threads[0].start()
    assert written.wait(30)
    threads[1].start()
    until = time.monotonic() + 10
    while outside.execute(WAITING).fetchone() == (0,) and threads[1].is_alive() and time.monotonic() < until:
        time.sleep(0.02)
    waited = threads[1].is_alive()
    end.set()
    for each in threads:
        each.join(30)
    assert not failed and waited


def enter() -> object:
    return atlas.add_site(institution="AO-1", code="AS-1", latitude=Decimal("35.85"), longitude=Decimal("127.1"), precision="street")


def redraw() -> object:
    return atlas.edit_region(region_scheme="drawn", region="there", outline=SQUARE)


@pytest.mark.parametrize("turned", [False, True])
def test_a_site_and_the_outline_around_it(mapped: World, outside: psycopg.Connection, *, turned: bool):
    one_after_the_other(mapped, outside, *((redraw, enter) if turned else (enter, redraw)))
    with scope(setup_scope()):
        assert SiteRegion.objects.filter(site__code="AS-1", region__code="there").exists()


@pytest.mark.parametrize("turned", [False, True])
def test_a_site_of_one_that_is_merged_meanwhile(mapped: World, outside: psycopg.Connection, *, turned: bool):
    with mapped.as_("programme"):
        pair = atlas.pair_organisations(institution="AO-1", other_institution="AO-2").code
    merge = lambda: atlas.merge_organisations(pair=pair, keep="AO-2")
    one_after_the_other(mapped, outside, *((merge, enter) if turned else (enter, merge)))
    with scope(setup_scope()):
        assert Organisation.objects.get(code="AO-1").merged_into is not None
        assert Site.objects.get(code="AS-1").organisation.code == "AO-2"


@pytest.mark.parametrize("turned", [False, True])
def test_what_one_does_that_is_merged_meanwhile(mapped: World, outside: psycopg.Connection, *, turned: bool):
    """Nothing is put on a map: the organisation itself is waited for."""
    with mapped.as_("programme"):
        pair = atlas.pair_organisations(institution="AO-1", other_institution="AO-2").code
        atlas.add_activity_code(activity_scheme="modality", code="cell", name_ko="세포")
    merge = lambda: atlas.merge_organisations(pair=pair, keep="AO-2")
    record = lambda: atlas.record_activity(institution="AO-1", activity_scheme="modality", activity_code="cell")
    one_after_the_other(mapped, outside, *((merge, record) if turned else (record, merge)))
    with scope(setup_scope()):
        assert [each.organisation.code for each in Activity.objects.select_related("organisation")] == ["AO-2"]

