"""On Monday, with a shelf of the test's own, and two partners in the directory."""

import pytest

from squaremile.kernel import clock
from tests.network.agreements.making import partners
from tests.world import MONDAY, World


@pytest.fixture
def at_monday(settings, tmp_path, world: World):
    settings.MEDIA_ROOT = tmp_path
    with clock.as_of(MONDAY):
        with world.as_("programme"):
            partners()
        yield
