"""Words of delegations and visit days."""

from squaremile.kernel.words import Text, refusal

DIRECTIONS = {"inbound": Text(ko="방문 받음", en="Inbound"), "outbound": Text(ko="방문 나감", en="Outbound")}
STATES = {
    "draft": Text(ko="작성 중", en="Draft"),
    "submitted": Text(ko="승인 대기", en="Awaits approval"),
    "approved": Text(ko="승인됨", en="Approved"),
    "live": Text(ko="진행 중", en="Under way"),
    "reported": Text(ko="보고됨", en="Reported"),
    "closed": Text(ko="종결", en="Closed"),
    "cancelled": Text(ko="취소됨", en="Cancelled"),
}
DECISIONS = {
    "waiting": Text(ko="기다림", en="Waiting"),
    "approved": Text(ko="승인", en="Approved"),
    "declined": Text(ko="반려", en="Declined"),
}
LEVELS = {
    1: Text(ko="실무", en="Working level"),
    2: Text(ko="과장·책임급", en="Head of section"),
    3: Text(ko="국장·교수급", en="Director or professor"),
    4: Text(ko="부단체장·대표급", en="Vice governor or chief executive"),
    5: Text(ko="단체장·총장급", en="Governor or president"),
}
STOP_KINDS = {
    "meeting": Text(ko="면담", en="Meeting"),
    "travel": Text(ko="이동", en="Travel"),
    "meal": Text(ko="식사", en="Meal"),
    "rest": Text(ko="휴식", en="Rest"),
    "ceremony": Text(ko="의전 행사", en="Ceremony"),
}
CHECKS = {
    "export_control": Text(ko="수출통제", en="Export control"),
    "sanctions": Text(ko="제재 명단", en="Sanctions"),
    "conflict": Text(ko="이해충돌", en="Conflict of interest"),
}
RESULTS = {
    "clear": Text(ko="이상 없음", en="Clear"),
    "concern": Text(ko="검토 필요", en="Needs a second look"),
    "refused": Text(ko="불가", en="Not cleared"),
}
DOCUMENTS = {
    "briefing": Text(ko="방문 자료집", en="Briefing book"),
    "committee": Text(ko="심사위원회 자료", en="Committee file"),
    "report": Text(ko="출장 보고서", en="Report"),
}
CLOCKS = {
    "plan": Text(ko="방문 계획", en="Plan of the visit"),
    "committee": Text(ko="심사위원회 자료 제출", en="Committee file"),
    "permit": Text(ko="출장 허가", en="Travel permit"),
    "briefing": Text(ko="방문 자료집", en="Briefing book"),
    "backgrounders": Text(ko="면담 상대에게 배경 자료", en="Backgrounders to hosts"),
    "final": Text(ko="최종 일정 안내", en="Final itinerary to the guests"),
    "thanks": Text(ko="감사 인사", en="Thanks"),
    "minutes": Text(ko="면담록과 약속", en="Minutes and promises"),
    "costs": Text(ko="비용 정산", en="Costs"),
    "report": Text(ko="결과 보고서", en="Report"),
}
CLOCK_STATES = {
    "done": Text(ko="마침", en="Done"), "late": Text(ko="늦음", en="Late"), "soon": Text(ko="곧", en="Soon"),
    "ahead": Text(ko="예정", en="Ahead"),
}
CLASHES = {
    "person": Text(ko="{who:이가} 동시에 두 곳에 있습니다.", en="{who} would be in two places at once."),
    "room": Text(ko="{who:을를} 동시에 두 번 씁니다.", en="{who} is used twice at once."),
    "way": Text(ko="이동에 {needed}분이 걸리는데 사이가 {there}분입니다.", en="The way takes {needed} min; there are {there} min."),
    "window": Text(ko="면담 상대가 된다고 한 시간이 아닙니다.", en="This is not a time when the host is free."),
    "rank": Text(ko="상대의 직급({needed})에 맞는 구성원이 없습니다.", en="No member matches the host's rank ({needed})."),
    "bounds": Text(ko="하루 일정 시간을 벗어납니다.", en="This lies outside the day's hours."),
    "many": Text(ko="하루 면담이 {needed}건입니다. {there}건까지로 정했습니다.", en="{needed} meetings in a day; the limit is {there}."),
    "meal": Text(ko="긴 하루인데 식사가 없습니다.", en="A long day without a meal."),
}
WHY_NOT = {
    "rank": Text(ko="직급이 맞는 구성원이 없습니다.", en="No member matches the host's rank."),
    "party": Text(ko="그 조에 함께 가는 구성원이 없습니다.", en="Nobody travels in that party."),
    "window": Text(ko="상대가 되는 시간이 방문 기간 안에 없거나 너무 짧습니다.", en="The host's free time is outside the visit, or too short."),
}
BASES = {
    "same": Text(ko="같은 곳", en="same place"), "entered": Text(ko="입력한 시간", en="as entered"),
    "estimated": Text(ko="직선거리로 추정", en="estimated from the distance"), "assumed": Text(ko="30분으로 가정", en="assumed 30 min"),
}

