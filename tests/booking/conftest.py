"""Everything in booking happens on the world's Monday, unless a test says otherwise."""

import pytest

from squaremile.kernel import clock
from tests.world import MONDAY


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield
