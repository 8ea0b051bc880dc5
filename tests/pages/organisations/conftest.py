"""Browsers, on Monday."""

import pytest

from squaremile.kernel import clock
from tests.pages.people import browser
from tests.world import MONDAY, World


@pytest.fixture(autouse=True)
def monday(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def enter(world: World):
    return lambda who="", language="en": browser(world, who, language)
