"""Whether anything of a rival's has changed: every row of every table that names her, seen by the superuser."""

from collections.abc import Iterable

import psycopg

from tests.confidential.rival import Rival

NOT_HERS = ("django_session",)
"""Encoded; nobody's data."""


class Untouched:
    """A digest, table by table, of all rows that carry one of her keys or words. New rows count as changes."""

    def __init__(self, db: psycopg.Connection, rival: Rival) -> None:
        self.db = db
        tables = db.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            " AND relname <> ALL(%s) ORDER BY 1", [list(NOT_HERS)],
        ).fetchall()  # fmt: skip
        self.tables = [table for (table,) in tables]
        self.marks = [f"%{mark}%" for mark in (*rival.secrets, "SAEBOM")]
        # Whoever writes a row is younger than whoever wrote the others: a table in which one came, went or was changed has
        # another number of rows, or as many by younger writers.
        self.written = _of_each(self.tables, "SELECT '{0}', count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) FROM {0}")
        self.seen = ""
        self.writers: dict[str, str] = {}
        self.hers: dict[str, str] = {}

    def __call__(self) -> dict[str, str]:
        # No transaction wrote anything anywhere while the next number is the same: nothing to read again.
        (following,) = self.db.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text").fetchone()
        if following != self.seen:
            self.seen, before = following, self.writers
            self.writers = dict(self.db.execute(self.written).fetchall())
            self._read([table for table in self.tables if self.writers[table] != before.get(table)])
        return self.hers

    def _read(self, tables: list[str]) -> None:
        if tables:
            hers = _of_each(tables, "SELECT '{0}', coalesce(string_agg(t::text, '|' ORDER BY t::text), '') FROM {0} t"
                                    " WHERE t::text LIKE ANY(%(marks)s)")  # fmt: skip
            self.hers = self.hers | dict(self.db.execute(hers, {"marks": self.marks}).fetchall())


def _of_each(tables: Iterable[str], select: str) -> str:
    return " UNION ALL ".join(select.format(table) for table in tables)
