"""Words of partnering events and the calendar of events."""

from squaremile.kernel.words import Text, refusal

KINDS = {
    "talk": Text(ko="강연", en="Talk"),
    "workshop": Text(ko="워크숍", en="Workshop"),
    "symposium": Text(ko="심포지엄", en="Symposium"),
    "partnering": Text(ko="파트너링", en="Partnering"),
    "open_house": Text(ko="오픈하우스", en="Open house"),
}
STATES = {
    "draft": Text(ko="초안", en="Draft"),
    "announced": Text(ko="예고", en="Announced"),
    "open": Text(ko="신청 중", en="Open for registration"),
    "closed": Text(ko="신청 마감", en="Registration closed"),
    "running": Text(ko="진행 중", en="Running"),
    "finished": Text(ko="종료", en="Finished"),
    "cancelled": Text(ko="취소", en="Cancelled"),
}
STEPS = {
    "announced": Text(ko="예고하기", en="Announce"),
    "open": Text(ko="신청 받기", en="Open registration"),
    "closed": Text(ko="신청 마감하기", en="Close registration"),
    "running": Text(ko="시작하기", en="Start"),
    "finished": Text(ko="마치기", en="Finish"),
    "cancelled": Text(ko="행사 취소하기", en="Cancel the event"),
}
"""What takes an event into a state."""
VISIBILITIES = {
    "cluster": Text(ko="클러스터 전체", en="Everyone in the cluster"),
    "invited": Text(ko="초대받은 기업", en="Invited companies"),
    "public": Text(ko="누구나", en="Everybody"),
}
SEATS = {
    "going": Text(ko="참석", en="Going"),
    "waiting": Text(ko="대기", en="Waiting"),
    "cancelled": Text(ko="취소", en="Cancelled"),
}
MODES = {
    "self": Text(ko="참가자가 시간을 고름", en="Participants choose slots"),
    "organiser": Text(ko="주최자가 시간표를 짬", en="Organisers make the timetable"),
}
REQUESTS = {
    "asked": Text(ko="답을 기다림", en="Awaiting an answer"),
    "accepted": Text(ko="수락", en="Accepted"),
    "declined": Text(ko="거절", en="Declined"),
    "withdrawn": Text(ko="철회", en="Withdrawn"),
}
MEETINGS = {
    "planned": Text(ko="예정", en="Planned"),
    "held": Text(ko="진행함", en="Held"),
    "missed": Text(ko="불참", en="Missed"),
    "cancelled": Text(ko="취소", en="Cancelled"),
}
PRIORITIES = {
    1: Text(ko="있으면 좋음", en="Would be good"),
    2: Text(ko="중요", en="Important"),
    3: Text(ko="꼭 필요", en="A must"),
}
RATINGS = {
    1: Text(ko="도움이 안 됨", en="No use"),
    2: Text(ko="도움이 됨", en="Some use"),
    3: Text(ko="매우 유익함", en="Very useful"),
}
WHY_NOT = {
    "never_together": Text(
        ko="두 사람이 함께 있고 테이블이 비는 시간이 없습니다.", en="There is no slot in which both are there and a table is free."),
    "too_many": Text(
        ko="{person}: 희망 {wanted}건, 가능한 시간 {there}개입니다.", en="{person}: {wanted} wishes, {there} slots."),
    "tables_full": Text(ko="함께 있는 모든 시간에 테이블이 다 찼습니다.", en="All tables are taken in every slot they share."),
    "crowded_out": Text(
        ko="함께 있는 시간마다 둘 중 한 사람에게 다른 만남이 있습니다.", en="In every slot they share, one of them has another meeting."),
}

EVENT_UNTITLED = refusal(
    "network.event_untitled", ko="행사에 제목이 없습니다.", en="The event has no title.",
    do_ko="한국어나 영어로 제목을 적으십시오.", do_en="Write a title in Korean or English.")
EVENT_PERIOD = refusal(
    "network.event_period_unsound", ko="끝나는 시각이 시작보다 늦어야 합니다.", en="It has to end after it starts.",
    do_ko="시작과 끝을 다시 적으십시오.", do_en="Give start and end again.")
