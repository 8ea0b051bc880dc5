"""pyHanko begins an event loop of its own, which is refused where one runs already: it works in a thread that has none."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Made = TypeVar("Made")


def apart(work: Callable[[], Made]) -> Made:
    """What the work answers, or what it raises. It reads no database: its thread has no scope."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(work).result()
