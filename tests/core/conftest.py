"""Core's tests happen on Monday, with files in a folder of their own."""

import pytest

from squaremile.kernel import clock
from tests.world import MONDAY


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path
