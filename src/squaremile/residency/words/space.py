"""Words of the floor plan, of needs for space, of allocation and of moves."""

from squaremile.kernel.words import Text, refusal

LOOKS = {
    "free": Text(ko="비어 있음", en="Free"), "held": Text(ko="입주 예정", en="Held"),
    "occupied": Text(ko="사용 중", en="Occupied"), "mine": Text(ko="우리 자리", en="Ours"),
    "taken": Text(ko="사용 중", en="Taken"),
}
NOTICES = {
    "leaving": Text(ko="퇴거 통지", en="Notice to leave"), "noticed": Text(ko="시정 요구 기한", en="To be put right by"),
    "suspended": Text(ko="이용 정지", en="Suspended"), "terminated": Text(ko="계약 해지", en="Terminated"),
}
KINDS_OF_PLAN = {
    "asked": Text(ko="짜는 중", en="Being drawn"), "drawn": Text(ko="배치안", en="Drawn"),
    "failed": Text(ko="짜지 못함", en="Not drawn"), "accepted": Text(ko="확정", en="Accepted"),
}
PARTS = {
    "pin": Text(ko="고정", en="Pinned"), "stays": Text(ko="그대로", en="Stays"), "comes": Text(ko="새로 씀", en="Takes"),
    "leaves": Text(ko="비움", en="Gives up"), "kept": Text(ko="확장용", en="Kept for growth"),
    "unplaced": Text(ko="배치 못 함", en="Not placed"),
}
WHY = {
    "kind": Text(ko="그런 종류의 자리가 모자랍니다", en="fewer such places than it needs"),
    "bsl": Text(ko="필요한 생물안전등급의 자리가 모자랍니다", en="too few places at its biosafety level"),
    "hazard": Text(ko="그만한 위험물을 받을 통제구역이 없습니다", en="no control area takes its hazards"),
    "full": Text(ko="먼저 배치할 기업으로 자리가 찼습니다", en="others come first"),
}
FAILURES = {
    "contradicted": Text(
        ko="고정한 자리나 지금 자리가 지켜야 할 규칙과 맞지 않습니다. 고정, 분리, 통제구역 한도를 확인하십시오.",
        en="What is pinned, or held now, breaks a rule. Look at the pins, whom to keep apart and the control areas' limits."),
    "nobody": Text(ko="자리가 필요한 기업이 없습니다.", en="No company needs a place."),
}
WISHES = {
    "apart": Text(ko="떨어뜨림", en="Keep apart"), "beside": Text(ko="가까이", en="Seat nearby"),
    "none": Text(ko="없음", en="No wish"),
}
REQUESTS = {
    "more": Text(ko="더 많은 자리", en="More places"), "fewer": Text(ko="더 적은 자리", en="Fewer places"),
    "other": Text(ko="다른 자리", en="Other places"),
}
REQUEST_STATES = {
    "asked": Text(ko="요청", en="Asked"), "granted": Text(ko="수락", en="Granted"), "refused": Text(ko="거절", en="Refused"),
    "withdrawn": Text(ko="철회", en="Withdrawn"),
}
MOVES = {
    "planned": Text(ko="예정", en="Planned"), "done": Text(ko="완료", en="Done"), "cancelled": Text(ko="취소", en="Cancelled"),
}

LATER = Text(ko="앞으로 더: {kind}", en="Later, more: {kind}")

NEED_UNFIT = refusal(
    "residency.space_need_unfit", ko="필요한 자리나 위험물의 종류 또는 수가 맞지 않습니다.",
    en="A kind of place, a class of hazard or a number is not sound.",
    do_ko="자리는 bench, desk, bay, suite, room별로 0~400개, 생물안전등급은 1~4, 우선순위는 1~9로 적으십시오.",
    do_en="Give 0 to 400 places by bench, desk, bay, suite or room, a biosafety level of 1 to 4, an urgency of 1 to 9.")
URGENCY_BY_STAFF = refusal(
    "residency.space_urgency_by_staff", ko="우선순위는 프로그램 담당자가 정합니다.", en="How urgent a need is, the programme says.",
    do_ko="우선순위를 비워 두고 저장하십시오.", do_en="Leave the urgency out and save again.")
NEIGHBOUR_UNFIT = refusal(
    "residency.neighbour_unfit", ko="서로 다른 두 기업과 까닭이 필요합니다.", en="Two different companies and a reason are needed.",
    do_ko="기업을 다시 고르고 까닭을 적으십시오.", do_en="Choose the companies again and say why.")
LIMIT_UNFIT = refusal(
    "residency.area_limit_unfit", ko="한도는 통제구역의 위험물 양이나 방·통제구역의 생물안전등급(1~4)입니다.",
    en="Limits are amounts of hazards in a control area, or the biosafety level (1 to 4) of a room or area.",
    do_ko="종류와 수를 다시 적으십시오.", do_en="Write classes and numbers again.")
PLAN_DAY = refusal(
    "residency.space_plan_day", ko="배치는 오늘이나 앞날에 대해서만 짤 수 있습니다.", en="A plan is for today or a day to come.",
    do_ko="날짜를 다시 고르십시오.", do_en="Choose the day again.")
