"""Signs at doors: what safety adds, printing them, and where things are shut off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import DoorSign, DoorSignDetail, RoomCard, RoomKeeper, ShutOff
from squaremile.safety.models.shut_off import KINDS
from squaremile.safety.operations.areas import room_by_code
from squaremile.safety.policies import door_signs as policy
from squaremile.safety.reads import door_signs, house
from squaremile.safety.reads.areas import today
from squaremile.safety.words import areas as area_words
from squaremile.safety.words import emergency as words
from squaremile.spaces.reads import places

LONGEST_DAYS = 730


@dataclass(frozen=True, slots=True)
class Printed:
    """Signs that were printed together: their codes in the order of the house."""

    signs: tuple[str, ...]
    made_at: datetime
    valid_until: date


@operation(
    "safety.set_room_card", ko="문 표지에 더할 내용 정하기", en="Set what a room's sign adds", may=rules.keep_signs,
    refuses=(words.CARD_UNSOUND, area_words.ROOM_UNFIT, NOT_FOUND),
    constraints={"safety_room_card_room_id_key": words.CARD_UNSOUND, "safety_room_keeper_room_id_key": words.CARD_UNSOUND},
)
def set_room_card(
    *, place: str, protection: Sequence[str] = (), says_ko: str = "", says_en: str = "", manager: str = "", manager_phone: str = ""
) -> RoomCard:
    """What one puts on and does beside what follows from the hazards, and who answers for the room. A sign that was printed
    before is out of date where it says otherwise."""
    if not set(protection) <= set(policy.PROTECTION):
        raise Invalid(words.CARD_UNSOUND)
    room = room_by_code(place).id
    kept, _ = RoomCard.objects.update_or_create(room_id=room, defaults={
        "protection": [each for each in policy.PROTECTION if each in set(protection)], "says_ko": says_ko.strip()[:300],
        "says_en": says_en.strip()[:300],
    })  # fmt: skip
    keep_keeper(room, manager, manager_phone)
    note(subject=kept, place=place, protection=kept.protection, manager=manager)
    return kept


def keep_keeper(room: object, manager: str, phone: str) -> None:
    """Who answers for a room, inside another operation."""
    RoomKeeper.objects.update_or_create(room_id=room, defaults={"manager": manager.strip()[:80], "phone": phone.strip()[:40]})


@operation(
    "safety.print_door_signs", ko="문 표지 인쇄하기", en="Print door signs", may=rules.keep_signs, refuses=(words.SIGN_UNSOUND, NOT_FOUND),
)
def print_door_signs(*, sign_rooms: Sequence[str], sign_days: int = 365) -> Printed:
    """New signs for rooms, from what stands there now, each with the day until which it holds. What each says is kept: once
    the room says otherwise, the sign is out of date."""
    wanted = {code.strip() for code in sign_rooms}
    if not wanted or not 1 <= sign_days <= LONGEST_DAYS:
        raise Invalid(words.SIGN_UNSOUND)
    rooms = [room for room in house.rooms() if room.code in wanted]
    if len(rooms) != len(wanted):
        raise Missing(NOT_FOUND)
    now, until, says = clock.now(), today() + timedelta(days=sign_days), door_signs.live(rooms)
    made = [
        DoorSign(
            id=uuid7(), code=short_code("DS"), room_id=room.id, made_at=now, valid_until=until,
            says={part: said for part, said in says[room.id].items() if part not in door_signs.CONTACTS},
        )
        for room in rooms
    ]  # fmt: skip
    DoorSign.objects.bulk_create(made)
    DoorSignDetail.objects.bulk_create(
        DoorSignDetail(sign=sign, says=says[sign.room_id], digest=policy.digest(says[sign.room_id]), by=require().actor) for sign in made
    )
    note(subject=made[0], rooms=[room.code for room in rooms], until=until.isoformat())
    return Printed(tuple(sign.code for sign in made), now, until)


@operation(
    "safety.add_shut_off", ko="차단 장치 적기", en="Add a shut-off", may=rules.keep_signs, refuses=(words.SHUT_OFF_UNSOUND, NOT_FOUND),
)
def add_shut_off(*, place: str, shut_off_kind: str, where_ko: str = "", where_en: str = "") -> ShutOff:
    """Where gas, electricity, water or air is shut off, where the alarm panel is, where people gather."""
    if shut_off_kind not in KINDS or not (where_ko.strip() or where_en.strip()):
        raise Invalid(words.SHUT_OFF_UNSOUND)
    made = ShutOff.objects.create(
        code=short_code("SO"), kind=shut_off_kind, place_id=places.find(place).id, where_ko=where_ko.strip()[:200],
        where_en=where_en.strip()[:200],
    )
    note(subject=made, place=place, kind=shut_off_kind)
    return made


@operation("safety.give_up_shut_off", ko="차단 장치 없애기", en="Give up a shut-off", may=rules.keep_signs, refuses=(words.SHUT_OFF_UNKNOWN,))
def give_up_shut_off(*, shut_off: str) -> ShutOff:
    """It is there no more."""
    found = ShutOff.objects.select_for_update().filter(code=shut_off.strip(), active=True).first()
    if found is None:
        raise Missing(words.SHUT_OFF_UNKNOWN)
    found.active = False
    found.save(update_fields=["active"])
    note(subject=found)
    return found
