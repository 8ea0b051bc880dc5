"""Liaison work happens on the world's Monday, with a cast of its own."""

import pytest

from squaremile.kernel import clock
from tests.network.liaison.cast import Cast, assemble
from tests.world import MONDAY, World


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def cast(world: World) -> Cast:
    return assemble(world)
