"""What the tests of the atlas share: the published data sets, where they are there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.atlas.published import folder
from tests.conftest import ROOT

Shared = Callable[[str], Path]


@pytest.fixture(scope="session")
def shared_data() -> Shared:
    """The folder of one public data set; skips with the reason where it is absent.

    They lie in `../shared/data` beside the project, or where SQUAREMILE_SHARED_DATA says.
    """
    folder = Path(os.environ.get("SQUAREMILE_SHARED_DATA") or ROOT.parent / "shared" / "data")

    def find(name: str) -> Path:
        if not (folder / name).is_dir():
            pytest.skip(f"the public data set {name} is not at {folder}")
        return folder / name

    return find


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