DELEGATION_UNKNOWN = refusal(
    "network.delegation_unknown", ko="그런 방문단이 없거나 볼 수 없습니다.", en="There is no such delegation, or it is not yours to see.")
DELEGATION_OVER = refusal(
    "network.delegation_over", ko="이미 끝난 방문은 바꿀 수 없습니다.", en="A visit that is over cannot be changed.",
    do_ko="새 방문을 만드십시오.", do_en="Make a new one.")
DAYS_BACKWARD = refusal(
    "network.days_backward", ko="마지막 날이 첫날보다 앞섭니다.", en="The last day comes before the first.",
    do_ko="날짜를 바꾸십시오.", do_en="Swap the dates.")
VISIT_TOO_LONG = refusal(
    "network.visit_too_long", ko="방문은 {most}일까지 계획할 수 있습니다.", en="A visit lasts at most {most} days.",
    do_ko="둘로 나누십시오.", do_en="Split it in two.")
ZONE_UNKNOWN = refusal(
    "network.zone_unknown", ko="알 수 없는 시간대입니다.", en="There is no such time zone.",
    do_ko="Asia/Seoul이나 America/New_York처럼 적으십시오.", do_en="Write it like Asia/Seoul or America/New_York.")
CURRENCY_UNKNOWN = refusal(
    "network.currency_unknown", ko="쓸 수 없는 통화입니다.", en="This currency is not known here.",
    do_ko="KRW, USD, EUR 가운데 고르십시오.", do_en="Choose KRW, USD or EUR.")
STEP_NOT_ALLOWED = refusal(
    "network.delegation_step", ko="지금 상태에서는 할 수 없습니다.", en="This cannot be done in its present state.",
    do_ko="새로 고친 다음 상태를 보십시오.", do_en="Refresh and look at its state.")
NO_APPROVER = refusal(
    "network.no_approver", ko="승인할 사람이 정해지지 않았습니다.", en="Nobody has been named to approve it.",
    do_ko="승인할 사람을 먼저 넣으십시오.", do_en="Name those who approve it first.")
APPROVER_TWICE = refusal(
    "network.approver_twice", ko="이미 승인자로 들어 있습니다.", en="This person approves it already.",
    do_ko="다른 사람을 고르십시오.", do_en="Choose somebody else.")
NOT_YOUR_TURN = refusal(
    "network.not_your_turn", ko="지금 결정할 차례가 아닙니다.", en="It is not your turn to decide.",
    do_ko="앞사람의 결정을 기다리십시오.", do_en="Wait for those before you.")
WHY_NEEDED = refusal(
    "network.why_needed", ko="이유를 한 문장으로 적어야 합니다.", en="Give the reason in a sentence.",
    do_ko="이유를 적고 다시 하십시오.", do_en="Write it and try again.")
SCREENING_OPEN = refusal(
    "network.screening_open", ko="구성원 {count}명({names})의 확인이 끝나지 않았습니다.",
    en="{count} member(s) ({names}) are not cleared yet.", do_ko="확인 목록을 마치십시오.", do_en="Finish the checks.")
REPORT_MISSING = refusal(
    "network.report_missing", ko="보고서를 아직 만들지 않았습니다.", en="The report has not been made.",
    do_ko="문서에서 보고서를 만드십시오.", do_en="Make it under documents.")
MEMBER_UNKNOWN = refusal("network.delegate_unknown", ko="그런 구성원이 없습니다.", en="There is no such member.")
MEMBER_TWICE = refusal(
    "network.member_twice", ko="이미 방문단에 있는 사람입니다.", en="This person is in the delegation already.",
    do_ko="구성원 목록을 보십시오.", do_en="See the list of members.")
MEMBER_EXPECTED = refusal(
    "network.member_expected", ko="일정에 들어 있는 구성원은 뺄 수 없습니다.", en="A member who is expected at a stop cannot be removed.",
    do_ko="일정에서 먼저 빼십시오.", do_en="Take the stop away first.")
MONEY_NEGATIVE = refusal(
    "network.money_negative", ko="금액은 0 이상이어야 합니다.", en="An amount is not below zero.",
    do_ko="금액을 확인하십시오.", do_en="Check the amount.")
PLACE_UNKNOWN = refusal("network.visit_place_unknown", ko="이 방문에 그런 장소가 없습니다.", en="This visit has no such place.")
BASE_TWICE = refusal(
    "network.base_twice", ko="출발지는 이미 정해져 있습니다.", en="The place where days begin is set already.",
    do_ko="다른 장소로 넣으십시오.", do_en="Enter it as another place.")
