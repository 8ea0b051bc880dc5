"""Usage as billing takes it in bulk: what `billable.of` gives, as columns for many organisations at once.

What many events share (whose, which meter, of what, for which project) is said once a group. Corrections come apart.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import numpy as np

from squaremile.kernel import columns
from squaremile.kernel.columns import KEY, NO_KEY, SENT, Keys

NONE = np.iinfo(np.int64).min
"""No booking is known."""
PER_UNIT = 10_000


@dataclass(frozen=True, slots=True)
class Group:
    """Events of one organisation, meter, subject and project, in no order. `rows` are of one `kind`, as they were sent: `key`, `start`
    and `end` (as `columns.moments` reads them), `quantity` in ten-thousandths of the meter's unit; `person` and `booked`
    (microseconds) where they were asked for."""

    organisation: UUID
    meter: str
    unit: str
    subject: str
    project: UUID | None
    nfec: str
    assisted: bool
    kind: np.dtype[np.void]
    rows: bytes

    def __len__(self) -> int:
        return len(self.rows) // self.kind.itemsize


@dataclass(frozen=True, slots=True)
class Corrections:
    """What corrections add to events, in ten-thousandths; and whose corrections cannot be added up so."""

    by_key: dict[UUID, tuple[int, int]]
    """Of an event, and how many corrections it had."""
    beyond: frozenset[UUID]


_LENGTH = np.dtype("V4")
_KINDS: dict[str, list[tuple[str, Any]]] = {
    "key": [("key", KEY)],
    "period": [("head", "V5"), ("start", SENT), ("length", _LENGTH), ("end", SENT)],
    "quantity": [("quantity", SENT)], "person": [("person", KEY)], "booked": [("booked", SENT)],
}  # fmt: skip
"""A span is sent as its flags, then each end after its length: the table holds finite ones alone."""
_SAID = {
    "key": "uuid_send(e.id)", "period": "range_send(e.period)", "quantity": "int8send((e.quantity * 10000)::bigint)",
    "person": f"uuid_send(coalesce(e.person, '{NO_KEY}'))", "booked": f"int8send(coalesce(e.booked, '{NONE}'::bigint))",
}  # fmt: skip
"""How an event is sent: of fixed width, so that a group is one value of all its events."""
PLAIN = np.dtype([column for name in ("key", "period", "quantity") for column in _KINDS[name]])
# What is computed of each event is so in the inner statement, which OFFSET keeps whole: there several processes share it.
_GROUPS = """
SELECT g.organisation_id, m.code, m.unit, g.subject, g.project_id, g.nfec, g.assisted, g.rows
FROM (
  SELECT organisation_id, meter_id, subject, project_id, nfec, assisted, string_agg(said, '') AS rows
  FROM (
    SELECT e.organisation_id, e.meter_id, e.subject, e.project_id, e.nfec, e.assisted, {said} AS said
    FROM metering_usage_event e
    WHERE e.organisation_id {whose} AND e.corrects_id IS NULL AND e.recorded_at < %(before)s
      AND lower(e.period) >= %(start)s AND lower(e.period) < %(end)s
    OFFSET 0
  ) e
  GROUP BY 1, 2, 3, 4, 5, 6
) g JOIN metering_meter m ON m.id = g.meter_id
"""
_CORRECTIONS = """
SELECT e.organisation_id, c.id, e.quantity, e.meter_id = c.meter_id AND e.organisation_id = c.organisation_id AND c.corrects_id IS NULL
       AND e.subject = c.subject AND c.recorded_at < %(before)s
FROM metering_usage_event e JOIN metering_usage_event c ON c.id = e.corrects_id
WHERE e.organisation_id = ANY (%(organisations)s) AND e.corrects_id IS NOT NULL AND e.recorded_at < %(before)s
  AND lower(c.period) >= %(start)s AND lower(c.period) < %(end)s
"""


def of(
    organisations: Sequence[UUID], *, start: datetime, end: datetime, before: datetime, persons: bool, booked: bool
) -> list[Group]:
    """What began in [start, end) and was recorded before a moment, without corrections. `persons`, `booked`: whether they are
    asked for. One statement."""
    asked = [name for name in _KINDS if {"person": persons, "booked": booked}.get(name, True)]
    kind, said = np.dtype([column for name in asked for column in _KINDS[name]]), " || ".join(_SAID[name] for name in asked)
    sql = _GROUPS.format(whose="= %(one)s" if len(organisations) == 1 else "= ANY (%(organisations)s)", said=said)
    values = {"organisations": list(organisations), "one": organisations[0], "start": start, "end": end, "before": before}
    # The planner takes a month for a handful of rows, and would sort them all to bring groups together.
    with columns.cursor() as cursor, _hashing(cursor) if len(organisations) > 1 else nullcontext():
        found = cursor.execute(sql, values).fetchall()  # type: ignore[arg-type]
    return [Group(*shared, kind, rows) for *shared, rows in found]  # type: ignore[call-arg]


@contextmanager
def _hashing(cursor: Any) -> Iterator[None]:
    cursor.execute("SELECT set_config('work_mem', '256MB', true), set_config('enable_sort', 'off', true)")
    yield
    cursor.execute("SET LOCAL work_mem TO DEFAULT")
    cursor.execute("SET LOCAL enable_sort TO DEFAULT")


def corrections(organisations: Sequence[UUID], *, start: datetime, end: datetime, before: datetime) -> Corrections:
    """Of events that began in [start, end). One statement."""
    found, beyond = dict[UUID, tuple[int, int]](), set[UUID]()
    with columns.cursor() as cursor:
        values = {"organisations": list(organisations), "start": start, "end": end, "before": before}
        for organisation, key, quantity, plain in cursor.execute(_CORRECTIONS, values).fetchall():
            sum_, n = found.get(key, (0, 0))
            found[key] = sum_ + int(quantity * PER_UNIT), n + 1
            if not plain:
                beyond.add(organisation)
    return Corrections(found, frozenset(beyond))


def origins(keys: Keys) -> dict[bytes, str]:
    """What recorded the events, by their keys. One statement."""
    with columns.cursor() as cursor:
        rows = cursor.execute("SELECT id, origin FROM metering_usage_event WHERE id = ANY (%s)", [columns.sent(keys)]).fetchall()
    return {key.bytes: origin for key, origin in rows}
