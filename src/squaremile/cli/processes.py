"""One process that keeps others: starts them, passes signals on, brings the worker back, and ends them gently."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import FrameType

GRACE_SECONDS = 35
REST_SECONDS = 0.2
LEAST_LIFE_SECONDS = 5


@dataclass
class Kept:
    """A process to keep. Without `again`, its end is the end of all; with `later`, it begins once the others are ready."""

    words: Sequence[str]
    again: bool = False
    later: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[bytes] | None" = None
    began: float = 0

    def start(self) -> None:
        # A group of its own: Ctrl-C reaches the keeper alone, which then ends the others in order.
        environment = {**os.environ, **self.environment}
        self.process = subprocess.Popen(self.words, env=environment, start_new_session=True)
        self.began = time.monotonic()


class Keeper:
    """Runs until told to stop (SIGTERM, SIGINT) or until a process ends that must not."""

    def __init__(self, *kept: Kept) -> None:
        self.kept = kept
        self.stopping = False

    def run(self, *, ready: Callable[[], bool] = lambda: True, told: Callable[[], None] = lambda: None) -> int:
        """The exit code: 0 after a gentle stop, else that of the process that ended. `told` is called once `ready`."""
        self.ready, self.told = ready, told
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        signal.signal(signal.SIGHUP, self._reload)
        for one in self.kept:
            if not one.later:
                one.start()
        try:
            return self._watch()
        finally:
            self._end()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _reload(self, number: int, frame: FrameType | None) -> None:
        """The web server takes SIGHUP as "new workers, please"; the worker is simply started again."""
        for one in self.kept:
            if one.process is not None:
                one.process.send_signal(signal.SIGTERM if one.again else signal.SIGHUP)

    def _watch(self) -> int:
        open_ = False
        while not self.stopping:
            if not open_ and self.ready():
                open_ = True
                self.told()
                for one in self.kept:
                    if one.later:
                        one.start()
            for one in self.kept:
                code = one.process.poll() if one.process else None
                if code is None:
                    continue
                if not one.again:
                    return code
                if time.monotonic() - one.began > LEAST_LIFE_SECONDS:
                    one.start()
            time.sleep(REST_SECONDS)
        return 0

    def _end(self) -> None:
        for one in self.kept:
            if one.process is not None and one.process.poll() is None:
                one.process.terminate()
        deadline = time.monotonic() + GRACE_SECONDS
        for one in self.kept:
            if one.process is None:
                continue
            try:
                one.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                one.process.kill()
                one.process.wait()
