"""Races of residency: how fast, and how near to the best that can be."""

import os
import platform
from datetime import UTC, datetime
from typing import Any


def measured() -> dict[str, Any]:
    """Both races, each answer proved sound before its time counts, as the section `residency` of the kept numbers."""
    from . import __main__ as reviewers  # here, so that `report` alone needs no solver
    from . import allocation

    load = os.getloadavg()[0]
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "machine": f"{len(os.sched_getaffinity(0))} cores, Python {platform.python_version()}",
        "load": round(load, 1),
        "assignment": reviewers.rows(),
        "allocation": allocation.rows(),
    }
