"""What the atlas's tests share: public data that lies beside the project and is never part of it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

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
