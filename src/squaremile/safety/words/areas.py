"""Words of control areas and cabinets."""

from squaremile.kernel.words import refusal

AREA_UNKNOWN = refusal(
    "safety.area_unknown", ko="그런 위험물 통제구역이 없습니다.", en="No such control area.",
    do_ko="통제구역 목록에서 다시 고르십시오.", do_en="Choose it again in the list of control areas.")
AREA_CODE_TAKEN = refusal(
    "safety.area_code_taken", ko="이미 쓰는 코드입니다.", en="This code is in use.",
    do_ko="다른 코드를 적으십시오.", do_en="Choose another one.")
AREA_UNSOUND = refusal(
    "safety.area_unsound", ko="통제구역에는 이름과 0이 아닌 층이 있어야 합니다.", en="A control area has a name and a storey other than 0.",
    do_ko="입구 층은 1, 지하 1층은 -1로 적으십시오.", do_en="The entrance floor is 1, the first below it is -1.")
STOREY_FULL = refusal(
    "safety.storey_full", ko="이 규칙 묶음으로는 {storey}층에 통제구역을 {most}개까지만 둘 수 있습니다.",
    en="By this pack storey {storey} may have {most} control areas at the most.",
    do_ko="방을 이미 있는 구역에 넣거나, 쓰지 않는 구역에서 규칙 묶음을 먼저 끝내십시오.",
    do_en="Take the rooms into an area that there is, or end the pack first in one that is not used.")
ROOM_ELSEWHERE = refusal(
    "safety.room_elsewhere", ko="이미 다른 통제구역에 속한 방입니다.", en="The room belongs to another control area.",
    do_ko="먼저 그 구역에서 빼십시오.", do_en="Take it out of that area first.")
ROOM_UNFIT = refusal(
    "safety.room_unfit", ko="통제구역에는 방이나 독립실만 넣을 수 있습니다.", en="A control area is made of rooms and suites.",
    do_ko="방의 코드를 적으십시오.", do_en="Give the code of a room.")
PACK_UNKNOWN = refusal(
    "safety.pack_unknown", ko="그런 규칙 묶음이 없습니다.", en="No such rule pack.",
    do_ko="규칙 묶음 목록에서 고르십시오.", do_en="Choose one of the list.")
PACK_IN_FORCE = refusal(
    "safety.pack_in_force", ko="이 구역에서 이미 적용하고 있는 규칙 묶음입니다.", en="This pack is in force here already.",
    do_ko="바꾸려면 먼저 끝낼 날을 적으십시오.", do_en="End it first, then put it in force anew.")
PACK_SPAN = refusal(
    "safety.pack_span", ko="끝나는 날은 시작한 날보다 뒤여야 합니다.", en="It ends after the day it began.",
    do_ko="날짜를 다시 적으십시오.", do_en="Give the day again.")
CABINET_UNKNOWN = refusal(
    "safety.cabinet_unknown", ko="그런 보관함이 없습니다.", en="No such cabinet.",
    do_ko="보관함 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
CABINET_UNSOUND = refusal(
    "safety.cabinet_unsound", ko="보관함에는 이름이 있어야 합니다.", en="A cabinet has a name.",
    do_ko="한국어나 영어로 이름을 적으십시오.", do_en="Name it in Korean or English.")
