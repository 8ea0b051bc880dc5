"""One booking in full, and lists of one's own. Rivals' bookings are not there: row security hides their details."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Q, QuerySet

from squaremile.booking import words
from squaremile.booking.models import ReservationDetail, ReservationTransition, Session
from squaremile.booking.policies import cancellation
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, pick

WITH = (
    "reservation__equipment__site",
    "reservation__equipment__place",
    "reservation__equipment__rules",
    "reservation__equipment__equivalence",
    "organisation",
    "person",
    "project",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A booking in a list."""

    code: str
    state: str
    state_says: Text
    equipment: str
    equipment_name: str
    place: str
    zone: ZoneInfo
    period: Period
    company: str
    person: str
    project: str
    purpose: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One step of its life; `who` is empty for the machine itself."""

    at: datetime
    state: Text
    who: str


@dataclass(frozen=True, slots=True)
class Use:
    """A session on it."""

    code: str
    started_at: datetime
    ended_at: datetime | None
    note: str

    @property
    def minutes(self) -> int | None:
        return None if self.ended_at is None else int((self.ended_at - self.started_at).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Booking:
    """All that its own company and staff see of it."""

    line: Line
    uid: UUID
    sequence: int
    assisted: bool
    reason: str
    linked: tuple[str, ...]
    equivalents: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    uses: tuple[Use, ...]
    free_until: datetime
    step_minutes: int
    early_minutes: int
    changeable: bool
    startable_from: datetime
    email: str

    @property
    def open_use(self) -> Use | None:
        return next((use for use in self.uses if use.ended_at is None), None)


def _text(found: Any) -> str:
    return pick(found.name_ko, found.name_en) if found else ""


def line(detail: ReservationDetail) -> Line:
    shape = detail.reservation
    machine = shape.equipment
    return Line(
        shape.code,
        shape.state,
        words.STATES[shape.state],
        machine.code,
        machine.name,
        machine.place.name,
        ZoneInfo(machine.site.time_zone),
        shape.period,
        _text(detail.organisation),
        _text(detail.person),
        _text(detail.project),
        detail.purpose,
        detail.person_id == require().actor,
    )


def booking(code: str) -> Booking:
    """One booking by its code, or by that of an instrument taken along. Raises Missing for others' and unknown ones."""
    detail = (
        ReservationDetail.objects.select_related(*WITH)
        .filter(Q(reservation__code=code) | Q(reservation__linked__code=code), reservation__kind="booking")
        .first()
    )
    if detail is None or detail.person is None:
        raise Missing(NOT_FOUND)
    shape, machine = detail.reservation, detail.reservation.equipment
    early = machine.rules.early_start_minutes
    return Booking(
        line=line(detail),
        uid=shape.id,
        sequence=detail.sequence,
        assisted=detail.assisted,
        reason=detail.reason,
        linked=tuple(
            one.equipment.name for one in shape.linked.select_related("equipment").order_by("equipment__code")
        ),
        equivalents=_equivalents(detail),
        steps=_steps(shape.id),
        uses=_uses(shape.id),
        free_until=cancellation.free_until(shape.period, machine.rules.cancel_free_minutes),
        step_minutes=machine.rules.step_minutes,
        early_minutes=early,
        changeable=shape.state in ("pending", "confirmed"),
        startable_from=shape.period.start - timedelta(minutes=early),
        email=detail.person.email,
    )


def _equivalents(detail: ReservationDetail) -> tuple[tuple[str, str], ...]:
    machine = detail.reservation.equipment
    if machine.equivalence is None:
        return ()
    others = machine.equivalence.equipment.exclude(state="retired").order_by("position", "code")
    return tuple((other.code, other.name) for other in others)


def _steps(reservation: UUID) -> tuple[Step, ...]:
    found = list(ReservationTransition.objects.filter(reservation_id=reservation).order_by("-at"))
    names = _names({step.actor for step in found if step.actor})
    return tuple(Step(s.at, words.STATES[s.after], names.get(s.actor, "") if s.actor else "") for s in found)


def _names(people: set[UUID]) -> dict[UUID, str]:
    """Those whom the asker may see; others stay unnamed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name_ko, name_en FROM core_user WHERE id = ANY (%s)", (list(people),))
        return {id_: pick(ko, en) for id_, ko, en in cursor.fetchall()}


def _uses(reservation: UUID) -> tuple[Use, ...]:
    found = Session.objects.filter(reservation_id=reservation).order_by("started_at")
    return tuple(Use(s.code, s.started_at, s.ended_at, s.note) for s in found)


class Lines:
    """A long list that is read a page at a time: `count()` and slices."""

    def __init__(self, *, mine: bool, upcoming: bool) -> None:
        asking, now = require(), clock.now()
        chosen: Q = Q(reservation__kind="booking", person__isnull=False)
        chosen &= Q(person_id=asking.actor) if mine else Q(organisation_id__in=asking.organisations)
        later = Q(reservation__ends_at__gt=now, reservation__state__in=("pending", "confirmed", "in_use"))
        chosen &= later if upcoming else ~later
        order = "starts_at" if upcoming else "-starts_at"
        self.found: QuerySet[ReservationDetail] = ReservationDetail.objects.filter(chosen).order_by(order)

    def count(self) -> int:
        return self.found.count()

    def __getitem__(self, part: slice) -> list[Line]:
        return [line(detail) for detail in self.found.select_related(*WITH)[part]]


def same(*, equipment: str, start: datetime, end: datetime) -> str | None:
    """The asker's own live booking of exactly this slot: what a second press finds."""
    found = ReservationDetail.objects.filter(
        person_id=require().actor,
        reservation__equipment__code=equipment,
        reservation__period=Period(start, end),
        reservation__state__in=("pending", "confirmed"),
    )
    return found.values_list("reservation__code", flat=True).first()
