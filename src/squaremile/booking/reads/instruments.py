"""Instruments with all that decides about them, and what is taken on them: one statement each, however many."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from squaremile.booking.policies.slots import Hours, Rules
from squaremile.booking.policies.state_now import LOOK_AHEAD, Now, Taken, state_now
from squaremile.booking.reads.reserving import rules_of, unpacked
from squaremile.booking.words import named
from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument as everyone may know it, and whether the asker is trained on it now."""

    id: UUID
    code: str
    name: Text
    kind: str
    kind_name: Text
    place: str
    place_name: Text
    site: UUID
    site_code: str
    zone: ZoneInfo
    equivalence: UUID | None
    service: str
    service_says: Text
    unusable: bool
    troubled: bool
    """A fault is open that leaves it usable."""
    expected_back: datetime | None
    needs_qualification: bool
    qualified_until: datetime | None
    rules: Rules
    hours: tuple[Hours, ...]
    needs: tuple[UUID, ...]
    """Instruments that are taken along."""
    companions_work: bool
    """All of those are in service, with no fault that keeps them from use."""
    photo: UUID | None
    found_by: str
    """Its names, numbers and maker, for searching."""

    @property
    def trained(self) -> bool:
        return not self.needs_qualification or self.qualified_until is not None

    @property
    def usable(self) -> bool:
        return self.service == "in_service" and not self.unusable

    @property
    def bookable(self) -> bool:
        """In order, with everything that it needs beside it."""
        return self.usable and self.companions_work


_SQL = """
SELECT e.id, e.code, e.name_ko, e.name_en, k.code, k.name_ko, k.name_en, p.code, p.name_ko, p.name_en,
  s.id, s.code, s.time_zone, e.equivalence_id, e.state, e.state_says_ko, e.state_says_en,
  COALESCE(f.unusable, false), f.n IS NOT NULL AND NOT f.unusable, f.expected_back, e.needs_qualification,
  (SELECT max(upper(q.valid)) FROM booking_qualification q WHERE q.equipment_id = e.id AND q.person_id = %(person)s
     AND q.revoked_at IS NULL AND q.valid @> %(now)s::timestamptz),
  to_jsonb(r),
  (SELECT json_agg(json_build_array(weekday, opens_minute, closes_minute) ORDER BY weekday, opens_minute)
     FROM booking_opening_hours h WHERE h.rules_id = r.id AND h.active),
  ARRAY(SELECT l.needs_id FROM booking_link l WHERE l.equipment_id = e.id ORDER BY l.needs_id),
  NOT EXISTS (SELECT 1 FROM booking_link l JOIN booking_equipment n ON n.id = l.needs_id
     LEFT JOIN booking_fault b ON b.equipment_id = n.id AND b.resolved_at IS NULL AND b.severity = 'unusable'
     WHERE l.equipment_id = e.id AND (n.state <> 'in_service' OR b.id IS NOT NULL)),
  e.photo_id, concat_ws(' ', e.code, e.name_ko, e.name_en, k.name_ko, k.name_en, e.maker, e.model, e.asset_number,
                        e.nfec_number)
FROM booking_equipment e
JOIN booking_equipment_kind k ON k.id = e.kind_id
JOIN booking_rules r ON r.id = e.rules_id
JOIN spaces_place p ON p.id = e.place_id
JOIN spaces_place s ON s.id = e.site_id
LEFT JOIN (SELECT equipment_id, count(*) AS n, bool_or(severity = 'unusable') AS unusable,
             max(expected_back) FILTER (WHERE severity = 'unusable') AS expected_back
           FROM booking_fault WHERE resolved_at IS NULL GROUP BY equipment_id) f ON f.equipment_id = e.id
WHERE e.state <> 'retired' AND {where}
ORDER BY e.position, e.code
"""
_TAKEN = """
SELECT r.equipment_id, lower(r.period), upper(r.period), lower(r.claimed), upper(r.claimed), r.kind, r.state
FROM booking_reservation r
WHERE r.equipment_id = ANY (%(equipment)s) AND r.ends_at > %(after)s AND r.starts_at < %(before)s
  AND (r.is_long OR r.starts_at > %(after)s - interval '1 day')
  AND r.state IN ('pending', 'confirmed', 'in_use', 'done')
  AND (%(but)s::uuid IS NULL OR COALESCE(r.parent_id, r.id) <> %(but)s)
ORDER BY r.starts_at
"""
_BUFFERS = timedelta(days=1)
"""No buffer is longer: what is looked for by its own time is found with its buffers."""


