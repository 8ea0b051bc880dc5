"""What an operation gave back, as plain data for the terminal: columns and codes, never a password or a hash."""

import dataclasses
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Model

from squaremile.kernel.period import Period

_SECRET = {"password", "secret_hash"}


def plainly(value: Any) -> Any:
    """Anything an operation may return, as JSON can hold it."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, Period):
        return {"start": value.start.isoformat(), "end": value.end.isoformat()}
    if isinstance(value, Model):
        return {
            f.attname: plainly(getattr(value, f.attname)) for f in value._meta.concrete_fields if f.name not in _SECRET
        }
    if dataclasses.is_dataclass(value):
        return {f.name: plainly(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(k): plainly(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plainly(part) for part in value]
    return str(value)
