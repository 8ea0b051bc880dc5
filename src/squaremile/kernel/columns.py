"""Columns between PostgreSQL and numpy in the binary protocol, without an object for each value.

For statements that give or take many thousand figures at once. Row security holds for them as for any other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
import psycopg
from django.db import connection
from numpy.typing import NDArray
from psycopg.adapt import Dumper
from psycopg.pq import Format

Ints = NDArray[np.int64]
Keys = NDArray[np.void]
"""Keys of rows (uuid) as they are sent: sixteen bytes each."""
KEY = np.dtype("V16")
SENT = np.dtype(">i8")
"""Whole numbers as they are sent."""
NO_KEY = UUID(int=0)
_LONG = np.dtype([("size", ">i4"), ("value", ">i8")])
_UUID = np.dtype([("size", ">i4"), ("value", "V16")])
_OIDS = {"int8": (20, 1016), "uuid": (2950, 2951)}
_SINCE_1970 = 946_684_800_000_000
"""Moments are sent as microseconds since 2000."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A column as the value of one parameter: bigint[] of whole numbers, uuid[] of keys."""

    values: NDArray[Any]


def moments(sent: NDArray[Any]) -> Ints:
    """Moments as they are sent, in microseconds since 1970 UTC."""
    return sent.astype(np.int64) + _SINCE_1970


class _Column(Dumper):
    format = Format.BINARY

    def dump(self, obj: Sent) -> bytes:
        return _dumped(obj.values, _LONG, "int8")


class _LongsSent(_Column):
    oid = _OIDS["int8"][1]


class _KeysSent(_Column):
    oid = _OIDS["uuid"][1]

    def dump(self, obj: Sent) -> bytes:
        return _dumped(obj.values, _UUID, "uuid")


def _dumped(values: NDArray[Any], kind: np.dtype[Any], name: str) -> bytes:
    """Dimensions, whether any is null, type, length, lower bound; then the elements."""
    body = np.empty(len(values), dtype=kind)
    body["size"], body["value"] = kind["value"].itemsize, values
    head = (1 if len(values) else 0, 0, _OIDS[name][0], *((len(values), 1) if len(values) else ()))
    return b"".join(n.to_bytes(4, "big") for n in head) + body.tobytes()


class LongsSent(Sent):
    """bigint[]."""


class KeysSent(Sent):
    """uuid[]."""


def sent(values: NDArray[Any]) -> Sent:
    """A column as a parameter of a statement."""
    return KeysSent(values) if values.dtype == KEY else LongsSent(values)


@contextmanager
def cursor() -> Iterator[psycopg.Cursor[tuple[Any, ...]]]:
    """A cursor in the running transaction that takes columns, and gives values as they are sent."""
    connection.ensure_connection()
    raw = getattr(connection.connection, "_connection", connection.connection)
    with connection.wrap_database_errors, psycopg.Cursor(raw) as made:
        made.format = Format.BINARY
        made.adapters.register_dumper(LongsSent, _LongsSent)
        made.adapters.register_dumper(KeysSent, _KeysSent)
        yield made


def key_of(value: UUID | None) -> bytes:
    return (value or NO_KEY).bytes


def uuid_of(key: np.void) -> UUID:
    return UUID(bytes=key.tobytes())
