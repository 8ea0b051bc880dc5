"""Every test of the atlas's operations begins on Monday, as the programme team."""

from collections.abc import Iterator

import pytest

from squaremile.kernel import clock
from tests.world import MONDAY, World


@pytest.fixture(autouse=True)
def staff(world: World) -> Iterator[None]:
    with clock.as_of(MONDAY), world.as_("programme"):
        yield
