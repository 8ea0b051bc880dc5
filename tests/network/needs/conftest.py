"""Everything about needs happens on the world's Monday."""

import pytest

from squaremile.kernel import clock
from tests.network.finding.conftest import library
from tests.world import MONDAY

__all__ = ["library"]


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield
