"""What this process may use of the machine."""

import os


def cores() -> int:
    """Cores that this process may run on; where the system does not say, those it has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
