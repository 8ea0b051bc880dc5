"""What is made once and given to everybody who asks within the hour, one at a time in each process."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """Answers by key, for so many seconds, at most so many of them. One is made at a time: the rest of the server serves."""

    def __init__(self, seconds: float, most: int, wait: float) -> None:
        self.seconds, self.most, self.wait = seconds, most, wait
        self._held: OrderedDict[str, tuple[float, T]] = OrderedDict()
        self._begun: dict[str, threading.Event] = {}
        self._failed: dict[str, Exception] = {}
        self._guard, self._making = threading.Lock(), threading.Lock()

    def get(self, key: str, make: Callable[[], T]) -> T | None:
        """The answer; made where none is held. None where others are being made and it is not there in time."""
        found = self._fresh(key)
        if found is not None:
            return found
        if not self._making.acquire(timeout=self.wait):
            return self._fresh(key)
        try:
            found = self._fresh(key)
            if found is None:
                found = make()
                self._keep(key, found)
            return found
        finally:
            self._making.release()

    def begun(self, key: str, make: Callable[[], T], most_waiting: int = 20) -> T | None:
        """The answer, or None where it is still being made, or `most_waiting` others are: ask again.

        It is made beside the requests, in a thread of its own, so that nobody's request waits longer than `wait`. `make`
        works on what it was given and asks no database; a key says everything that it works on, so that whoever sees
        the same rows gets the same answer, and nobody another's. What `make` raises is raised here, to who asks next.
        """
        found = self._fresh(key)
        if found is not None:
            return found
        with self._guard:
            if key in self._failed:
                raise self._failed.pop(key)
            ready = self._begun.get(key)
            if ready is None:
                if len(self._begun) >= most_waiting:
                    return None
                ready = self._begun[key] = threading.Event()
                threading.Thread(target=self._make, args=(key, make), name="atlas", daemon=True).start()
        ready.wait(self.wait)
        return self._fresh(key)

    def _make(self, key: str, make: Callable[[], T]) -> None:
        try:
            with self._making:
                self._keep(key, make())
        except Exception as error:
            self._failed[key] = error
        finally:
            with self._guard:
                self._begun.pop(key).set()

    def _fresh(self, key: str) -> T | None:
        with self._guard:
            until, found = self._held.get(key, (0.0, None))
        return found if until > time.monotonic() else None

    def _keep(self, key: str, found: T) -> None:
        with self._guard:
            self._held[key] = (time.monotonic() + self.seconds, found)
            self._held.move_to_end(key)
            while len(self._held) > self.most:
                self._held.popitem(last=False)
