"""Hand-written statements that give and take rows. For what is asked thousands of times in one piece of work: there Django takes
longer to put a statement together than the database to answer it. Row security holds for them as for any other.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model

from squaremile.kernel.scope import require


def ask(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """What a statement gives."""
    require()
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


@cache
def columns(model: type[Model], alias: str) -> str:
    """Every column of a model, for a statement whose rows `models` reads."""
    return ", ".join(f'{alias}."{field.column}"' for field in model._meta.concrete_fields)


@cache
def _read(model: type[Model]) -> tuple[list[str], list[tuple[int, Any]]]:
    """Names of a model's columns, and how those are read that are not taken as they come."""
    fields = model._meta.concrete_fields
    read = [(n, f.from_db_value) for n, f in enumerate(fields) if hasattr(f, "from_db_value")]
    return [f.attname for f in fields], read


def models(row: tuple[Any, ...], *of: type[Model]) -> list[Any]:
    """A row as instances, where the statement named the columns of these models one after the other."""
    found, at = [], 0
    for model in of:
        names, read = _read(model)
        values = list(row[at : at + len(names)])
        for n, value in read:
            values[n] = value(values[n], None, connection)
        found.append(model.from_db(DEFAULT_DB_ALIAS, names, values))
        at += len(names)
    return found


@cache
def _insert(model: type[Model]) -> str:
    table = model._meta.db_table
    names = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    return f'INSERT INTO "{table}" ({names}) SELECT {names} FROM jsonb_populate_recordset(NULL::"{table}", %s::jsonb)'


def insert(made: Iterable[Model]) -> None:
    """Writes new rows of one table: one statement with one value, whatever their number. Columns are plain values, moments, keys and
    JSON: what else there is raises TypeError."""
    require()
    if not (new := list(made)):
        return
    fields = [(field.column, field.attname) for field in new[0]._meta.concrete_fields]
    said = json.dumps([{column: getattr(row, name) for column, name in fields} for row in new], default=_plain)
    with connection.cursor() as cursor:
        cursor.execute(_insert(type(new[0])), [said])
    for row in new:
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def _plain(value: Any) -> str:
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not written so")
