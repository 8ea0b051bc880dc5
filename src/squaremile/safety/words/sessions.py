"""Words of training sessions."""

from squaremile.kernel.words import Text, refusal

STATES = {
    "announced": Text(ko="예정", en="Announced"), "held": Text(ko="마침", en="Held"), "cancelled": Text(ko="취소", en="Cancelled"),
}
SEATS = {
    "coming": Text(ko="참석 예정", en="Coming"), "waiting": Text(ko="대기", en="Waiting"), "given_up": Text(ko="신청 취소", en="Given up"),
    "attended": Text(ko="참석", en="Attended"), "missed": Text(ko="불참", en="Missed"),
}
PROMOTED = Text(ko="‘{course}’ 교육에 자리가 났습니다. {when}에 오십시오.", en="A place in “{course}” has come free for you: {when}.")
CANCELLED = Text(ko="{when}의 ‘{course}’ 교육이 취소되었습니다.", en="The session of “{course}” on {when} is cancelled.")

SESSION_UNKNOWN = refusal(
    "safety.session_unknown", ko="그런 교육 일정이 없습니다.", en="No such session.",
    do_ko="교육 일정 목록에서 다시 고르십시오.", do_en="Choose it again in the list of sessions.")
SESSION_UNSOUND = refusal(
    "safety.session_unsound", ko="교육 일정은 시작이 끝보다 앞서고 정원이 1~1,000명이어야 합니다.",
    en="A session begins before it ends, and has 1 to 1,000 places.",
    do_ko="시간과 정원을 다시 적으십시오.", do_en="Give its times and places again.")
SESSION_STEP = refusal(
    "safety.session_step", ko="이 교육 일정은 지금 그렇게 할 수 없습니다.", en="The session cannot take that step now.",
    do_ko="교육 일정 화면에서 지금 상태를 확인하십시오.", do_en="See on its page how it stands.")
SESSION_BEGUN = refusal(
    "safety.session_begun", ko="이미 시작한 교육입니다.", en="The session has begun.",
    do_ko="다음 일정에 신청하십시오.", do_en="Sign up for the next one.")
SESSION_AHEAD = refusal(
    "safety.session_ahead", ko="아직 시작하지 않은 교육은 출석을 기록할 수 없습니다.", en="The session has not begun: nobody was there yet.",
    do_ko="시작한 뒤 기록하십시오.", do_en="Record attendance once it has begun.")
SESSION_FULL = refusal(
    "safety.session_full", ko="자리가 모두 찼습니다.", en="All places are taken.",
    do_ko="다시 신청하면 대기 명단에 오릅니다.", do_en="Sign up again to wait for a place.")
SEAT_TAKEN = refusal(
    "safety.seat_taken", ko="이미 신청한 교육입니다.", en="You have signed up already.",
    do_ko="내 교육에서 확인하십시오.", do_en="See it under My training.")
SEAT_NONE = refusal(
    "safety.seat_none", ko="이 교육에 신청한 적이 없습니다.", en="You have not signed up for it.",
    do_ko="교육 일정에서 신청하십시오.", do_en="Sign up on the session's page.")
