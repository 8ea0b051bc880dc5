"""A process that works on a close and is killed in the middle of it. `python -m tests.billing.killed MOMENT [NTH WHEN STATEMENT]`

It delivers what waits in the outbox, as the worker does. With a point it kills itself, as a power cut would (SIGKILL: nothing
is rolled back, closed or said), before or after the NTH statement that begins so, or as the transaction of it commits.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "squaremile.config.settings")

WHEN = ("before", "after", "commit")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def armed(nth: int, when: str, statement: str) -> None:
    """Django's own place to look at each statement, and its own commit."""
    from django.db import connection

    left, commits = nth, False

    def watching(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        nonlocal left, commits
        left -= statement in str(sql)
        here = not left and statement in str(sql)
        if here and when == "before":
            die()
        found = execute(sql, params, many, context)
        if here and when == "after":
            die()
        commits = commits or here
        return found

    def commit() -> None:
        if commits:
            die()
        usual()

    usual = connection._commit
    connection._commit = commit
    connection.ensure_connection()
    connection.execute_wrappers.append(watching)


def work() -> None:
    """Until nothing waits that is due. What a dead process held is free as soon as the database has noticed."""
    from django.db.models import Q

    from squaremile.core import outbox
    from squaremile.core.models import OutboxFact
    from squaremile.kernel import clock
    from squaremile.kernel.scope import scope, system

    for _ in range(200):
        while outbox.deliver():
            pass
        with scope(system("worker")):
            if not OutboxFact.objects.filter(Q(next_at=None) | Q(next_at__lte=clock.now()), delivered_at=None).exists():
                return
        time.sleep(0.05)
    raise RuntimeError("something waits for ever")


def main(moment: str, nth: str = "", when: str = "", statement: str = "") -> None:
    import django

    django.setup()
    from squaremile.kernel import clock

    if statement:
        armed(int(nth), when, statement)
    with clock.as_of(datetime.fromisoformat(moment)):
        work()


if __name__ == "__main__":
    main(*sys.argv[1:])
