"""Containers: what stands here, and the life of one. Row security decides whose."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from squaremile.kernel.errors import Missing
from squaremile.kernel.korean import search_key
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Container, ContainerCorrection, ContainerMove, ContainerTransition
from squaremile.safety.models.container import HERE
from squaremile.safety.policies.quantity import Amount, said
from squaremile.safety.reads.areas import today
from squaremile.safety.words import stock as words
from squaremile.spaces.reads import places

SOON = timedelta(days=30)
_BELOW = """
WITH RECURSIVE below AS (
  SELECT id FROM spaces_place WHERE code = %s
  UNION ALL SELECT p.id FROM spaces_place p JOIN below b ON p.parent_id = b.id)
SELECT id FROM below
"""


@dataclass(frozen=True, slots=True)
class ContainerRow:
    """One container. `amount` as its people say it."""

    code: str
    substance: str
    name: Text
    cas: str
    organisation: str
    company: Text
    room: str
    room_name: Text
    cabinet: str
    cabinet_name: Text | None
    amount: str
    condition: str
    state: str
    lot: str
    received_on: date
    opened_on: date | None
    good_until: date | None
    gone_on: date | None
    gone_to: str
    came_from: str

    @property
    def state_said(self) -> Text:
        return words.STATES[self.state]

    @property
    def condition_said(self) -> Text:
        return words.CONDITIONS[self.condition]

    @property
    def here(self) -> bool:
        return self.state in HERE

    @property
    def age(self) -> str:
        """stop where it is past its day, warn within thirty days of it, else nothing."""
        if self.good_until is None or not self.here or self.good_until >= today() + SOON:
            return ""
        return "stop" if self.good_until < today() else "warn"


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened to a container."""

    at: datetime
    says: Text


def here(
    *, asked: str = "", room: str = "", state: str = "", substance: str = "", company: str = "", which: str = "", place: str = "",
) -> list[ContainerRow]:
    """What stands here, by room and name; or what has gone, where `state` says so. One statement.

    `which`: opened, past its day (expired), or within `SOON` of it (expiring). `place`: in it and everything below, or in a
    cabinet.
    """
    found = _rows().filter(state__in=(state,) if state else HERE).order_by("room__code", "substance__name_ko", "code")
    for names, value in (("room__code", room), ("substance__code", substance), ("organisation__code", company)):
        if value:
            found = found.filter(**{names: value})
    if place:
        found = found.filter(Q(room_id__in=RawSQL(_BELOW, (place,))) | Q(cabinet__code=place))
    if which == "opened":
        found = found.filter(state="opened")
    elif which in ("expired", "expiring"):
        found = found.filter(good_until__lt=today() + (SOON if which == "expiring" else timedelta(0)))
    wanted = search_key(asked)
    rows = [_row(each) for each in found]
    return [r for r in rows if not wanted or wanted in search_key(f"{r.name.ko} {r.name.en} {r.code} {r.cas} {r.lot}")]


def of_substances(keys: Iterable[UUID]) -> list[tuple[UUID, ContainerRow]]:
    """What stands here of some substances, by substance, room and name. One statement."""
    found = _rows().filter(state__in=HERE, substance_id__in=list(keys)).order_by("room__code", "substance__name_ko", "code")
    return [(each.substance_id, _row(each)) for each in found]


def container(code: str) -> tuple[ContainerRow, list[Happened]]:
    """One with what happened to it, the newest first. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.CONTAINER_UNKNOWN)
    steps = [
        Happened(t.at, words.STATES[t.after]) for t in ContainerTransition.objects.filter(container=found)
    ]
    moves = list(ContainerMove.objects.filter(container=found))
    rooms = places.codes({r for m in moves for r in (m.room_before, m.room_after)})
    steps += [Happened(c.at, words.CORRECTED.fill({"reason": c.reason})) for c in ContainerCorrection.objects.filter(container=found)]
    steps += [Happened(m.at, _moved(m, rooms.get(m.room_before, ""), rooms.get(m.room_after, ""), found)) for m in moves]
    return _row(found), sorted(steps, key=lambda h: h.at, reverse=True)


def parts(code: str) -> list[ContainerRow]:
    """What was split off one, the oldest first. One statement."""
    return [_row(each) for each in _rows().filter(came_from__code=code).order_by("id")]


def _moved(move: ContainerMove, before: str, after: str, of: Container) -> Text:
    if move.room_before != move.room_after:
        return Text(ko=f"{before}에서 {after}(으)로 옮김", en=f"Moved from {before} to {after}")
    was, now = _amount(move.amount_before, of), _amount(move.amount_after, of)
    if move.amount_after > move.amount_before:
        return Text(ko=f"{was}에서 {now}(으)로 늘어남", en=f"From {was} up to {now}")
    return Text(ko=f"{was}에서 {now}(으)로 줄어듦", en=f"From {was} down to {now}")


def _amount(base: Decimal, of: Container) -> str:
    return f"{said(Amount(base, of.dimension).to(of.unit))} {of.unit}"


def _rows() -> QuerySet[Container]:
    return Container.objects.select_related("substance", "organisation", "room", "cabinet", "came_from")


def _row(c: Container) -> ContainerRow:
    box, substance, whose = c.cabinet, c.substance, c.organisation
    return ContainerRow(
        c.code, substance.code, both(substance.name_ko, substance.name_en), substance.cas, whose.code,
        both(whose.name_ko, whose.name_en), c.room.code, both(c.room.name_ko, c.room.name_en), box.code if box else "",
        both(box.name_ko, box.name_en) if box else None, _amount(c.amount, c), c.condition, c.state, c.lot, c.received_on,
        c.opened_on, c.good_until, c.gone_on, c.gone_to, c.came_from.code if c.came_from else "",
    )
