"""What a calendar program subscribes to: my bookings, or an instrument's, in which others are busy and no more."""

import hashlib
from datetime import timedelta
from uuid import UUID

from squaremile.booking.models import Equipment, Reservation, ReservationDetail
from squaremile.booking.policies.calendar_file import Entry
from squaremile.booking.words import named
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text

BACK, AHEAD = timedelta(days=90), timedelta(days=400)
_SHOWN = ("pending", "confirmed", "in_use", "done")


def mine() -> list[Entry]:
    """The asker's own bookings, three months back."""
    details = ReservationDetail.objects.filter(
        person_id=require().actor, starts_at__gt=clock.now() - BACK, reservation__kind="booking",
        reservation__state__in=_SHOWN,
    )
    return [
        _entry(d, d.reservation.equipment)
        for d in details.select_related("reservation__equipment__place").order_by("starts_at")
    ]


def of_equipment(code: str) -> tuple[Text, list[Entry]]:
    """An instrument's name and live spans: one's own company's in full, others' as busy. Raises Missing."""
    found = Equipment.objects.select_related("place").filter(code=code).exclude(state="retired").first()
    if found is None:
        raise Missing(NOT_FOUND)
    now = clock.now()
    rows = list(
        Reservation.objects.filter(
            equipment=found, state__in=_SHOWN, ends_at__gt=now - timedelta(days=7), starts_at__lt=now + AHEAD
        ).order_by("starts_at")
    )
    details = {
        d.reservation_id: d
        for d in ReservationDetail.objects.select_related("reservation", "person").filter(
            reservation__in={row.parent_id or row.id for row in rows}, person__isnull=False)
    }
    entries = []
    for row in rows:
        detail = details.get(row.parent_id or row.id)
        entries.append(_entry(detail, found, row) if detail else _hidden(row))
    return named(found.name_ko, found.name_en), entries


def _entry(detail: ReservationDetail, equipment: Equipment, row: Reservation | None = None) -> Entry:
    shape = row or detail.reservation
    name = named(equipment.name_ko, equipment.name_en)
    if row is not None and detail.person is not None:
        who = named(detail.person.name_ko, detail.person.name_en)
        name = Text(ko=f"{name.ko} · {who.ko}", en=f"{name.en} · {who.en}")
    place = named(equipment.place.name_ko, equipment.place.name_en)
    return Entry(
        code=shape.code, sequence=detail.sequence, start=shape.period.start, end=shape.period.end,
        changed_at=shape.created_at, summary=name, place=place, says=detail.purpose,
        url=f"/bookings/{detail.reservation.code}/", tentative=shape.state == "pending",
    )


def _hidden(row: Reservation) -> Entry:
    """Another's span under a name that leads nowhere: neither its code nor how often it changed is told."""
    return Entry(
        code=_veiled(row.id), sequence=0, start=row.period.start, end=row.period.end, changed_at=row.period.start,
        tentative=False,
    )


def _veiled(key: UUID) -> str:
    """Stable, and tells nothing: a UUIDv7 holds the moment it was made."""
    return f"B-{hashlib.sha256(key.bytes).hexdigest()[:16]}"