EVENT_STEP = refusal(
    "network.event_step_not_allowed", ko="행사를 이 상태에서 그렇게 바꿀 수 없습니다.", en="From its present state the event cannot go there.",
    do_ko="행사의 지금 상태를 확인하십시오.", do_en="Look at the event's present state.")
CAPACITY_BELOW = refusal(
    "network.capacity_below_seats", ko="이미 {going}명이 참석합니다. 정원을 그보다 줄일 수 없습니다.",
    en="{going} people are going already: the capacity cannot be below that.",
    do_ko="정원을 {going}명 이상으로 정하십시오.", do_en="Set it to {going} or more.")
EVENT_FULL = refusal(
    "network.event_full", ko="자리가 모두 찼습니다.", en="All seats are taken.",
    do_ko="연계 담당에게 문의하십시오.", do_en="Ask the liaison staff.")
NOT_OPEN = refusal(
    "network.event_not_open", ko="지금은 신청을 받지 않습니다.", en="Registration is not open now.",
    do_ko="행사 일정에서 신청 기간을 확인하십시오.", do_en="See the calendar for when it opens.")
RSVP_ALREADY = refusal(
    "network.rsvp_already", ko="이미 신청했습니다.", en="You have asked for a seat already.",
    do_ko="행사 페이지에서 확인하십시오.", do_en="See the page of the event.")
RSVP_NONE = refusal(
    "network.rsvp_none", ko="이 행사에 신청한 자리가 없습니다.", en="You have no seat at this event.",
    do_ko="먼저 신청하십시오.", do_en="Ask for one first.")
INVITED_ALREADY = refusal(
    "network.invited_already", ko="이미 초대한 기업입니다.", en="This company is invited already.",
    do_ko="초대 목록을 확인하십시오.", do_en="See the list of those invited.")
REGISTER_INSTEAD = refusal(
    "network.register_instead", ko="파트너링 행사는 소개와 함께 등록합니다.", en="A partnering event takes a registration with a profile.",
    do_ko="행사 페이지에서 등록하십시오.", do_en="Register on the page of the event.")
NOT_PARTNERING = refusal(
    "network.not_partnering", ko="파트너링 행사가 아니거나 아직 준비되지 않았습니다.", en="This is no partnering event, or it is not set up yet.",
    do_ko="먼저 시간과 테이블을 정하십시오.", do_en="Set up slots and tables first.")
SET_UP_ALREADY = refusal(
    "network.partnering_set_up_already", ko="이미 등록한 사람이 있어 시간과 테이블을 바꿀 수 없습니다.",
    en="People have registered already: slots and tables stay as they are.",
    do_ko="새 행사를 만드십시오.", do_en="Make a new event.")
HALL_UNSOUND = refusal(
    "network.hall_unsound", ko="행사 시간 안에 들어가는 시간이 없습니다.", en="No slot fits into the time of the event.",
    do_ko="하루의 시작과 끝, 한 만남의 길이를 다시 정하십시오.", do_en="Give the hours of a day and the length of a meeting again.")
REGISTERED_ALREADY = refusal(
    "network.registered_already", ko="이미 등록했습니다.", en="You are registered already.",
    do_ko="파트너링 페이지에서 소개를 고치십시오.", do_en="Edit your profile on the partnering page.")
NOT_REGISTERED = refusal(
    "network.not_registered", ko="이 행사에 등록하지 않았습니다.", en="You are not registered for this event.",
    do_ko="먼저 등록하십시오.", do_en="Register first.")
SLOT_UNKNOWN = refusal(
    "network.slot_unknown", ko="그런 시간이 없습니다.", en="There is no such slot.",
    do_ko="목록에서 고르십시오.", do_en="Choose one from the list.")
SLOT_ENGAGED = refusal(
    "network.slot_engaged", ko="두 사람 중 한 사람이 그 시간에 비어 있지 않습니다.", en="One of the two is not free in that slot.",
    do_ko="다른 시간을 고르십시오.", do_en="Choose another slot.")
TABLES_TAKEN = refusal(
    "network.tables_taken", ko="그 시간에는 빈 테이블이 없습니다.", en="No table is free in that slot.",
    do_ko="다른 시간을 고르십시오.", do_en="Choose another slot.")
