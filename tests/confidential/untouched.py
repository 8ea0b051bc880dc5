"""Whether anything of a rival's has changed: every row of every table that names her, seen by the superuser."""

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
        self.marks = [f"%{mark}%" for mark in (*rival.secrets, "SAEBOM")]
        self.sql = " UNION ALL ".join(
            f"SELECT '{table}', coalesce(string_agg(t::text, '|' ORDER BY t::text), '') FROM {table} t"
            " WHERE t::text LIKE ANY(%(marks)s)"
            for (table,) in tables
        )

        self.seen: tuple[str, dict[str, str]] = ("", {})

    def __call__(self) -> dict[str, str]:
        # No transaction wrote anything anywhere while the next number is the same: nothing to read again.
        (following,) = self.db.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text").fetchone()
        if following != self.seen[0]:
            self.seen = (following, dict(self.db.execute(self.sql, {"marks": self.marks}).fetchall()))
        return self.seen[1]
