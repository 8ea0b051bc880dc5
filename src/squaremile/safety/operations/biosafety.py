"""Levels and policies of rooms, and seats of the biosafety committee."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from squaremile.core.reads import people
from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.safety import rules
from squaremile.safety.models import CommitteeMember, RoomBiosafety
from squaremile.safety.operations.areas import room_by_code
from squaremile.safety.operations.door_signs import keep_keeper
from squaremile.safety.policies.biosafety import KINDS, LEVELS
from squaremile.safety.reads.areas import today
from squaremile.safety.words import agents as words
from squaremile.safety.words import areas as area_words


@operation(
    "safety.declare_room_biosafety", ko="방의 생물안전 등급 정하기", en="Declare the biosafety level of a room", may=rules.keep_areas,
    refuses=(words.ROOM_LEVEL_UNSOUND, area_words.ROOM_UNFIT, NOT_FOUND),
    constraints={"safety_room_biosafety_room_id_key": words.ROOM_LEVEL_UNSOUND,
                 "safety_room_keeper_room_id_key": words.ROOM_LEVEL_UNSOUND},
)
def declare_room_biosafety(
    *, place: str, biosafety_level: int, admits: Sequence[str], admits_modified: bool = False, lmo_notice: str = "",
    manager: str = "", manager_phone: str = "",
) -> RoomBiosafety:
    """The level of a room, which kinds of agents it admits, whether modified ones, and what its sign says. Holds from today;
    what stands there already stays, and is shown where the room no longer admits it."""
    if biosafety_level not in LEVELS or not set(admits) <= set(KINDS):
        raise Invalid(words.ROOM_LEVEL_UNSOUND)
    said: dict[str, Any] = {
        "level": biosafety_level, "admits": [kind for kind in KINDS if kind in set(admits)], "admits_modified": admits_modified,
        "notice": lmo_notice.strip()[:80], "since": today(),
    }
    room = room_by_code(place).id
    kept, _ = RoomBiosafety.objects.update_or_create(room_id=room, defaults=said)
    keep_keeper(room, manager, manager_phone)
    note(subject=kept, place=place, manager=manager, **(said | {"since": today().isoformat()}))
    return kept


@operation(
    "safety.seat_member", ko="생물안전위원 위촉하기", en="Seat a member of the biosafety committee", may=rules.keep_committee,
    refuses=(NOT_FOUND,), constraints={"committee_member_once": words.SEAT_TAKEN, "committee_of_staff": words.SEAT_UNFIT},
)
def seat_member(*, person: UUID) -> CommitteeMember:
    """From today she sees every protocol with its agents and gives her opinion of it. Only staff who belong to no company."""
    if person not in people.named([person]):
        raise Missing(NOT_FOUND)
    made = CommitteeMember.objects.create(person_id=person, since=today())
    note(subject=made, person=person)
    return made


@operation(
    "safety.unseat_member", ko="생물안전위원 해촉하기", en="End a seat of the biosafety committee", may=rules.keep_committee,
    refuses=(words.SEAT_UNKNOWN,),
)
def unseat_member(*, person: UUID) -> CommitteeMember:
    """From now on she sees nothing of it any more; her opinions stay."""
    found = CommitteeMember.objects.select_for_update().filter(person_id=person, until=None).first()
    if found is None:
        raise Missing(words.SEAT_UNKNOWN)
    found.until = today()
    found.save(update_fields=["until"])
    note(subject=found, person=person)
    return found
