"""Writes what an operation leaves behind: its audit entry and its facts, in one statement, in its transaction."""

import dataclasses
import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from squaremile.kernel import clock
from squaremile.kernel.ids import uuid7
from squaremile.kernel.operation import Record
from squaremile.kernel.period import Period

_ACTIVITY = (
    "INSERT INTO core_activity (id, at, operation, actor, operator, reason, organisation_id, subject_type,"
    " subject_id, subject_code, data, system, request_id)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
_FACT = "INSERT INTO core_outbox_fact (id, name, payload, at, attempts, error) VALUES (%s, %s, %s, %s, 0, '')"


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, Period):
        return [value.start.isoformat(), value.end.isoformat()]
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} has no place in an audit entry or a fact")


def write(record: Record) -> None:
    """One round trip: the audit entry, and every published fact."""
    at, asking, subject = clock.now(), record.scope, record.subject
    values: list[Any] = [
        uuid7(), at, record.operation, asking.actor, asking.operator or asking.actor, asking.reason,
        record.organisation, type(subject).__name__ if subject is not None else "",
        getattr(subject, "pk", None), getattr(subject, "code", "") or "",
        json.dumps(record.data, default=plain), asking.system, asking.request_id,
    ]
    sql = _ACTIVITY
    if record.facts:
        sql = f"WITH activity AS ({_ACTIVITY}) "
        rows = []
        for fact in record.facts:
            rows.append("(%s, %s, %s::jsonb, %s::timestamptz, 0, '')")
            payload = json.dumps(fact, default=plain)
            values += [uuid7(), type(fact).__name__, payload, at]
        sql += _FACT.split(" VALUES")[0] + " VALUES " + ", ".join(rows)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
