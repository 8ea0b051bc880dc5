"""The database of the race: one month of usage of 500 companies, in the order in which it was recorded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from benchmarks.postgres import Server
from benchmarks.squaremile_seed import KEYS, Connection, insert
from benchmarks.squaremile_side import FOLDER, Squaremile
from benchmarks.terms import ROOT, Shape

from .terms import Month

SERIES = "generate_series"
USES = """
CREATE TEMP TABLE uses AS
SELECT n, company, instrument, company * 1000 + one AS person, 1 + (company - 1) * %(projects)s + one %% %(projects)s AS project,
       15 + (n * 7919::bigint) %% 170 AS minutes, at
FROM generate_series(1, %(events)s) AS n
CROSS JOIN LATERAL (SELECT 1 + (n * 104729::bigint) %% %(companies)s AS company) c
CROSS JOIN LATERAL (SELECT 1 + n / %(companies)s * 7919::bigint / 31 %% %(people)s AS one) w
CROSS JOIN LATERAL (SELECT 1 + (company * 17 + (n / %(companies)s * 13) %% %(variety)s * 7) %% %(instruments)s AS instrument) i
CROSS JOIN LATERAL (SELECT %(first)s::date::timestamp AT TIME ZONE 'Asia/Seoul'
    + n::float8 / %(events)s * interval '27 days' + ((n * 7) %% 1440) * interval '1 minute' AS exact) e
CROSS JOIN LATERAL (SELECT date_trunc('minute', exact) AS at) s
"""
EVIDENCE = """jsonb_build_object('session', 'SE-' || n, 'reservation', 'RS-' || n, 'nfec', 'NFEC-2020-' || instrument, 'booked', jsonb_build_array(
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') || '+00:00',
    to_char((at + make_interval(mins => minutes::int + n %% 10)) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') || '+00:00'))""".replace("%%", "%")


class Billing(Squaremile):
    """squaremile with a month to close."""

    name = "billing"
    database = "sm_bench_billing"

    def __init__(self, server: Server, month: Month) -> None:
        super().__init__(server, Shape(reservations=1, companies=month.companies))
        self.month = month

    def prepare(self) -> None:
        """As for the other races, with this month's usage; bills of earlier runs are gone."""
        super().prepare()
        seal = f"{self.month} of {self.month.first}"
        with self.server.connect(self.database) as connection:
            connection.execute("SET session_replication_role = replica")
            tables = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND (starts_with(tablename, 'billing_')"
                " OR tablename IN ('core_outbox_fact', 'core_activity', 'core_notice'))"
            ).fetchall()
            connection.execute(("TRUNCATE " + ", ".join(str(t[0]) for t in tables) + " CASCADE").encode())
            row = connection.execute("SELECT obj_description('metering_usage_event'::regclass, 'pg_class')").fetchone()
            if not row or row[0] != seal:
                connection.execute(b"TRUNCATE core_organisation CASCADE")
                self.use(connection)
                connection.execute(f"COMMENT ON TABLE metering_usage_event IS '{seal}'".encode())
            connection.execute("VACUUM ANALYZE")
        self.inside("open", json.dumps(self.month.__dict__))

    def fill(self, connection: Connection) -> None:
        """Nothing yet: usage comes with the month."""

    def use(self, connection: Connection) -> None:
        """Companies with their projects, and what they used."""
        of = self.month
        with connection.transaction():
            connection.execute("SET LOCAL session_replication_role = replica")
            connection.execute("SET LOCAL synchronous_commit = off")
            connection.execute(KEYS.encode())
            insert(connection, "core_organisation", {
                "id": "pg_temp.key('company', n)", "code": "'BC-' || n", "name_ko": "'회사 ' || n", "name_en": "'Company ' || n",
                "kind": "'startup'", "active": "true",
            }, SERIES, of.companies)  # fmt: skip
            insert(connection, "core_project", {
                "id": "pg_temp.key('project', n)", "organisation_id": f"pg_temp.key('company', 1 + (n - 1) / {of.projects})",
                "code": "'BP-' || n", "name_ko": "'과제 ' || n", "name_en": "'Project ' || n", "active": "true",
            }, SERIES, of.companies * of.projects)  # fmt: skip
            connection.execute(USES, {**of.__dict__, "first": of.first})
            insert(connection, "metering_usage_event", {
                "id": "pg_temp.key_at('use', n, at)", "meter_id": "(SELECT id FROM metering_meter WHERE code = 'equipment_minutes')",
                "organisation_id": "pg_temp.key('company', company)", "project_id": "pg_temp.key('project', project)",
                "person": "pg_temp.key('person', person)", "subject": "'EQ-' || instrument",
                "period": "tstzrange(at, at + minutes * interval '1 minute')", "quantity": "minutes", "evidence": EVIDENCE,
                "origin": "'booking.session:' || pg_temp.key_at('session', n, at)", "recorded_at": "at + minutes * interval '1 minute'",
            }, "uses")  # fmt: skip
            connection.execute("DROP TABLE uses")

    def inside(self, *arguments: str) -> Any:
        """A step of the race inside the product, in a process of its own, as the serving role; its last line as JSON."""
        return self.beside([arguments])[0]

    def beside(self, steps: list[tuple[str, ...]]) -> list[Any]:
        """Steps at the same time, each in a process of its own."""
        environment = {**os.environ, **self._environment(), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        running = [
            subprocess.Popen(
                [sys.executable, "-m", "benchmarks.billing.inside", *step], env=environment, cwd=FOLDER, text=True, stdout=subprocess.PIPE
            )
            for step in steps
        ]
        answers = [process.communicate()[0] for process in running]
        if any(process.returncode for process in running):
            raise SystemExit(f"{steps} failed")
        return [json.loads(answer.strip().splitlines()[-1]) for answer in answers]
