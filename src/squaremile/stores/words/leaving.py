"""Words of what stores keep for a company that leaves."""

from squaremile.kernel.words import Text, refusal

CYLINDERS_LEFT = refusal(
    "stores.cylinders_left", ko="이 기업의 가스 용기 {count}개({codes})가 아직 있습니다.",
    en="{count} gas cylinder(s) of the company are still here: {codes}.",
    do_ko="반납을 기록하십시오.", do_en="Record their return.")
WAITING_LEFT = refusal(
    "stores.waiting_left", ko="이 기업 앞으로 남은 소포·멸균물·주문이 {count}건({codes}) 있습니다.",
    en="{count} parcel(s), load(s) or order(s) of the company are not finished: {codes}.",
    do_ko="내어 주거나 취소하십시오.", do_en="Hand them over, or cancel them.")
LEFT = {
    "chemicals": (CYLINDERS_LEFT, Text(ko="남은 가스 용기 없음", en="No cylinders left")),
    "own_equipment": (WAITING_LEFT, Text(ko="기다리는 물품 없음", en="Nothing waits")),
}
