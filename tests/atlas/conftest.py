"""What the tests of the atlas share: the published data sets, where they are there."""

from pathlib import Path

import pytest

from tests.atlas.published import folder


@pytest.fixture(scope="session")
def published() -> "type[Published]":
    return Published


class Published:
    """`Published.folder("cambridge-lifesci")`, or the test is skipped saying what is missing."""

    @staticmethod
    def folder(name: str) -> Path:
        found = folder(name)
        if found is None:
            pytest.skip(f"the published data set {name} is not here (SQUAREMILE_SHARED_DATA names its folder)")
        return found
