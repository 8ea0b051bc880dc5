"""The words of space."""

from squaremile.kernel.words import Text, refusal

PLACE_UNFIT = refusal(
    "spaces.place_unfit", ko="이 종류의 장소는 거기에 둘 수 없습니다.", en="A place of this kind does not belong there.",
    do_ko="부지 → 건물 → 층 → 통제구역 → 방 → 벤치 순서로 두십시오.",
    do_en="The order is site, building, floor, control area, room, bench.")
PLACE_TAKEN = refusal(
    "spaces.place_taken", ko="그 기간에 이미 다른 곳이 쓰고 있습니다.", en="It is already held or occupied in that period.",
    do_ko="언제부터 비는지 보십시오.", do_en="See from when it is free.")
NOT_RENTABLE = refusal(
    "spaces.not_rentable", ko="빌려 쓰는 자리가 아닙니다.", en="This place is not for renting.")
PERIOD_EMPTY = refusal("spaces.period_empty", ko="끝은 시작보다 늦어야 합니다.", en="The end comes after the start.")
OVER = refusal("spaces.occupancy_over", ko="이미 끝난 사용입니다.", en="This occupancy has already ended.")

KINDS = {
    "site": Text(ko="부지", en="site"), "building": Text(ko="건물", en="building"), "floor": Text(ko="층", en="floor"),
    "control_area": Text(ko="통제구역", en="control area"), "room": Text(ko="방", en="room"),
    "suite": Text(ko="독립 실험실", en="suite"), "bench": Text(ko="벤치", en="bench"), "desk": Text(ko="책상", en="desk"),
    "bay": Text(ko="베이", en="bay"), "shelf": Text(ko="선반", en="shelf"),
}
STATES = {
    "free": Text(ko="비어 있음", en="free"), "held": Text(ko="예약됨", en="held"),
    "occupied": Text(ko="사용 중", en="occupied"),
}
