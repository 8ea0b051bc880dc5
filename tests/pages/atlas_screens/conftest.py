"""The atlas with the demonstration's data in it: two clusters known by address, figures of nine years, ties."""

from datetime import date
from random import Random

import pytest

from squaremile.cli.demo.atlas import dense
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from tests.world import MONDAY, World, setup_scope


@pytest.fixture
def filled(world: World) -> None:
    with clock.as_of(MONDAY), scope(setup_scope()):
        for _ in dense.make(lambda name: Random(f"1:{name}"), date(2027, 3, 1)):
            pass
