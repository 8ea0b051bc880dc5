"""Calendars: who holds what in a span. One's own in full, everybody else's as busy and no more.

The shape of a site's week is the same for everyone in the cluster, so it is made once and kept until a reservation of
the site changes; one's own bookings are laid over it by another statement, under one's own row security.
"""

import json
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import Period, civil
from squaremile.kernel.scope import require
from squaremile.kernel.words import pick


@dataclass(frozen=True, slots=True)
class Event:
    """One span on an instrument. `code`, `title` and `editable` are given for one's own (and to staff) only."""

    equipment: str
    period: Period
    look: str
    title: str = ""
    code: str = ""
    editable: bool = False


_SITE = "SELECT id, time_zone FROM spaces_place WHERE code = %s AND kind = 'site'"
# Few reservations last longer than a day: they are looked for apart, so that the rest are found by their start alone.
_LIVE = "r.state IN ('pending', 'confirmed', 'in_use', 'done')"
_SPANS = f"""(
  SELECT {{columns}} FROM booking_reservation r WHERE r.site_id = %(site)s AND NOT r.is_long
    AND r.starts_at > %(start)s::timestamptz - interval '1 day' AND r.starts_at < %(end)s AND r.ends_at > %(start)s AND {_LIVE}
  UNION ALL
  SELECT {{columns}} FROM booking_reservation r WHERE r.site_id = %(site)s AND r.is_long
    AND r.starts_at < %(end)s AND r.ends_at > %(start)s AND {_LIVE})"""
_COLUMNS = "r.id, r.parent_id, r.equipment_id, r.starts_at, r.ends_at, r.kind, r.state, r.code"
_EVENTS = f"""
SELECT e.code, r.starts_at, r.ends_at, r.kind, r.state, r.code,
  d.person_id, d.organisation_id, d.purpose, u.name_ko, u.name_en, o.name_ko, o.name_en
FROM {_SPANS.format(columns=_COLUMNS)} r
JOIN booking_equipment e ON e.id = r.equipment_id AND e.state <> 'retired'
LEFT JOIN booking_reservation_detail d ON d.reservation_id = COALESCE(r.parent_id, r.id)
LEFT JOIN core_user u ON u.id = d.person_id
LEFT JOIN core_organisation o ON o.id = d.organisation_id
ORDER BY e.position, e.code, r.starts_at
"""
# A fingerprint of a site's bookings, faults and instruments. The highest change number alone could miss a slower
# transaction that drew a lower number and committed later; the sum of the last thousand does not.
_VERSION = """
SELECT (SELECT concat_ws('.', max(n), count(*), sum(n)) FROM (SELECT change_number AS n FROM booking_reservation
          WHERE site_id = %(site)s ORDER BY change_number DESC LIMIT 1000) latest),
  (SELECT bit_xor(hashtextextended(f.id::text || f.xmin::text, 0)) FROM booking_fault f WHERE f.resolved_at IS NULL),
  (SELECT bit_xor(hashtextextended(q.id::text || q.xmin::text, 0)) FROM booking_equipment q WHERE q.site_id = %(site)s)
"""
# A row of the week: the instrument's place in the list, start and end in minutes since the Unix epoch, kind, state.
_SHAPE = f"""
WITH e AS MATERIALIZED (
  SELECT id, code, name_ko, name_en, row_number() OVER (ORDER BY position, code) - 1 AS n
  FROM booking_equipment WHERE site_id = %(site)s AND state <> 'retired')
SELECT (SELECT json_agg(json_build_object('code', code, 'name_ko', name_ko, 'name_en', name_en) ORDER BY n)::text FROM e),
  (SELECT string_agg(concat('[', n, ',', extract(epoch FROM starts_at)::bigint / 60, ',',
       extract(epoch FROM ends_at)::bigint / 60, ',"', kind, '","', state, '"]'), ',')
     FROM {_SPANS.format(columns="r.equipment_id, r.starts_at, r.ends_at, r.kind, r.state")} r
     JOIN e ON e.id = r.equipment_id)
"""
_OWN_OF = """
SELECT e.code AS equipment, r.code AS code, r.starts_at AS "start", r.ends_at AS "end", r.state AS state,
  d.purpose AS purpose, d.person_id = %(actor)s AS mine
FROM {first} JOIN {second} ON r.id = d.reservation_id
JOIN booking_equipment e ON e.id = r.equipment_id AND e.site_id = %(site)s
WHERE d.organisation_id = ANY (%(orgs)s) AND r.state IN ('pending', 'confirmed', 'in_use', 'done') AND {when}
"""
_OWN = (
    'SELECT coalesce(json_agg(own ORDER BY "start")::text, \'[]\') FROM ('
    + _OWN_OF.format(
        first="booking_reservation_detail d",
        second="booking_reservation r",
        when="d.starts_at > %(start)s::timestamptz - interval '1 day' AND d.starts_at < %(end)s"
        " AND r.ends_at > %(start)s AND NOT r.is_long",
    )
    + "UNION ALL"
    + _OWN_OF.format(
        first="booking_reservation r",
        second="booking_reservation_detail d",
        when="r.site_id = %(site)s AND r.is_long AND r.starts_at < %(end)s AND r.ends_at > %(start)s",
    )
    + ") own"
)


