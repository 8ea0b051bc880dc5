"""The first statement of a transaction travels with its BEGIN: one round trip where there would be two."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db import connection
from django.db.transaction import TransactionManagementError
from psycopg import pq
from psycopg.errors import OperationalError, error_from_result


def begin_and_ask(sql: str, values: Sequence[str]) -> str | None:
    """The first column of the first row, as text, of a statement that opens the transaction of `transaction.atomic()`.

    `sql` holds one `%s` for each of `values`, which are put in as literals (the simple protocol, which alone takes
    two statements at once, has no parameters). Where the transaction is open already, or is to be of another kind than
    the server's default, it is an ordinary statement.

    Raises:
        TransactionManagementError: outside `transaction.atomic()`, where what it sets would outlive it.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("begin_and_ask() opens the transaction of transaction.atomic()")
    connection.validate_no_broken_transaction()
    driver = connection.connection
    if driver is None or not _plain_and_idle(driver):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT ({sql})::text", values)
            return _text(cursor.fetchone()[0])
    run = partial(_run, driver.pgconn)
    # Whoever listens to statements (the count in Server-Timing) hears this one too.
    for wrapper in reversed(connection.execute_wrappers):
        run = partial(wrapper, run)
    return _text(run(sql, values, False, {"connection": connection, "cursor": None}))


def _plain_and_idle(driver: Any) -> bool:
    """No transaction yet, and none of the settings that BEGIN would have to name."""
    plain = driver.isolation_level is None and driver.read_only is None and driver.deferrable is None
    return bool(plain and driver.pgconn.transaction_status == pq.TransactionStatus.IDLE)


def _text(value: Any) -> str | None:
    return value.decode() if isinstance(value, bytes) else value


def _run(pgconn: pq.abc.PGconn, sql: str, values: Sequence[str], many: bool, context: object) -> bytes | None:
    """Blocks without looking for signals, unlike the driver's own way: it is one short statement."""
    escaping = pq.Escaping(pgconn)
    literals = tuple(escaping.escape_literal(value.encode()).decode() for value in values)
    with connection.wrap_database_errors:
        result = pgconn.exec_(f"BEGIN; SELECT {sql % literals}".encode())
        if result.status == pq.ExecStatus.TUPLES_OK:
            return result.get_value(0, 0)
        if pgconn.status == pq.ConnStatus.BAD:
            raise OperationalError(pgconn.error_message.decode("utf-8", "replace").strip())
        raise error_from_result(result)
