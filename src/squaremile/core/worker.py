"""The worker: delivers facts, sends e-mail and runs what repeats. `squaremile serve` runs it beside the server."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import close_old_connections, connection

from squaremile.core import mailing, outbox
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system

log = logging.getLogger(__name__)
T = TypeVar("T", bound=Callable[[], object])


MOST_FACTS = 100
"""In one round; what repeats gets its turn after them."""


@dataclass
class Task:
    """Something that repeats, in the `worker` scope, on one machine at a time. It must be safe to run again."""

    name: str
    run: Callable[[], object]
    seconds: int
    due: datetime = field(default_factory=clock.now)


_tasks: dict[str, Task] = {}


def repeats(seconds: int) -> Callable[[T], T]:
    """Register a task of a domain's `tasks.py`, imported from `AppConfig.ready`."""

    def register(run: T) -> T:
        name = f"{run.__module__}.{run.__qualname__}".removeprefix("squaremile.")
        _tasks[name] = Task(name, run, seconds)
        return run

    return register


def once() -> int:
    """One round: what is due now. Returns how many facts and messages were handled."""
    for task in _tasks.values():
        if task.due <= clock.now():
            task.due = clock.now() + timedelta(seconds=task.seconds)
            _run(task)
    # Mail first, and again after each fact: a sign-in code waits for one handler at most, not for all that are queued.
    handled = mailing.send()
    for _fact in range(MOST_FACTS):
        if not outbox.deliver(limit=1):
            break
        handled += 1 + mailing.send()
    return handled


def _run(task: Task) -> None:
    try:
        with scope(system("worker")), connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext(%s))", [task.name])
            if cursor.fetchone()[0]:
                task.run()
    except Exception:
        log.exception("task %s failed", task.name)


def loop(stop: threading.Event, *, poll: float = 1.0) -> None:
    """Until `stop` is set: work, and rest `poll` seconds when there is nothing left. Outlives a lost database.

    Mail has a thread of its own beside it: one fact may take its handler a minute (a timetable), and nobody who signs in
    waits that long for her code.
    """
    post = threading.Thread(target=_rounds, args=(stop, mailing.send, poll), name="mail", daemon=True)
    post.start()
    _rounds(stop, once, poll)
    post.join(timeout=10)


def _rounds(stop: threading.Event, work: Callable[[], int], poll: float) -> None:
    while not stop.is_set():
        handled = 0
        try:
            close_old_connections()
            handled = work()
        except Exception:
            log.exception("the worker stumbled and goes on")
            connection.close()
        if not handled:
            stop.wait(poll)
    connection.close()
