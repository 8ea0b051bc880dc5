"""The atlas with the demonstration's data in it where a test asks for it."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from tests.conftest import pointed
from tests.world import World, build_world


@pytest.fixture
def world(request: pytest.FixtureRequest, django_db_blocker) -> Iterator[World]:
    """The small cluster, with the data where the test asks for `filled`; rolled back either way."""
    if "filled" not in request.fixturenames:
        request.getfixturevalue("db")
        yield build_world(existing=True)
        return
    with django_db_blocker.unblock(), pointed(connection, request.getfixturevalue("full_atlas")), transaction.atomic():
        yield build_world(existing=True)
        transaction.set_rollback(True)


@pytest.fixture
def filled(world: World) -> None:
    """Asked for by name: see `world`."""
