"""Door signs, shut-offs and who is inside, of the demonstration."""

from collections.abc import Iterable

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety
from squaremile.safety.reads import house

LABEL = Text(ko="문 표지·비상 현황", en="door signs and emergencies")
SHUT_OFFS = (
    ("JB-A", "alarm", "정문 안쪽 방재실", "Control room inside the main door"),
    ("JB-A", "assembly", "정문 앞 잔디밭", "Lawn before the main door"), ("JB-A", "electricity", "1층 전기실", "Switch room, floor 1"),
    ("JB-A", "gas", "북쪽 계단 옆 가스 보관소", "Gas store by the north stairs"),
    ("JB-A", "water", "1층 기계실", "Plant room, floor 1"),
    ("JB-A", "sprinkler", "층마다 남쪽 계단실", "South stairwell, each floor"),
)  # fmt: skip
CARDS = (
    ("JB-A201", ("ears",), "소음이 큰 장비가 있습니다.", "Loud instruments inside."),
    ("JB-A204", (), "드나들 때 문을 닫아 주십시오.", "Keep the door closed."),
)


def total(stage: Stage) -> int:
    return 3


def make(stage: Stage) -> Iterable[int]:
    """Every sign printed weeks ago, so that some are out of date by now; shut-offs; this morning's comings and goings."""
    with clock.as_of(stage.at(-60)), scope(stage.staffed("safety_officer")):
        for place, kind, ko, en in SHUT_OFFS:
            safety.add_shut_off(place=place, shut_off_kind=kind, where_ko=ko, where_en=en)
    yield 1
    with clock.as_of(stage.at(-45)), scope(stage.staffed("safety_officer")):
        rooms = [room.code for room in house.rooms()]
        safety.print_door_signs(sign_rooms=rooms[:-1])
    with clock.as_of(stage.at(-5)), scope(stage.staffed("safety_officer")):
        for place, protection, ko, en in CARDS:
            safety.set_room_card(
                place=place, protection=protection, says_ko=ko, says_en=en, manager="공동실험실 담당", manager_phone="063-555-0142"
            )
    yield 2
    for n, let in enumerate([each for each in stage.lets if each.moved_in][:4]):
        with clock.as_of(stage.at(0, 8 + n % 2)), scope(stage.admin(let.company)):
            safety.record_entry(place="JB-A", entry_way="in")
            if n == 1:
                safety.record_entry(place="JB-A", entry_way="in", visitor="장비 회사 기사")
            if n == 3:
                safety.record_entry(place="JB-A", entry_way="out")
    yield 3
