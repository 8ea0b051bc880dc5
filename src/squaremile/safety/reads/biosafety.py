"""Rooms with their biosafety level and policy, and who sits on the committee: what everybody in the cluster may know."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from squaremile.core.reads import people
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.safety.models import CommitteeMember, RoomBiosafety, RoomKeeper
from squaremile.safety.policies.biosafety import Admission
from squaremile.safety.words import agents as words


@dataclass(frozen=True, slots=True)
class RoomRow:
    """One room as its door sign says it."""

    code: str
    name: Text
    level: int
    admits: tuple[str, ...]
    modified: bool
    notice: str
    manager: str
    phone: str
    since: date

    @property
    def admits_said(self) -> tuple[Text, ...]:
        return tuple(words.KINDS[kind] for kind in self.admits)


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A member of the committee."""

    person: UUID
    name: Text
    email: str
    since: date


def rooms() -> list[RoomRow]:
    """Every room with a level, by code; who answers for it is empty for whoever does not sit there. Two statements."""
    found = RoomBiosafety.objects.select_related("room").order_by("room__code")
    keepers = {k.room_id: (k.manager, k.phone) for k in RoomKeeper.objects.all()}
    return [
        RoomRow(r.room.code, both(r.room.name_ko, r.room.name_en), r.level, tuple(r.admits), r.admits_modified, r.notice,
                *keepers.get(r.room_id, ("", "")), r.since)
        for r in found
    ]  # fmt: skip


def of_room(room: UUID) -> RoomRow | None:
    """The level of one room, who answers for it left out."""
    r = RoomBiosafety.objects.select_related("room").filter(room_id=room).first()
    if r is None:
        return None
    return RoomRow(r.room.code, both(r.room.name_ko, r.room.name_en), r.level, tuple(r.admits), r.admits_modified, r.notice, "", "", r.since)


def admission(room: UUID) -> Admission:
    """What a room admits."""
    found = RoomBiosafety.objects.filter(room_id=room).first()
    return Admission(found.level, frozenset(found.admits), found.admits_modified) if found else Admission(None)


def committee() -> list[SeatRow]:
    """Who sits there now, by name. Two statements."""
    found = list(CommitteeMember.objects.filter(until=None))
    names = people.named(row.person_id for row in found)
    rows = [SeatRow(r.person_id, names[r.person_id].name, names[r.person_id].email, r.since) for r in found if r.person_id in names]
    return sorted(rows, key=lambda row: str(row.name))


def seats() -> int:
    """How many sit there now, whether or not the asker may read their names."""
    return CommitteeMember.objects.filter(until=None).count()


def is_seated() -> bool:
    """Does the asker sit there?"""
    return CommitteeMember.objects.filter(until=None, person_id=require().actor).exists()