def site_of(code: str) -> tuple[UUID, ZoneInfo]:
    """A site's key and time zone. Raises Missing."""
    with connection.cursor() as cursor:
        cursor.execute(_SITE, (code,))
        row = cursor.fetchone()
    if row is None:
        raise Missing(NOT_FOUND)
    return row[0], ZoneInfo(row[1])


def events(*, site: UUID, window: Period) -> list[Event]:
    """Every live span on a site's instruments inside the window, in the order of rows and time."""
    with connection.cursor() as cursor:
        cursor.execute(_EVENTS, {"site": site, "start": window.start, "end": window.end})
        return [_event(row) for row in cursor.fetchall()]


def _event(row: tuple) -> Event:  # type: ignore[type-arg]
    equipment, start, end, kind, state, code, person, organisation, purpose, *names = row
    asking, period = require(), Period(start, end)
    own = person is not None and (asking.staff or organisation in asking.organisations)
    if kind == "maintenance":
        return Event(equipment, period, "maintenance", purpose or "", code if asking.staff else "")
    if not own:
        return Event(equipment, period, "other")
    who = pick(names[0] or "", names[1] or "")
    mine = person == asking.actor
    company = pick(names[2] or "", names[3] or "")
    title = " · ".join(part for part in (company if asking.staff else "", "" if mine else who, purpose) if part) or who
    look = "pending" if state == "pending" else "mine" if mine else "company"
    return Event(equipment, period, look, title, code, kind == "booking" and state in ("pending", "confirmed"))


def version(*, site: UUID) -> str:
    """Changes whenever a reservation, a fault or an instrument of the site changes; the same for everyone."""
    with connection.cursor() as cursor:
        cursor.execute(_VERSION, {"site": site})
        latest, *hashes = cursor.fetchone()
    return "-".join([latest or "0", *(format((value or 0) & (1 << 64) - 1, "x") for value in hashes)])


_KEPT: OrderedDict[tuple[str, UUID, date], tuple[str, str]] = OrderedDict()
_KEEP = 64


def week_json(*, site: str, start: date) -> str:
    """One site's seven days as a JSON text: a few statements, however many rows there are.

    `reservations` are rows [instrument's place in `equipment`, start, end (minutes since the Unix epoch), kind, state];
    `own` are the bookings of one's own companies with code, purpose and whether they are mine.
    """
    key, zone = site_of(site)
    window = Period(civil(start, time.min, zone), civil(start + timedelta(days=7), time.min, zone))
    head = {
        "site": site,
        "time_zone": str(zone),
        "start": window.start.isoformat(),
        "end": window.end.isoformat(),
    }
    return f'{json.dumps(head)[:-1]}, "own": {_own(key, window)}, {_shape(key, start, window)}'


def _shape(site: UUID, start: date, window: Period) -> str:
    """The part that is the same for everyone, kept while its fingerprint stands."""
    place = (str(connection.settings_dict["NAME"]), site, start)
    now = version(site=site)
    kept = _KEPT.get(place)
    if kept is None or kept[0] != now:
        with connection.cursor() as cursor:
            cursor.execute(_SHAPE, {"site": site, "start": window.start, "end": window.end})
            equipment, reservations = cursor.fetchone()
        text = f'"version": "{now}", "equipment": {equipment or "[]"}, "reservations": [{reservations or ""}]}}'
        kept = _KEPT[place] = (now, text)
        while len(_KEPT) > _KEEP:
            _KEPT.popitem(last=False)
    return kept[1]


def _own(site: UUID, window: Period) -> str:
    """One's own companies' bookings as a JSON text, made by the database."""
    asking = require()
    with connection.cursor() as cursor:
        cursor.execute(_OWN, {
            "site": site, "start": window.start, "end": window.end, "orgs": list(asking.organisations),
            "actor": asking.actor,
        })
        text: str = cursor.fetchone()[0]
    return text
