"""The atlas with the demonstration's data in it: two clusters known by address, figures of nine years, ties."""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from django.db import connection, transaction

from squaremile.cli.demo.atlas import dense
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from tests.conftest import clone, drop, pointed, template_name
from tests.world import MONDAY, World, build_world, setup_scope


@pytest.fixture(scope="session")
def full(worker_database: str, admin_url: str, django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """The name of a database with the data in it, made once a worker: making it takes longer than any test."""
    name = f"{worker_database}_atlas"
    clone(admin_url, template_name(admin_url), name)
    with django_db_blocker.unblock(), pointed(connection, name), clock.as_of(MONDAY), scope(setup_scope()):
        for _ in dense.make(lambda name: Random(f"1:{name}"), date(2027, 3, 1)):
            pass
    yield name
    drop(admin_url, name)


@pytest.fixture
def world(request: pytest.FixtureRequest, django_db_blocker) -> Iterator[World]:
    """The small cluster, with the data where the test asks for `filled`; rolled back either way."""
    if "filled" not in request.fixturenames:
        request.getfixturevalue("db")
        yield build_world(existing=True)
        return
    with django_db_blocker.unblock(), pointed(connection, request.getfixturevalue("full")), transaction.atomic():
        yield build_world(existing=True)
        transaction.set_rollback(True)


@pytest.fixture
def filled(world: World) -> None:
    """Asked for by name: see `world`."""
