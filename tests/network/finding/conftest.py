"""Everything about finding happens on the world's Monday."""

import pytest

from squaremile.kernel import clock
from tests.world import MONDAY


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield
