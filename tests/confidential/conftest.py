"""What these tests share: the rival's week, lived once a worker, and copied or rolled back for every test."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection, transaction

from squaremile.kernel import clock
from tests.confidential.rival import Rival, a_rivals_week
from tests.confidential.untouched import Untouched
from tests.conftest import clone, drop, pointed, template_name
from tests.races.ring import admin
from tests.world import MONDAY, World, build_world


@pytest.fixture(scope="session")
def week(worker_database: str, admin_url: str, django_db_setup: None, django_db_blocker) -> Iterator[tuple[str, Rival]]:
    """The name of a database in which the week has been lived, and what is in it."""
    name = f"{worker_database}_rival"
    clone(admin_url, template_name(admin_url), name)
    with django_db_blocker.unblock(), pointed(connection, name), clock.as_of(MONDAY):
        rival = a_rivals_week(build_world(existing=True))
    yield name, rival
    drop(admin_url, name)


@pytest.fixture
def lived(week: tuple[str, Rival], django_db_blocker) -> Iterator[Rival]:
    """Inside a transaction that is rolled back."""
    name, rival = week
    with django_db_blocker.unblock(), pointed(connection, name), transaction.atomic():
        yield rival
        transaction.set_rollback(True)


@pytest.fixture
def world(lived: Rival) -> World:
    return build_world(existing=True)


@pytest.fixture
def rival(lived: Rival) -> Iterator[Rival]:
    with clock.as_of(MONDAY):
        yield lived


@pytest.fixture
def template(week: tuple[str, Rival]) -> str:
    """What a database of the test's own is copied from."""
    return week[0]


@pytest.fixture
def rival_kept(committed_world: World, week: tuple[str, Rival]) -> Iterator[Rival]:
    """As `rival`, committed."""
    with clock.as_of(MONDAY):
        yield week[1]


@pytest.fixture
def untouched(own_database: str, admin_url: str, rival_kept: Rival) -> Iterator[Untouched]:
    with psycopg.connect(admin(own_database, admin_url), autocommit=True) as db:
        yield Untouched(db, rival_kept)
