"""The words of space."""

from squaremile.kernel.words import Text, refusal

PLACE_UNFIT = refusal(
    "spaces.place_unfit", ko="이 종류의 장소는 거기에 둘 수 없습니다.",
    en="A place of this kind does not belong there.",
    do_ko="사이트 → 건물 → 층 → 통제구역 → 방 → 베이 → 벤치 순서로 두십시오.",
    do_en="The order is site, building, floor, control area, room, bay, bench.")
ZONE_UNKNOWN = refusal(
    "spaces.zone_unknown", ko="알 수 없는 시간대입니다.", en="This time zone is not known.",
    do_ko="Asia/Seoul처럼 IANA 이름으로 적으십시오.", do_en="Write its IANA name, such as Asia/Seoul.")
PLACE_TAKEN = refusal(
    "spaces.place_taken", ko="그 기간에 이미 다른 곳이 쓰고 있습니다.",
    en="It is already held or occupied in that period.",
    do_ko="언제부터 비는지 보십시오.", do_en="See from when it is free.")
AROUND_TAKEN = refusal(
    "spaces.around_taken", ko="이 자리를 품은 방이나 이 방 안의 자리가 그 기간에 이미 쓰이고 있습니다.",
    en="The room around it, or a place inside it, is already taken in that period.",
    do_ko="방 전체와 그 안의 자리를 따로 빌려줄 수 없습니다. 다른 자리를 고르십시오.",
    do_en="A room and the places in it are not let apart. Choose another place.")
NOT_RENTABLE = refusal(
    "spaces.not_rentable", ko="빌려 쓰는 자리가 아닙니다.", en="This place is not for renting.",
    do_ko="빌려 쓰는 자리를 고르십시오.", do_en="Choose a place that is for renting.")
PERIOD_EMPTY = refusal("spaces.period_empty", ko="끝은 시작보다 늦어야 합니다.", en="The end comes after the start.")
PLACE_GONE = refusal(
    "spaces.place_gone", ko="합치거나 나누어 그 기간에는 없는 자리입니다.",
    en="The place is not there in all of that period: it is merged or split.",
    do_ko="그 뒤를 잇는 자리를 고르거나, 바뀌는 날까지만 쓰십시오.",
    do_en="Choose the place that follows it, or end on the day of the change.")
TAKEN_BEYOND = refusal(
    "spaces.taken_beyond", ko="{place} 자리는 {until}까지 배정되어 있어 그날 바꿀 수 없습니다.",
    en="Somebody has {place} until {until}, beyond that day.",
    do_ko="더 늦은 날을 고르거나, 먼저 옮기거나 비우십시오.", do_en="Choose a later day, or move or end that first.")
NOT_ADJOINING = refusal(
    "spaces.not_adjoining", ko="한 방에 나란히 붙은 자리가 아닙니다.", en="They do not adjoin in one room.",
    do_ko="같은 방에서 서로 붙어 있는 자리를 고르십시오.", do_en="Choose places of one room that touch each other.")
RESHAPE_UNSOUND = refusal(
    "spaces.reshape_unsound",
    ko="벤치, 책상, 베이만 앞으로 올 날부터 합치거나(2~10곳, 새 이름) 나눌 수(2~10곳) 있고, 이미 바뀌기로 한 자리는 안 됩니다.",
    en="Benches, desks and bays in use merge (2 to 10, with a new name) or split (into 2 to 10) from a day ahead, each once.",
    do_ko="자리와 날, 이름을 다시 고르십시오.", do_en="Choose the places, the day and the name again.")
RESHAPE_UNKNOWN = refusal(
    "spaces.reshape_unknown", ko="그런 합치기나 나누기가 없습니다.", en="There is no such merge or split.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
RESHAPE_OVER = refusal(
    "spaces.reshape_over", ko="이미 바뀐 자리입니다.", en="It has happened already.",
    do_ko="되돌리려면 새로 합치거나 나누십시오.", do_en="To go back, merge or split anew.")
OVER = refusal(
    "spaces.occupancy_over", ko="이미 끝난 사용입니다.", en="This occupancy has already ended.",
    do_ko="새로 배정하십시오.", do_en="Hold the place anew.")
MOVED_IN = refusal("spaces.moved_in", ko="이미 입주했습니다.", en="They have already moved in.")
NOT_LONGER = refusal(
    "spaces.not_longer", ko="새 끝은 지금 끝({until})보다 늦어야 합니다.",
    en="The new end must be after the present one, {until}.",
    do_ko="일찍 비우려면 비우기를 쓰십시오.", do_en="To end earlier, release the place.")
NOT_EARLIER = refusal(
    "spaces.not_earlier", ko="비우는 날은 지금 끝({until})보다 빨라야 합니다.",
    en="To release means to end before the present end, {until}.",
    do_ko="더 오래 쓰려면 연장하십시오.", do_en="To stay longer, extend it.")
STEP_NOT_ALLOWED = refusal(
    "spaces.step_not_allowed", ko="그사이에 상태가 바뀌었습니다.", en="Its state changed meanwhile.",
    do_ko="새로 고친 다음 다시 하십시오.", do_en="Refresh and try again.")
OUTLINE_UNFIT = refusal(
    "spaces.outline_unfit", ko="윤곽이 면을 이루지 않습니다.", en="The outline does not enclose an area.",
    do_ko="서로 다른 꼭짓점 셋 이상을, 변이 엇갈리지 않게 차례로 적으십시오.",
    do_en="Give three or more different corners in order, without edges that cross.")
OUTLINE_OUTSIDE = refusal(
    "spaces.outline_outside", ko="윤곽이 {around:을를} 벗어납니다.", en="The outline reaches outside {around}.",
    do_ko="바깥 장소의 윤곽 안에 그리십시오.", do_en="Draw it within the place around it.")
NOT_EMPTY = refusal(
    "spaces.place_not_empty", ko="안에 열려 있는 장소가 있습니다.", en="There are open places inside it.",
    do_ko="안의 장소를 먼저 닫으십시오.", do_en="Close the places inside it first.")
IN_USE = refusal(
    "spaces.place_in_use", ko="아직 쓰고 있거나 배정된 자리입니다.", en="It is still held or occupied, now or later.",
    do_ko="먼저 비우십시오.", do_en="Release it first.")
AROUND_CLOSED = refusal(
    "spaces.around_closed", ko="그것을 품은 장소가 닫혀 있습니다.", en="The place around it is closed.",
    do_ko="바깥 장소를 먼저 여십시오.", do_en="Reopen the place around it first.")
OPEN = refusal("spaces.place_open", ko="이미 열려 있는 장소입니다.", en="This place is already open.")
CLOSED = refusal("spaces.place_closed", ko="이미 닫은 장소입니다.", en="This place is already closed.")

KINDS = {
    "site": Text(ko="사이트", en="site"), "building": Text(ko="건물", en="building"), "floor": Text(ko="층", en="floor"),
    "control_area": Text(ko="통제구역", en="control area"), "room": Text(ko="방", en="room"),
    "suite": Text(ko="독립 실험실", en="suite"), "bench": Text(ko="벤치", en="bench"),
    "desk": Text(ko="책상", en="desk"),
    "bay": Text(ko="베이", en="bay"), "shelf": Text(ko="선반", en="shelf"),
}
STATES = {
    "free": Text(ko="비어 있음", en="free"), "held": Text(ko="입주 예정", en="held"),
    "occupied": Text(ko="사용 중", en="occupied"), "ended": Text(ko="끝남", en="ended"),
}
