"""What these tests share: the rival's week, in a database of the test's own where every commit is seen from outside."""

from collections.abc import Iterator

import psycopg
import pytest

from squaremile.kernel import clock
from tests.confidential.rival import Rival, a_rivals_week
from tests.confidential.untouched import Untouched
from tests.races.ring import admin
from tests.world import MONDAY, World


@pytest.fixture
def rival(world: World) -> Iterator[Rival]:
    with clock.as_of(MONDAY):
        yield a_rivals_week(world)


@pytest.fixture
def rival_kept(committed_world: World) -> Iterator[Rival]:
    """As `rival`, committed."""
    with clock.as_of(MONDAY):
        yield a_rivals_week(committed_world)


@pytest.fixture
def untouched(own_database: str, admin_url: str, rival_kept: Rival) -> Iterator[Untouched]:
    with psycopg.connect(admin(own_database, admin_url), autocommit=True) as db:
        yield Untouched(db, rival_kept)
