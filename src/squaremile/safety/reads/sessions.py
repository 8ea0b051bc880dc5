"""Training sessions: what is announced, how many places are left, who comes as far as the asker may know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from squaremile.core import refs
from squaremile.core.reads import people as core_people
from squaremile.core.reads.people_directory import KIND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.safety.models import TrainingSeat, TrainingSession
from squaremile.safety.words import sessions as words

_TAKEN = "SELECT session, coming, waiting FROM safety_session_taken(%s)"


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session. `mine` is the state of the asker's own seat, empty where she has none."""

    code: str
    course: str
    course_name: Text
    start: datetime
    end: datetime
    room: Text | None
    trainer: Text | None
    places: int
    coming: int
    waiting: int
    state: str
    mine: str

    @property
    def left(self) -> int:
        return max(0, self.places - self.coming)

    @property
    def state_said(self) -> Text:
        return words.STATES[self.state]

    @property
    def mine_said(self) -> Text | str:
        return words.SEATS[self.mine] if self.mine else ""

    @property
    def begun(self) -> bool:
        return self.start <= clock.now()


@dataclass(frozen=True, slots=True)
class SeatRow:
    """Somebody who comes, waits, or was there. `recorded`: her attendance is a completed training."""

    ref: str
    name: Text
    state: str
    asked_at: datetime
    recorded: bool

    @property
    def said(self) -> Text:
        return words.SEATS[self.state]


def taken(sessions: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    """Session → how many come, how many wait: counts alone, as rivals' seats are nobody's to see."""
    wanted = list(sessions)
    found = dict.fromkeys(wanted, (0, 0))
    with connection.cursor() as cursor:
        cursor.execute(_TAKEN, (wanted,))
        found |= {session: (coming, waiting) for session, coming, waiting in cursor.fetchall()}
    return found


def sessions(*, course: str = "", past: bool = False) -> list[SessionRow]:
    """Those to come, the next first; or those that are over, the latest first. Four statements."""
    found = TrainingSession.objects.select_related("course", "room")
    if course:
        found = found.filter(course__code=course)
    now = clock.now()
    if past:
        return _rows(list(found.filter(period__endswith__lte=now).order_by("-period", "code")[:100]))
    return _rows(list(found.filter(period__endswith__gt=now).exclude(state="cancelled").order_by("period", "code")))


def session(code: str) -> tuple[SessionRow, list[SeatRow]]:
    """One session, and the seats that the asker may see. Raises Missing."""
    found = TrainingSession.objects.select_related("course", "room").filter(code=code).first()
    if found is None:
        raise Missing(words.SESSION_UNKNOWN)
    seats = list(TrainingSeat.objects.filter(session=found).exclude(state="given_up").order_by("asked_at", "id"))
    named = core_people.named({seat.person_id for seat in seats})
    rows = [
        SeatRow(refs.ref(KIND, s.person_id), named[s.person_id].name, s.state, s.asked_at, s.record_id is not None)
        for s in seats if s.person_id in named
    ]  # fmt: skip
    return _rows([found])[0], rows


def unrecorded() -> list[SessionRow]:
    """Sessions that are over and whose attendance nobody has recorded, the oldest first."""
    found = TrainingSession.objects.select_related("course", "room").filter(state="announced", period__endswith__lte=clock.now())
    return _rows(list(found.order_by("period", "code")))


def _rows(found: Sequence[TrainingSession]) -> list[SessionRow]:
    if not found:
        return []
    counts = taken(each.id for each in found)
    mine = dict(TrainingSeat.objects.filter(session__in=found, person_id=require().actor).values_list("session_id", "state"))
    named = core_people.named({each.trainer_id for each in found})
    rows = []
    for each in found:
        coming, waiting = counts[each.id]
        trainer = named.get(each.trainer_id)
        rows.append(SessionRow(
            each.code, each.course.code, both(each.course.name_ko, each.course.name_en), each.period.start, each.period.end,
            both(each.room.name_ko, each.room.name_en) if each.room else None, trainer.name if trainer else None, each.places,
            coming, waiting, each.state, mine.get(each.id, ""),
        ))
    return rows