def all_of(site: UUID | None = None) -> list[Instrument]:
    """Every instrument that is not retired, of one site or of all."""
    return _load("%(site)s::uuid IS NULL OR e.site_id = %(site)s", site=site)


def those(keys: Collection[UUID]) -> list[Instrument]:
    return _load("e.id = ANY (%(keys)s)", keys=list(keys))


def by_code(code: str) -> Instrument | None:
    return next(iter(_load("e.code = %(code)s", code=code)), None)


def like(one: Instrument) -> list[Instrument]:
    """The others of its class: any of them would do."""
    return _load("e.equivalence_id = %(of)s AND e.id <> %(id)s", of=one.equivalence, id=one.id)


def _load(where: str, **values: Any) -> list[Instrument]:
    with connection.cursor() as cursor:
        cursor.execute(
            _SQL.replace("{where}", f"({where})"), {"person": require().actor, "now": clock.now(), **values}
        )
        return [_instrument(row) for row in cursor.fetchall()]


def _instrument(row: tuple[Any, ...]) -> Instrument:
    return Instrument(
        id=row[0], code=row[1], name=named(row[2], row[3]), kind=row[4], kind_name=named(row[5], row[6]), place=row[7],
        place_name=named(row[8], row[9]), site=row[10], site_code=row[11], zone=ZoneInfo(row[12]), equivalence=row[13],
        service=row[14], service_says=named(row[15], row[16]), unusable=row[17], troubled=row[18],
        expected_back=row[19], needs_qualification=row[20], qualified_until=row[21], rules=rules_of(unpacked(row[22])),
        hours=tuple(Hours(*h) for h in unpacked(row[23]) or ()), needs=tuple(row[24]), companions_work=row[25],
        photo=row[26], found_by=row[27],
    )


def taken(equipment: Collection[UUID], window: Period, *, but: UUID | None = None) -> dict[UUID, list[Taken]]:
    """Live spans that touch `window`, by instrument, in order. `but`: a booking (with what it takes along) left out."""
    found: dict[UUID, list[Taken]] = {key: [] for key in equipment}
    with connection.cursor() as cursor:
        cursor.execute(_TAKEN, {
            "equipment": list(equipment), "after": window.start - _BUFFERS, "before": window.end + _BUFFERS, "but": but,
        })
        for key, start, end, claim_start, claim_end, kind, state in cursor.fetchall():
            span = Taken(Period(start, end), Period(claim_start, claim_end), kind, state)
            if span.claimed.overlaps(window):
                found[key].append(span)
    return found


def busy(one: Instrument, spans: Mapping[UUID, list[Taken]]) -> list[Period]:
    """What stands in the way of booking it: its own claims, and those on what is taken along."""
    return sorted(span.claimed for key in (one.id, *one.needs) for span in spans.get(key, ()))


def with_needs(many: Collection[Instrument]) -> set[UUID]:
    """The instruments and all that is taken along with them."""
    return {key for one in many for key in (one.id, *one.needs)}


def now_of(one: Instrument, spans: Mapping[UUID, list[Taken]]) -> Now:
    """What it is doing at this moment. `spans` reach at least a week and a day ahead (see `ahead`)."""
    return state_now(
        service=one.service, unusable=one.unusable, expected_back=one.expected_back, taken=spans.get(one.id, ()),
        hours=one.hours, zone=one.zone, now=clock.now(),
    )


def ahead() -> Period:
    """The window that `now_of` needs: a day back, so that a session past its booking's end is seen."""
    return Period(clock.now() - timedelta(days=1), clock.now() + LOOK_AHEAD)
