"""What is made once and given to everybody who asks within the hour, one at a time in each process."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable


class Kept:
    """Answers by key, for so many seconds, at most so many of them. One is made at a time: the rest of the server serves."""

    def __init__(self, seconds: float, most: int, wait: float) -> None:
        self.seconds, self.most, self.wait = seconds, most, wait
        self._held: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
        self._guard, self._making = threading.Lock(), threading.Lock()

    def get(self, key: str, make: Callable[[], bytes]) -> bytes | None:
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

    def _fresh(self, key: str) -> bytes | None:
        with self._guard:
            until, found = self._held.get(key, (0.0, b""))
        return found if until > time.monotonic() else None

    def _keep(self, key: str, found: bytes) -> None:
        with self._guard:
            self._held[key] = (time.monotonic() + self.seconds, found)
            self._held.move_to_end(key)
            while len(self._held) > self.most:
                self._held.popitem(last=False)
