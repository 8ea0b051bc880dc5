"""Processes that work on a close and are killed in the middle of it. `python -m tests.billing.killed`

Each line of JSON that comes in, [moment] or [moment, nth, when, statement], is a new process with a connection of its own; its
exit code goes out. It delivers what waits in the outbox, as the worker does. With a point it kills itself, as a power cut would
(SIGKILL: nothing is rolled back, closed or said), before or after the nth statement that has this in it, or as the transaction
of it commits. The processes are forked from one that has read the code and never met the database: reading it takes longest.
"""

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "squaremile.config.settings")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def armed(nth: int, when: str, statement: str) -> None:
    """Django's own place to look at each statement, and its own commit; and columns, which pass it by."""
    import psycopg
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

    def columns(cursor: Any, sql: Any, rows: Any, **more: Any) -> None:
        watching(lambda *_: together(cursor, sql, rows, **more), sql, rows, True, {})

    usual, together = connection._commit, psycopg.Cursor.executemany
    psycopg.Cursor.executemany = columns  # type: ignore[method-assign]
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


def one(moment: str, nth: int = 0, when: str = "", statement: str = "") -> None:
    from squaremile.kernel import clock

    if statement:
        armed(nth, when, statement)
    with clock.as_of(datetime.fromisoformat(moment)):
        work()


def main() -> None:
    import django

    django.setup()
    for line in sys.stdin:
        if not (child := os.fork()):
            code = 1
            try:
                one(*json.loads(line))
                code = 0
            except Exception:
                traceback.print_exc()
            os._exit(code)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