PLAN_UNKNOWN = refusal(
    "residency.space_plan_unknown", ko="그런 배치안이 없습니다.", en="No such plan.",
    do_ko="배치 화면에서 다시 고르십시오.", do_en="Choose it again at the allocation desk.")
PLAN_STEP = refusal(
    "residency.space_plan_step", ko="배치안의 지금 상태에서는 할 수 없습니다.", en="The plan cannot take that step from where it is.",
    do_ko="배치안이 나온 뒤에, 한 번만 확정할 수 있습니다. 가상 배치는 확정하지 않습니다.",
    do_en="A plan is accepted once, after it was drawn; a what-if never is.")
PLAN_OUTDATED = refusal(
    "residency.space_plan_outdated", ko="배치안이 나온 뒤에 자리, 기업의 필요 또는 한도가 바뀌었습니다.",
    en="Places, needs or limits have changed since the plan was drawn.",
    do_ko="배치를 다시 짜십시오.", do_en="Have the plan drawn again.")
PIN_UNFIT = refusal(
    "residency.space_pin_unfit", ko="고정은 ‘자리=기업’으로 적고, 한 자리에는 한 기업만 고정할 수 있습니다.",
    en="A pin is a place and a company, and a place is pinned once.",
    do_ko="자리와 기업의 코드를 다시 적으십시오.", do_en="Write the codes of the place and the company again.")
REQUEST_UNKNOWN = refusal(
    "residency.space_request_unknown", ko="그런 자리 요청이 없습니다.", en="No such request for space.",
    do_ko="요청 목록에서 다시 고르십시오.", do_en="Choose it again in the list of requests.")
REQUEST_UNFIT = refusal(
    "residency.space_request_unfit", ko="요청에는 종류와 앞날의 날짜, 사정이 필요합니다.",
    en="A request needs what is wanted, a day to come, and why.",
    do_ko="빠진 것을 적으십시오.", do_en="Write what is missing.")
REQUEST_OPEN = refusal(
    "residency.space_request_open", ko="아직 답을 기다리는 요청이 있습니다.", en="A request is waiting for its answer already.",
    do_ko="먼저 한 요청을 철회하거나 답을 기다리십시오.", do_en="Withdraw it, or wait for the answer.")
REQUEST_STEP = refusal(
    "residency.space_request_step", ko="이미 답하였거나 철회한 요청입니다.", en="The request was answered or withdrawn already.",
    do_ko="새로 요청하십시오.", do_en="Make a new request.")
MOVE_UNKNOWN = refusal(
    "residency.move_unknown", ko="그런 이동이 없습니다.", en="No such move.",
    do_ko="이동 목록에서 다시 고르십시오.", do_en="Choose it again in the list of moves.")
MOVE_UNFIT = refusal(
    "residency.move_unfit", ko="이동에는 오늘이나 앞날의 날짜와, 비우거나 새로 쓸 자리가 필요합니다.",
    en="A move needs today or a day to come, and places to give up or to take.",
    do_ko="비울 자리는 효력 있는 계약에 든 그 기업의 자리여야 하고, 계약 기간 안에 옮겨야 합니다.",
    do_en="What is given up is under the company's licence in force, and the day lies within it.")
MOVE_EMPTIES = refusal(
    "residency.move_empties", ko="자리를 모두 비우는 것은 이동이 아니라 퇴거입니다.", en="Giving up every place is leaving, not moving.",
    do_ko="퇴거 절차를 시작하십시오.", do_en="Begin the exit instead.")
MOVE_OPEN = refusal(
    "residency.move_open", ko="이 기업에는 예정된 이동이 있습니다.", en="The company has a move ahead already.",
    do_ko="그 이동을 끝내거나 취소하십시오.", do_en="Carry it out or cancel it first.")
MOVE_STEP = refusal(
    "residency.move_step", ko="이미 끝났거나 취소한 이동입니다.", en="The move is done or cancelled already.")
MOVE_UNSIGNED = refusal(
    "residency.move_unsigned", ko="이동에 따른 변경 계약에 아직 양쪽이 서명하지 않았습니다.",
    en="The amendment that the move brings is not signed by both sides yet.",
    do_ko="사용 계약 화면에서 기업이 먼저, 센터가 그다음에 서명하십시오.",
    do_en="Sign it on the page of the licence: the company first, then the cluster.")
MOVE_SIGNED = refusal(
    "residency.move_signed", ko="변경 계약에 이미 서명한 이동입니다.", en="The amendment of this move is signed already.",
    do_ko="이동을 마친 뒤 다시 옮기는 이동을 계획하십시오.", do_en="Carry it out, and plan another move back.")
MOVE_HANGS = refusal(
    "residency.move_hangs", ko="예정된 이동에 딸린 변경 계약입니다.", en="A planned move hangs on this amendment.",
    do_ko="이동을 취소하면 함께 거두어집니다.", do_en="Cancel the move; it is withdrawn with it.")
MOVE_EARLY = refusal(
    "residency.move_early", ko="이동하는 날은 {day}입니다.", en="The move is on {day}.",
    do_ko="그날 하거나, 취소하고 다시 계획하십시오.", do_en="Do it on that day, or cancel it and plan again.")
