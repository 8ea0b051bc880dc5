"""Where the published data sets are: beside the project, or where SQUAREMILE_SHARED_DATA says."""

import os
from pathlib import Path

from tests.conftest import ROOT


def folder(name: str) -> Path | None:
    """The folder of one data set, or None where it is not."""
    given = os.environ.get("SQUAREMILE_SHARED_DATA")
    for place in [Path(given)] if given else [ROOT.parent / "shared" / "data"]:
        if (place / name).is_dir():
            return place / name
    return None
