"""Writes what an operation leaves behind: its audit entry and its facts, in one statement, in its transaction."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from squaremile.kernel import clock
from squaremile.kernel.ids import uuid7
from squaremile.kernel.operation import Record
from squaremile.kernel.period import Period

_ACTIVITY = """
INSERT INTO core_activity (id, at, operation, actor, operator, reason, organisation_id, subject_type, subject_id,
  subject_code, data, system, request_id)
VALUES (%(a_id)s, %(a_at)s, %(a_operation)s, %(a_actor)s, %(a_operator)s, %(a_reason)s, %(a_organisation)s,
  %(a_subject_type)s, %(a_subject_id)s, %(a_subject_code)s, %(a_data)s, %(a_system)s, %(a_request_id)s)
"""
_FACTS = "INSERT INTO core_outbox_fact (id, name, payload, at, attempts, error) VALUES "
_FACT = "(%(f{0}_id)s, %(f{0}_name)s, %(f{0}_payload)s::jsonb, %(a_at)s::timestamptz, 0, '')"


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


def write(record: Record, acts: Sequence[str] = (), values: Mapping[str, Any] | None = None, /) -> None:
    """One round trip: the audit entry, every published fact, and the statements of the act if it brings some."""
    at, asking, subject = clock.now(), record.scope, record.subject
    # Who came by a key leaves traces in her own company's history alone (row security says the same).
    by_key = asking.actor is None and not asking.system and bool(asking.grants)
    organisation = record.organisation if not by_key or record.organisation in asking.organisations else None
    told: dict[str, Any] = {
        "a_id": uuid7(), "a_at": at, "a_operation": record.operation, "a_actor": asking.actor,
        "a_operator": asking.operator or asking.actor, "a_reason": asking.reason,
        "a_organisation": organisation, "a_subject_type": type(subject).__name__ if subject is not None else "",
        "a_subject_id": getattr(subject, "pk", None), "a_subject_code": getattr(subject, "code", "") or "",
        "a_data": json.dumps(record.data, default=plain), "a_system": asking.system,
        "a_request_id": asking.request_id,
    }  # fmt: skip
    together = list(acts)
    for n, fact in enumerate(record.facts):
        told |= {f"f{n}_id": uuid7(), f"f{n}_name": type(fact).__name__, f"f{n}_payload": json.dumps(fact, default=plain)}
    if clash := told.keys() & (values or {}).keys():
        raise ValueError(f"the record keeps these names for itself: {sorted(clash)}")
    told |= values or {}
    if record.facts:
        together.append(_FACTS + ", ".join(_FACT.format(n) for n in range(len(record.facts))))
    # The act first: PostgreSQL runs the main statement before the others, so that what a constraint refuses has
    # written nothing else yet. Nothing depends on it but the waste of rows that are undone.
    first, *rest = (*together, _ACTIVITY)
    named = ", ".join(f"part_{n} AS ({sql})" for n, sql in enumerate(rest))
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {named} {first}" if named else first, told)
