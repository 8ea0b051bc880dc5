"""Bookings for programs: by code, or as a list read a part at a time. Others' are not there: row security hides them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from squaremile.booking.models import ReservationDetail
from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require

_WITH = ("reservation__equipment", "organisation", "person", "project")


@dataclass(frozen=True, slots=True)
class Listed:
    """A booking in codes. `person` is an e-mail address."""

    code: str
    state: str
    equipment: str
    start: datetime
    end: datetime
    organisation: str
    person: str
    project: str
    purpose: str
    assisted: bool


def _listed(detail: ReservationDetail) -> Listed:
    shape = detail.reservation
    return Listed(
        shape.code,
        shape.state,
        shape.equipment.code,
        shape.period.start,
        shape.period.end,
        detail.organisation.code if detail.organisation else "",
        detail.person.email if detail.person else "",
        detail.project.code if detail.project else "",
        detail.purpose,
        detail.assisted,
    )


def one(code: str) -> Listed:
    """One booking. Raises Missing for others' and for what does not exist."""
    found = (
        ReservationDetail.objects.select_related(*_WITH)
        .filter(reservation__code=code, reservation__kind="booking")
        .first()
    )
    if found is None:
        raise Missing(NOT_FOUND)
    return _listed(found)


def part(
    *,
    mine: bool,
    most: int,
    after: tuple[datetime, str] | None = None,
    states: Sequence[str] = (),
    equipment: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[Listed]:
    """At most `most` bookings in the order of their start and code, those that follow `after`. One statement.

    `since` and `until` choose those that touch that span. Not `mine` means all that the asker may see.
    """
    chosen = Q(reservation__kind="booking")
    if mine:
        chosen &= Q(person_id=require().actor)
    if states:
        chosen &= Q(reservation__state__in=states)
    if equipment:
        chosen &= Q(reservation__equipment__code=equipment)
    if since:
        chosen &= Q(reservation__ends_at__gt=since)
    if until:
        chosen &= Q(reservation__starts_at__lt=until)
    if after:
        start, code = after
        chosen &= Q(reservation__starts_at__gt=start) | Q(reservation__starts_at=start, reservation__code__gt=code)
    rows = ReservationDetail.objects.filter(chosen).select_related(*_WITH)
    return [_listed(d) for d in rows.order_by("reservation__starts_at", "reservation__code")[:most]]
