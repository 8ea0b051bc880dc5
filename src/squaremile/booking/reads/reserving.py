"""Everything that decides whether a slot may be taken, in one statement."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from squaremile.booking.policies.quota import Share
from squaremile.booking.policies.slots import Breach, Hours, Rules, breaches
from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Linked:
    """An instrument that is taken along."""

    id: UUID
    name: Text
    in_service: bool
    faulty: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot that somebody asks for, with all that may speak against it. This is what gates are asked about."""

    equipment: UUID
    code: str
    name: Text
    zone: ZoneInfo
    rules: Rules
    hours: tuple[Hours, ...]
    shares: tuple[Share, ...]
    linked: tuple[Linked, ...]
    in_service: bool
    faulty: bool
    needs_qualification: bool
    qualified_until: datetime | None
    person: UUID | None
    organisation: UUID | None
    period: Period
    place: UUID
    """Where the instrument stands."""
    project: UUID | None = None
    """What a booking that is made or moved is charged to; nothing where one that is held already is looked at."""
    assisted: bool = False
    moving: str = ""
    """The booking (a code) that is moved here."""

    def breaches(self, now: datetime) -> Iterator[Breach]:
        """Every reason against it, most telling first; overlap is for the database to find."""
        named = (("instrument", self.name),)
        # Each is named by its own name: the companion that is out of order, not the instrument that waits for it.
        every = (Linked(self.equipment, self.name, self.in_service, self.faulty), *self.linked)
        out = next((each.name for each in every if not each.in_service), None)
        if out:
            yield Breach("booking.not_in_service", (("instrument", out),))
        broken = next((each.name for each in every if each.faulty), None)
        if broken:
            yield Breach("booking.fault_open", (("instrument", broken),))
        if self.needs_qualification and self.qualified_until is None:
            yield Breach("booking.not_qualified", named)
        elif self.needs_qualification and self.qualified_until and self.qualified_until < self.period.end:
            until = self.qualified_until.astimezone(self.zone).strftime("%Y-%m-%d %H:%M")
            yield Breach("booking.qualification_ends", (*named, ("until", until)))
        yield from breaches(self.period, self.rules, self.hours, now=now, zone=self.zone)


_SLOT = """
SELECT e.id, e.name_ko, e.name_en, s.time_zone, e.state = 'in_service', e.needs_qualification, to_jsonb(r),
  (SELECT json_agg(json_build_array(weekday, opens_minute, closes_minute))
     FROM booking_opening_hours h WHERE h.rules_id = r.id AND h.active),
  (SELECT json_agg(json_build_array(per, span, minutes, prime_only, prime_from_minute, prime_to_minute))
     FROM booking_quota q WHERE q.rules_id = r.id AND q.active),
  (SELECT json_agg(json_build_array(n.id, n.name_ko, n.name_en, n.state = 'in_service',
            EXISTS (SELECT 1 FROM booking_fault f
                     WHERE f.equipment_id = n.id AND f.resolved_at IS NULL AND f.severity = 'unusable')) ORDER BY n.id)
     FROM booking_link l JOIN booking_equipment n ON n.id = l.needs_id WHERE l.equipment_id = e.id),
  EXISTS (SELECT 1 FROM booking_fault f
           WHERE f.equipment_id = e.id AND f.resolved_at IS NULL AND f.severity = 'unusable'),
  CASE WHEN e.needs_qualification THEN (SELECT max(upper(valid)) FROM booking_qualification q
     WHERE q.equipment_id = e.id AND q.person_id = %(person)s AND q.revoked_at IS NULL
       AND q.valid @> %(start)s::timestamptz) END, e.place_id
FROM booking_equipment e JOIN booking_rules r ON r.id = e.rules_id JOIN spaces_place s ON s.id = e.site_id
WHERE e.code = %(code)s AND e.state <> 'retired'
"""
_RULES = tuple(Rules.__dataclass_fields__)


def slot(
    *, code: str, person: UUID | None, organisation: UUID | None, period: Period, project: UUID | None = None, assisted: bool = False,
    moving: str = "",
) -> Slot:
    """The slot and its circumstances. Raises Missing for an unknown or retired instrument."""
    with connection.cursor() as cursor:
        cursor.execute(_SLOT, {"code": code, "person": person, "start": period.start})
        row = cursor.fetchone()
    if row is None:
        raise Missing(NOT_FOUND)
    return Slot(
        equipment=row[0], code=code, name=Text(ko=row[1] or row[2], en=row[2] or row[1]), zone=ZoneInfo(row[3]),
        rules=rules_of(unpacked(row[6])),
        hours=tuple(Hours(*h) for h in unpacked(row[7]) or ()),
        shares=tuple(Share(*s) for s in unpacked(row[8]) or ()),
        linked=tuple(Linked(UUID(i), Text(ko=k or e, en=e or k), *more) for i, k, e, *more in unpacked(row[9]) or ()),
        in_service=row[4], faulty=row[10], needs_qualification=row[5], qualified_until=row[11],
        person=person, organisation=organisation, period=period, place=row[12], project=project, assisted=assisted,
        moving=moving,
    )


def rules_of(row: dict[str, Any]) -> Rules:
    """A row of booking_rules as the policies know it."""
    return Rules(**{name: row[name] for name in _RULES})


def unpacked(value: Any) -> Any:
    """JSON from the database, whether the driver has read it already or not."""
    return json.loads(value) if isinstance(value, str) else value


def held(*, equipment: UUID, person: UUID | None, organisation: UUID | None, frame: Period,
         but: UUID | None = None) -> list[Period]:
    """Periods already held on an instrument by a person, or by a whole company, that touch `frame`."""
    owner, value = ("d.person_id", person) if person else ("d.organisation_id", organisation)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT lower(r.period), upper(r.period) FROM booking_reservation r"
            f" JOIN booking_reservation_detail d ON d.reservation_id = r.id"
            f" WHERE r.equipment_id = %s AND {owner} = %s AND r.period && tstzrange(%s, %s)"
            f" AND r.state IN ('pending', 'confirmed', 'in_use', 'done') AND r.id IS DISTINCT FROM %s",
            (equipment, value, frame.start, frame.end, but),
        )
        return [Period(*row) for row in cursor.fetchall()]