ASKED_ALREADY = refusal(
    "network.asked_already", ko="두 사람 사이에 이미 요청이 있습니다.", en="There is a request between the two of you already.",
    do_ko="받은 요청이면 답하십시오.", do_en="If it came to you, answer it.")
ASK_ONESELF = refusal(
    "network.ask_oneself", ko="자신에게 만남을 요청할 수 없습니다.", en="You cannot ask yourself.",
    do_ko="다른 참가자를 고르십시오.", do_en="Choose another participant.")
SAME_COMPANY = refusal(
    "network.same_company", ko="같은 회사 사람에게는 만남을 요청하지 않습니다.", en="Colleagues of one company need no request.",
    do_ko="다른 기관의 참가자를 고르십시오.", do_en="Choose somebody from elsewhere.")
REASON_NEEDED = refusal(
    "network.request_reason_needed", ko="왜 만나고 싶은지 적어야 합니다.", en="A request needs a reason.",
    do_ko="한 문장으로 적으십시오. 수락이 늘어납니다.", do_en="One sentence: it is accepted more often.")
PRIORITY_UNKNOWN = refusal(
    "network.priority_unknown", ko="중요도는 1, 2, 3 가운데 하나입니다.", en="Priority is 1, 2 or 3.",
    do_ko="다시 고르십시오.", do_en="Choose again.")
REQUEST_ANSWERED = refusal(
    "network.request_answered", ko="이 요청은 이미 {state} 상태입니다.", en="This request is already: {state}.",
    do_ko="요청 목록을 다시 보십시오.", do_en="Look at the list again.")
NOT_ACCEPTED = refusal(
    "network.request_not_accepted", ko="수락한 요청만 시간을 정합니다.", en="Only an accepted request gets a slot.",
    do_ko="상대의 답을 기다리십시오.", do_en="Wait for the answer.")
ORGANISER_PLANS = refusal(
    "network.organiser_plans", ko="이 행사는 주최자가 시간표를 짭니다.", en="Organisers make the timetable of this event.",
    do_ko="시간표를 기다리십시오.", do_en="Wait for the timetable.")
MEETING_THERE = refusal(
    "network.meeting_there", ko="이 요청에는 이미 만남이 있습니다.", en="This request has a meeting already.",
    do_ko="그 만남을 먼저 취소하십시오.", do_en="Cancel that meeting first.")
MEETING_OVER = refusal(
    "network.meeting_not_planned", ko="이 만남은 이미 {state} 상태입니다.", en="This meeting is already: {state}.",
    do_ko="만남 목록을 다시 보십시오.", do_en="Look at the list again.")
MEETING_AHEAD = refusal(
    "network.meeting_ahead", ko="아직 시작하지 않은 만남입니다.", en="This meeting has not begun yet.",
    do_ko="만남이 시작된 다음에 적으십시오.", do_en="Come back once it has begun.")
RATING_UNKNOWN = refusal(
    "network.rating_unknown", ko="평가는 1, 2, 3 가운데 하나입니다.", en="A rating is 1, 2 or 3.",
    do_ko="다시 고르십시오.", do_en="Choose again.")
STEP_EMPTY = refusal(
    "network.follow_up_empty", ko="무엇을 할지 적어야 합니다.", en="Say what is to be done.",
    do_ko="한 문장으로 적으십시오.", do_en="One sentence will do.")
STEP_DONE = refusal(
    "network.follow_up_done", ko="이미 끝난 일입니다.", en="This step is done already.",
    do_ko="목록을 다시 보십시오.", do_en="Look at the list again.")
CHECKED_IN = refusal(
    "network.checked_in_already", ko="이미 도착을 확인한 사람입니다.", en="This person has been checked in already.",
    do_ko="잘못 눌렀으면 되돌리십시오.", do_en="Undo it if it was a slip.")
NOT_CHECKED_IN = refusal(
    "network.not_checked_in", ko="도착을 확인하지 않은 사람입니다.", en="This person has not been checked in.",
    do_ko="목록을 다시 보십시오.", do_en="Look at the list again.")
NOTHING_TO_PLAN = refusal(
    "network.nothing_to_plan", ko="수락한 요청이 없어 짤 시간표가 없습니다.", en="No request has been accepted: there is nothing to plan.",
    do_ko="참가자의 답을 기다리십시오.", do_en="Wait for the participants' answers.")
