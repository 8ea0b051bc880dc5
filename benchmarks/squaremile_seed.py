"""Fills squaremile's tables for the race in a few set-based SQL statements.

Every key is computed from a word and a number, so that no statement has to look up what another
inserted. Columns this file does not know are filled with blanks of their type, so that a new column
of no interest here does not break the race.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import psycopg

from .terms import SIGNED_IN, Shape, last_seeded_day

Connection = psycopg.Connection[tuple[Any, ...]]

KEYS = """
CREATE FUNCTION pg_temp.key(word text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT overlay(overlay(md5(word || n) PLACING '7' FROM 13) PLACING '8' FROM 17)::uuid $$;
CREATE FUNCTION pg_temp.key_at(word text, n bigint, at timestamptz) RETURNS uuid LANGUAGE sql AS
  $$ SELECT overlay(overlay(overlay(md5(word || n)
       PLACING lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') FROM 1)
       PLACING '7' FROM 13) PLACING '8' FROM 17)::uuid $$;
"""
SLOTS = """
CREATE TEMP TABLE seeded AS
SELECT n, instrument, person, at, pg_temp.key_at('reservation', n, at - interval '7 days') AS id
FROM generate_series(1, %(instruments)s) AS instrument
CROSS JOIN generate_series(0, %(days)s - 1) AS day
CROSS JOIN generate_series(0, %(per_day)s - 1) AS hour
CROSS JOIN LATERAL (SELECT
    (instrument::bigint * %(days)s + day) * %(per_day)s + hour AS n,
    1 + (instrument * 97 + day * 13 + hour * 389) %% %(people)s AS person,
    (%(last)s::date - (%(days)s - 1 - day) + make_interval(hours => %(first)s + hour))
        AT TIME ZONE 'Asia/Seoul' AS at) s
ORDER BY at, instrument
"""
BLANKS = {
    "boolean": "false",
    "jsonb": "'{}'::jsonb",
    "ARRAY": "'{}'",
    "timestamp with time zone": "now()",
    "date": "current_date",
    "uuid": "gen_random_uuid()",
}
LARGE = ("booking_qualification", "booking_reservation", "booking_reservation_detail")
"""Tables whose indexes are built after the rows are in."""
INDEXES = """
SELECT CASE WHEN c.contype IS NULL THEN format('DROP INDEX %%I', i.relname)
            ELSE format('ALTER TABLE %%I DROP CONSTRAINT %%I', t.relname, c.conname) END,
       CASE WHEN c.contype IS NULL THEN pg_get_indexdef(i.oid)
            ELSE format('ALTER TABLE %%I ADD CONSTRAINT %%I ', t.relname, c.conname)
                 || pg_get_constraintdef(c.oid) END
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
LEFT JOIN pg_constraint c ON c.conindid = i.oid AND c.contype IN ('u', 'x', 'p')
WHERE t.relname = ANY(%s) AND c.contype IS DISTINCT FROM 'p'
    AND t.relnamespace = 'public'::regnamespace
"""
EVER = "tstzrange('2020-01-01', '2100-01-01')"


def token(number: int) -> str:
    """The API token of a seeded person (1-based). The database holds nothing but the race."""
    return f"sm_bench_{number:04d}_" + "0" * 32


def seed(connection: Connection, shape: Shape) -> None:
    """Fill an empty, migrated database; the connection is a superuser's, in autocommit."""
    with connection.transaction():
        # Triggers and foreign keys stay out of it: the keys are right by construction, and row
        # history of a seed is of no use. Exclusion and check constraints stay on.
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute("SET LOCAL maintenance_work_mem = '1GB'")
        connection.execute(KEYS.encode())
        indexes = connection.execute(INDEXES, [list(LARGE)]).fetchall()
        for drop, _ in indexes:
            connection.execute(drop.encode())
        _companies_and_people(connection, shape)
        _places(connection)
        _instruments(connection, shape)
        _reservations(connection, shape)
        for _, make in indexes:
            connection.execute(make.encode())
    connection.execute("VACUUM ANALYZE")


def insert(connection: Connection, table: str, columns: Mapping[str, str], source: str, count: int = 0) -> None:
    """INSERT … SELECT; `columns` maps names to SQL expressions over `source`."""
    rows = connection.execute(
        "SELECT column_name, data_type, is_nullable = 'NO' AND column_default IS NULL"
        " FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s"
        " AND is_generated = 'NEVER' AND is_identity = 'NO'",
        [table],
    ).fetchall()
    there = {name for name, _, _ in rows}
    if missing := set(columns) - there:
        raise SystemExit(f"squaremile's {table} has no {', '.join(missing)}: the seed must follow.")
    every = {name: _blank(kind) for name, kind, needed in rows if needed}
    every.update(columns)
    names, values = ", ".join(f'"{name}"' for name in every), ", ".join(every.values())
    statement = f"INSERT INTO {table} ({names}) SELECT {values} FROM {source}"
    if count:
        statement += f"(1, {count}) AS n"
    connection.execute(statement.encode())


def _blank(kind: str) -> str:
    number = kind in {"integer", "smallint", "bigint", "numeric", "double precision"}
    return "0" if number else BLANKS.get(kind, "''")


SERIES = "generate_series"


def _companies_and_people(connection: Connection, shape: Shape) -> None:
    company = f"pg_temp.key('company', 1 + n % {shape.companies})"
    insert(connection, "core_organisation", {
        "id": company, "code": "'BC-' || n", "name_ko": "'회사 ' || n", "name_en": "'Company ' || n",
        "kind": "'startup'", "active": "true",
    }, SERIES, shape.companies)  # fmt: skip
    insert(connection, "core_project", {
        "id": "pg_temp.key('project', n)", "organisation_id": "pg_temp.key('company', n)",
        "code": "'BP-' || n", "name_en": "'Project ' || n", "active": "true",
    }, SERIES, shape.companies)  # fmt: skip
    insert(connection, "core_user", {
        "id": "pg_temp.key('person', n)", "email": "'person' || n || '@example.org'",
        "name_en": "'Person ' || n", "name_ko": "'사람 ' || n", "language": "'ko'",
        "is_active": "true", "password": "'!'",
    }, SERIES, shape.people)  # fmt: skip
    insert(connection, "core_role_grant", {
        "id": "pg_temp.key('grant', n)", "user_id": "pg_temp.key('person', n)",
        "organisation_id": company, "role": "'scientist'", "valid": EVER,
    }, SERIES, shape.people)  # fmt: skip
    secret = "'sm_bench_' || lpad(n::text, 4, '0') || '_' || repeat('0', 32)"
    insert(connection, "core_token", {
        "id": "pg_temp.key('token', n)", "user_id": "pg_temp.key('person', n)",
        "purpose": "'api'", "name": "'race'", "abilities": "ARRAY['read', 'write']",
        "secret_hash": f"encode(sha256(({secret})::bytea), 'hex')",
        "expires_at": "now() + interval '1 year'",
    }, SERIES, SIGNED_IN)  # fmt: skip


def _places(connection: Connection) -> None:
    chain = (("site", "S1", None), ("building", "B1", "S1"), ("floor", "F1", "B1"), ("room", "R1", "F1"))
    for kind, code, parent in chain:
        columns = {
            "id": f"pg_temp.key('place {code}', 1)", "code": f"'{code}'", "kind": f"'{kind}'",
            "name_ko": f"'{code}'", "name_en": f"'{code}'", "active": "true",
            "time_zone": "'Asia/Seoul'" if kind == "site" else "''",
        }  # fmt: skip
        if parent:
            columns["parent_id"] = f"pg_temp.key('place {parent}', 1)"
            columns["site_id"] = "pg_temp.key('place S1', 1)"
        if kind == "floor":
            columns["level"] = "1"
        insert(connection, "spaces_place", columns, SERIES, 1)


def _instruments(connection: Connection, shape: Shape) -> None:
    insert(connection, "booking_equipment_kind", {
        "id": "pg_temp.key('kind', n)", "code": "'kind-' || n", "name_en": "'Kind ' || n",
    }, SERIES, 20)  # fmt: skip
    insert(connection, "booking_rules", {
        "id": "pg_temp.key('rules', n)", "code": "'race'", "name_en": "'Race'",
        "step_minutes": "15", "min_minutes": "15", "max_minutes": "480", "horizon_days": "365",
    }, SERIES, 1)  # fmt: skip
    insert(connection, "booking_opening_hours", {
        "id": "pg_temp.key('hours', n)", "rules_id": "pg_temp.key('rules', 1)",
        "weekday": "n - 1", "opens_minute": "0", "closes_minute": "1440", "active": "true",
    }, SERIES, 7)  # fmt: skip
    insert(connection, "booking_equipment", {
        "id": "pg_temp.key('instrument', n)", "code": "'EQ-' || n",
        "name_ko": "'장비 ' || n", "name_en": "'Instrument ' || n",
        "kind_id": "pg_temp.key('kind', 1 + n % 20)", "site_id": "pg_temp.key('place S1', 1)",
        "place_id": "pg_temp.key('place R1', 1)", "rules_id": "pg_temp.key('rules', 1)",
        "state": "'in_service'", "needs_qualification": "true", "position": "n",
    }, SERIES, shape.instruments)  # fmt: skip
    insert(connection, "booking_qualification", {
        "id": "pg_temp.key('qualification', p * 1000 + n)", "valid": EVER,
        "equipment_id": "pg_temp.key('instrument', n)", "person_id": "pg_temp.key('person', p)",
    }, f"generate_series(1, {shape.people}) AS p, {SERIES}", shape.instruments)  # fmt: skip


def _reservations(connection: Connection, shape: Shape) -> None:
    connection.execute(
        SLOTS,
        {
            "instruments": shape.instruments,
            "days": shape.days,
            "per_day": shape.per_day,
            "people": shape.people,
            "first": shape.first_hour,
            "last": last_seeded_day(),
        },
    )
    hour = "tstzrange(at, at + interval '1 hour')"
    insert(connection, "booking_reservation", {
        "id": "id", "code": "'RS-' || lpad(upper(to_hex(n)), 8, '0')", "kind": "'booking'",
        "equipment_id": "pg_temp.key('instrument', instrument)", "period": hour, "claimed": hour,
        "state": "CASE WHEN at < now() THEN 'done' ELSE 'confirmed' END",
        "created_at": "at - interval '7 days'", "site_id": "pg_temp.key('place S1', 1)",
        "change_number": "nextval('booking_reservation_change')",
    }, "seeded")  # fmt: skip
    company = f"1 + person % {shape.companies}"
    insert(connection, "booking_reservation_detail", {
        "id": "pg_temp.key_at('detail', n, at - interval '7 days')", "reservation_id": "id",
        "organisation_id": f"pg_temp.key('company', {company})",
        "project_id": f"pg_temp.key('project', {company})",
        "person_id": "pg_temp.key('person', person)", "purpose": "'Routine measurement'", "starts_at": "at",
    }, "seeded")  # fmt: skip
