"""The first statement of a transaction travels with its BEGIN: one round trip where there would be two."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db import connection
from psycopg import pq
from psycopg.errors import OperationalError, error_from_result


def begin_and_ask(sql: str, values: Sequence[str]) -> str | None:
    """The first column of the first row, as text, of a statement that opens the transaction of `transaction.atomic()`.

    `sql` holds one `%s` for each of `values`, which are put in as literals (the simple protocol, which alone takes
    two statements at once, has no parameters). Where the transaction is open already, it is an ordinary statement.
    """
    driver = connection.connection
    if driver is None or driver.pgconn.transaction_status != pq.TransactionStatus.IDLE:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT ({sql})::text", values)
            return _text(cursor.fetchone()[0])
    run = partial(_run, driver.pgconn)
    # Whoever listens to statements (the count in Server-Timing) hears this one too.
    for wrapper in reversed(connection.execute_wrappers):
        run = partial(wrapper, run)
    with connection.wrap_database_errors:
        return _text(run(sql, values, False, {"connection": connection, "cursor": None}))


def _text(value: Any) -> str | None:
    return value.decode() if isinstance(value, bytes) else value


def _run(pgconn: pq.abc.PGconn, sql: str, values: Sequence[str], many: bool, context: object) -> bytes | None:
    escaping = pq.Escaping(pgconn)
    literals = tuple(escaping.escape_literal(value.encode()).decode() for value in values)
    result = pgconn.exec_(f"BEGIN; SELECT {sql % literals}".encode())
    if pgconn.status == pq.ConnStatus.BAD:
        raise OperationalError(pgconn.error_message.decode("utf-8", "replace").strip())
    if result.status != pq.ExecStatus.TUPLES_OK:
        raise error_from_result(result)
    return result.get_value(0, 0)