COORDINATES = refusal(
    "network.coordinates", ko="위도와 경도는 함께 적습니다.", en="Latitude and longitude come together.",
    do_ko="둘 다 적거나 둘 다 비우십시오.", do_en="Give both or neither.")
WAY_UNSOUND = refusal(
    "network.way_unsound", ko="이동 시간은 서로 다른 두 장소 사이의 0~1440분입니다.",
    en="A way lies between two places and takes 0 to 1440 minutes.", do_ko="확인하십시오.", do_en="Check it.")
WISH_UNKNOWN = refusal("network.wish_unknown", ko="그런 면담 희망이 없습니다.", en="There is no such wish.")
WISH_PLANNED = refusal(
    "network.wish_planned", ko="이미 일정에 들어 있는 면담입니다.", en="This wish is in the itinerary already.",
    do_ko="일정에서 고치거나 빼십시오.", do_en="Change or remove its stop.")
SPAN_EMPTY = refusal(
    "network.span_empty", ko="끝은 시작보다 늦어야 합니다.", en="The end comes after the start.",
    do_ko="시간을 바꾸십시오.", do_en="Change the times.")
OUTSIDE_VISIT = refusal(
    "network.outside_visit", ko="방문 기간 밖의 시간입니다.", en="This time is outside the visit.",
    do_ko="방문 기간 안에서 고르십시오.", do_en="Choose a time within it.")
STOP_UNKNOWN = refusal("network.stop_unknown", ko="그런 일정이 없거나 볼 수 없습니다.", en="There is no such stop, or it is not yours to see.")
STOP_AT_EDGE = refusal(
    "network.stop_at_edge", ko="그날의 맨 앞이거나 맨 뒤입니다.", en="It is the first or the last of its day already.",
    do_ko="시간을 직접 적으십시오.", do_en="Set its time instead.")
STOP_FIXED = refusal(
    "network.stop_fixed", ko="고정된 일정은 움직이지 않습니다.", en="A fixed stop does not move.",
    do_ko="고정을 먼저 푸십시오.", do_en="Make it movable first.")
STOP_MINUTED = refusal(
    "network.stop_minuted", ko="면담록이 있는 일정은 뺄 수 없습니다.", en="A stop that has minutes cannot be removed.",
    do_ko="그대로 두십시오.", do_en="Leave it as it is.")
NOTHING_WISHED = refusal(
    "network.nothing_wished", ko="희망하는 면담이 없습니다.", en="There is no wish to plan.",
    do_ko="만나고 싶은 상대를 먼저 넣으십시오.", do_en="Enter whom you want to meet.")
NOTHING_LEFT = refusal(
    "network.nothing_left", ko="오늘 남은 일정이 없습니다.", en="Nothing is left today.",
    do_ko="다음 날 일정을 보십시오.", do_en="See the next day.")
LATE_UNSOUND = refusal(
    "network.late_unsound", ko="늦은 시간은 1~480분으로 적습니다.", en="A delay is 1 to 480 minutes.",
    do_ko="분으로 적으십시오.", do_en="Give it in minutes.")
PROMISE_UNKNOWN = refusal("network.visit_promise_unknown", ko="그런 약속이 없습니다.", en="There is no such promise.")
DOCUMENT_UNKNOWN = refusal("network.document_unknown", ko="그런 문서가 없습니다.", en="There is no such document.",
                           do_ko="문서를 먼저 만드십시오.", do_en="Make it first.")
CLOCK_UNKNOWN = refusal("network.clock_unknown", ko="그런 기한이 없습니다.", en="There is no such clock.")
CLOCK_TICKED = refusal("network.clock_ticked", ko="이미 마친 일입니다.", en="This has been done already.")
PARTY_UNKNOWN = refusal("network.visit_party_unknown", ko="이 방문에 그런 조가 없습니다.", en="This visit has no such party.",
                        do_ko="조를 먼저 만드십시오.", do_en="Make the party first.")
PARTY_USED = refusal(
    "network.visit_party_used", ko="일정이나 희망이 있는 조는 없앨 수 없습니다.", en="A party that has stops or wishes cannot be removed.",
    do_ko="그 일정과 희망을 모두의 것으로 바꾸십시오.", do_en="Make its stops and wishes everybody's first.")
PARTY_JUST_JOINED = refusal(
    "network.visit_party_just_joined", ko="방금 다른 사람이 이 구성원을 그날의 조에 넣었습니다.",
    en="Somebody has just put this member into a party on that day.", do_ko="조 편성을 다시 보십시오.", do_en="See the parties again.")
