"""Booking's words: refusals and states, Korean and English side by side."""

from squaremile.kernel.words import Text, refusal

SLOT_TAKEN = refusal(
    "booking.slot_taken", ko="그 시간에는 이미 다른 예약이나 정비가 있습니다.",
    en="That time is already taken by another booking or by maintenance.",
    do_ko="다음 빈 시간을 고르십시오.", do_en="Pick the next free time.")
NOT_IN_SERVICE = refusal(
    "booking.not_in_service", ko="{instrument:은는} 지금 쓸 수 없는 상태입니다.", en="{instrument} is out of service.",
    do_ko="대신할 수 있는 장비를 보십시오.", do_en="See instruments that can stand in.")
FAULT_OPEN = refusal(
    "booking.fault_open", ko="{instrument}에 고장이 접수되어 수리를 기다리고 있습니다.",
    en="{instrument} has a fault that is waiting for repair.",
    do_ko="고장 내용을 보십시오.", do_en="See the fault.")
NOT_QUALIFIED = refusal(
    "booking.not_qualified", ko="{instrument} 사용 교육 기록이 없습니다.",
    en="You have not been trained on {instrument}.",
    do_ko="교육을 신청하십시오.", do_en="Ask for training.")
QUALIFICATION_ENDS = refusal(
    "booking.qualification_ends", ko="{instrument} 사용 자격이 {until}에 끝납니다.",
    en="Your training on {instrument} ends on {until}.",
    do_ko="보수교육을 신청하십시오.", do_en="Ask for a refresher.")
OUTSIDE_HOURS = refusal(
    "booking.outside_hours", ko="{instrument} 운영 시간이 아닙니다.", en="{instrument} is not open then.",
    do_ko="운영 시간 안에서 고르십시오.", do_en="Choose a time within opening hours.")
TOO_SHORT = refusal(
    "booking.too_short", ko="예약은 {least}분 이상이어야 합니다. 지금은 {asked}분입니다.",
    en="A booking lasts at least {least} min; this one is {asked} min.",
    do_ko="더 길게 잡으십시오.", do_en="Make it longer.")
TOO_LONG = refusal(
    "booking.too_long", ko="예약은 {most}분까지 할 수 있습니다. 지금은 {asked}분입니다.",
    en="A booking lasts at most {most} min; this one is {asked} min.",
    do_ko="더 짧게 잡거나 나누십시오.", do_en="Make it shorter, or split it.")
OFF_STEP = refusal(
    "booking.off_step", ko="시작과 끝을 {step}분 단위로 맞추십시오.", en="Start and end on a {step}-minute step.")
IN_PAST = refusal(
    "booking.in_past", ko="이미 지난 시간입니다.", en="That time has passed.",
    do_ko="앞으로의 시간을 고르십시오.", do_en="Choose a time ahead.")
TOO_SOON = refusal(
    "booking.too_soon", ko="시작 {lead}분 전까지 예약해야 합니다.", en="Book at least {lead} min before the start.",
    do_ko="더 뒤의 시간을 고르십시오.", do_en="Choose a later time.")
TOO_FAR = refusal(
    "booking.too_far", ko="{days}일 뒤까지만 예약할 수 있습니다.", en="Bookings open {days} days ahead.",
    do_ko="더 가까운 날을 고르십시오.", do_en="Choose an earlier day.")
QUOTA_PERSON = refusal(
    "booking.quota_person", ko="한 사람이 쓸 수 있는 시간을 넘습니다.", en="This goes over one person's share.",
    do_ko="다른 예약을 줄이거나 다른 날을 고르십시오.", do_en="Shorten another booking, or choose another day.")
QUOTA_COMPANY = refusal(
    "booking.quota_company", ko="한 회사가 쓸 수 있는 시간을 넘습니다.", en="This goes over one company's share.",
    do_ko="동료와 시간을 나누거나 다른 날을 고르십시오.", do_en="Share time with colleagues, or choose another day.")
PERIOD_EMPTY = refusal(
    "booking.period_empty", ko="끝은 시작보다 늦어야 합니다.", en="The end comes after the start.")
NOT_CHANGEABLE = refusal(
    "booking.not_changeable", ko="{state} 예약은 바꿀 수 없습니다.", en="A booking that is {state} cannot be changed.")
STEP_NOT_ALLOWED = refusal(
    "booking.step_not_allowed", ko="예약이 그사이에 바뀌었습니다.", en="The booking changed meanwhile.",
    do_ko="새로 고친 다음 다시 하십시오.", do_en="Refresh and try again.")
ALREADY_STARTED = refusal(
    "booking.already_started", ko="이미 시작한 예약은 끝만 바꿀 수 있습니다.",
    en="A booking that has started can only change its end.",
    do_ko="끝 시각만 바꾸십시오.", do_en="Change only the end.")
NOT_SHORTER = refusal(
    "booking.not_shorter", ko="줄이려면 지금 예약 안의 시간이어야 합니다.",
    en="To shorten, stay within the present booking.")
TOO_EARLY = refusal(
    "booking.too_early", ko="시작 {early}분 전부터 사용을 시작할 수 있습니다.",
    en="Use can begin {early} min before the booking.",
    do_ko="조금 뒤에 다시 누르십시오.", do_en="Try again a little later.")
RESERVATION_OVER = refusal(
    "booking.reservation_over", ko="예약 시간이 지났습니다.", en="The booking's time is over.",
    do_ko="새로 예약하십시오.", do_en="Make a new booking.")
IN_USE = refusal(
    "booking.in_use", ko="다른 사용이 아직 끝나지 않았습니다.", en="Another session is still open on it.",
    do_ko="운영팀에 알리십시오.", do_en="Tell lab operations.")
NOT_MEMBER = refusal(
    "booking.not_member", ko="예약한 분이 이제 그 회사에 속해 있지 않습니다.",
    en="Whoever booked this no longer belongs to that company.",
    do_ko="다른 동료의 이름으로 새로 예약하십시오.", do_en="Book anew in a colleague's name.")
SESSION_ENDED = refusal("booking.session_ended", ko="이미 끝난 사용입니다.", en="This session has already ended.")
REASON_NEEDED = refusal(
    "booking.reason_needed", ko="이유를 적어 주십시오.", en="Please give a reason.")
LINK_TO_ITSELF = refusal(
    "booking.link_to_itself", ko="장비를 자기 자신과 연결할 수 없습니다.", en="An instrument cannot need itself.")
LINK_EXISTS = refusal("booking.link_exists", ko="이미 연결되어 있습니다.", en="They are already linked.")
QUALIFICATION_EXISTS = refusal(
    "booking.qualification_exists", ko="그 기간에 이미 자격이 있습니다.",
    en="The person is already qualified in that period.")
RULES_UNFIT = refusal(
    "booking.rules_unfit", ko="규칙의 숫자가 서로 맞지 않습니다.",
    en="The numbers of these rules contradict each other.",
    do_ko="최소 길이가 최대 길이보다 길지 않은지 보십시오.", do_en="Check that the minimum is not above the maximum.")
PHOTO_NOT_PICTURE = refusal(
    "booking.photo_not_picture", ko="사진으로 쓸 수 있는 파일이 아닙니다.", en="This file is not a picture.",
    do_ko="PNG, JPEG, WebP 가운데 하나를 올리십시오.", do_en="Choose a PNG, JPEG or WebP file.")
CODE_TAKEN = refusal("booking.code_taken", ko="이미 쓰는 코드입니다.", en="This code is already in use.")
FAULT_RESOLVED = refusal("booking.fault_resolved", ko="이미 해결된 고장입니다.", en="This fault is already resolved.")
SERIES_EMPTY = refusal(
    "booking.series_empty", ko="반복 예약에 고른 날짜가 없습니다.", en="No date is left in this series.",
    do_ko="하루 이상 고르십시오.", do_en="Keep at least one date.")
SERIES_TOO_LONG = refusal(
    "booking.series_too_long", ko="반복은 {most}번까지 할 수 있습니다.", en="A series has at most {most} dates.",
    do_ko="기간을 줄이십시오.", do_en="Shorten it.")

RETIRE_HELD = refusal(
    "booking.retire_held", ko="{instrument}에 앞으로의 예약 {count}건({codes})이 있습니다.",
    en="{instrument} still has {count} coming booking(s): {codes}.",
    do_ko="예약을 옮기거나 취소한 다음 폐기하십시오.", do_en="Move or cancel them, then retire it.")
OWN_EQUIPMENT_GONE = Text(ko="자체 장비가 남아 있지 않음", en="No instrument of its own is left")
PLACE_EQUIPPED = refusal(
    "booking.place_equipped", ko="이 장소에 장비 {count}대({codes})가 있습니다.",
    en="{count} instrument(s) stand in this place: {codes}.",
    do_ko="장비를 다른 장소로 옮기거나 폐기한 다음 닫으십시오.", do_en="Move or retire them, then close it.")
OWN_EQUIPMENT_LEFT = refusal(
    "booking.own_equipment_left", ko="이 기업의 장비 {count}대({codes})가 아직 목록에 있습니다.",
    en="{count} instrument(s) of the company are still in the catalogue: {codes}.",
    do_ko="반출한 장비는 폐기로 바꾸고, 기증받은 장비는 소유자를 고치십시오.",
    do_en="Retire what was taken along; change the owner of what was given to the house.")
BLOCK_AFFECTS = refusal(
    "booking.block_affects", ko="그 시간에 예약 {count}건({codes})이 있습니다.",
    en="{count} booking(s) lie in that time: {codes}.",
    do_ko="시간을 바꾸거나, 이유를 적고 예약을 밀어내십시오.",
    do_en="Choose another time, or give a reason and displace them.")
FAULT_WORDS_NEEDED = refusal(
    "booking.fault_words_needed", ko="무엇이 잘못되었는지 적어 주십시오.", en="Please say what is wrong.")
RULE_UNREADABLE = refusal(
    "booking.rule_unreadable", ko="반복 규칙을 읽을 수 없습니다.", en="This repetition cannot be read.",
    do_ko="요일과 간격, 끝나는 날이나 횟수를 고르십시오.",
    do_en="Choose weekdays, an interval, and a last day or a number of times.")
NOT_PLAYED_BACK = refusal(
    "booking.not_played_back", ko="이 예약에는 사용 기록을 넣을 수 없습니다.",
    en="A session cannot be recorded on this booking.",
    do_ko="확정되었거나 끝난 예약만 됩니다.", do_en="Only confirmed or finished bookings take one.")

FORGOTTEN = Text(
    ko="아무도 끝내지 않아 예약 끝에 자동으로 끝냈습니다.", en="Ended at its booked end: nobody had ended it.")
LEFT = Text(ko="예약한 분이 회사를 떠났습니다.", en="Whoever booked it has left the company.")
UNDECIDED = Text(
    ko="예약 시간이 지날 때까지 승인되지 않았습니다.", en="Nobody had decided on it when its time was over.")


def named(ko: str, en: str) -> Text:
    """A name of two columns as a text; the written one where the other is blank."""
    return Text(ko=ko or en, en=en or ko)


STATES = {
    "pending": Text(ko="승인 대기", en="awaiting approval"),
    "confirmed": Text(ko="확정", en="confirmed"),
    "in_use": Text(ko="사용 중", en="in use"),
    "done": Text(ko="끝남", en="done"),
    "cancelled": Text(ko="취소됨", en="cancelled"),
    "declined": Text(ko="거절됨", en="declined"),
    "missed": Text(ko="나오지 않음", en="missed"),
}
WORK_TYPES = {
    "preventive": Text(ko="예방 정비", en="preventive maintenance"),
    "cleaning": Text(ko="청소", en="cleaning"),
    "calibration": Text(ko="교정", en="calibration"),
    "breakdown": Text(ko="고장", en="breakdown"),
    "repair": Text(ko="수리", en="repair"),
    "training": Text(ko="교육", en="training"),
}
SEVERITIES = {
    "note": Text(ko="참고", en="note"),
    "degraded": Text(ko="성능 저하", en="degraded"),
    "unusable": Text(ko="사용 불가", en="unusable"),
}
EQUIPMENT_STATES = {
    "in_service": Text(ko="사용 가능", en="in service"),
    "out_of_service": Text(ko="사용 중지", en="out of service"),
    "retired": Text(ko="폐기", en="retired"),
}
NOW = {
    "free": Text(ko="비어 있음", en="free"),
    "in_use": Text(ko="사용 중", en="in use"),
    "overrun": Text(ko="예약 시간을 넘겨 사용 중", en="in use past its booking"),
    "booked": Text(ko="예약됨", en="booked"),
    "maintenance": Text(ko="정비 중", en="under maintenance"),
    "fault": Text(ko="고장", en="out of order"),
    "closed": Text(ko="운영 시간 아님", en="closed"),
    "out_of_service": EQUIPMENT_STATES["out_of_service"],
    "retired": EQUIPMENT_STATES["retired"],
}
"""What an instrument is doing now (policies.state_now)."""
COMPANION_DOWN = Text(
    ko="{instrument}에 필요한 장비를 지금 쓸 수 없습니다.", en="Something that {instrument} needs is out of order.")
PLACE_CLEAR = Text(ko="이 장소에 장비가 없습니다.", en="No instrument stands in this place.")
CHECKS = {
    "service": Text(ko="장비 상태", en="Instrument in service"),
    "faults": Text(ko="고장", en="No fault in the way"),
    "training": Text(ko="사용 교육", en="Training"),
    "time": Text(ko="예약 시간", en="Time and length"),
    "share_person": Text(ko="한 사람의 몫", en="One person's share"),
    "share_company": Text(ko="한 회사의 몫", en="One company's share"),
    "free": Text(ko="빈 시간", en="The time is free"),
}
"""Labels of the checklist's rows."""
HOLDS = {
    "service": Text(ko="{instrument:을를} 쓸 수 있습니다.", en="{instrument} is in service."),
    "faults": Text(ko="쓰지 못하게 하는 고장이 없습니다.", en="No fault keeps it from use."),
    "training": Text(ko="사용 자격이 {until}까지 있습니다.", en="Your training is valid until {until}."),
    "time": Text(ko="이용 규칙에 맞습니다.", en="It fits the rules of use."),
    "share_person": Text(ko="{total}분 / {most}분", en="{total} of {most} min"),
    "share_company": Text(ko="{total}분 / {most}분", en="{total} of {most} min"),
    "free": Text(ko="그 시간이 비어 있습니다.", en="Nothing is booked then."),
}
"""What a row says when its condition holds."""
WEEKDAYS = (
    Text(ko="월", en="Mon"), Text(ko="화", en="Tue"), Text(ko="수", en="Wed"), Text(ko="목", en="Thu"),
    Text(ko="금", en="Fri"), Text(ko="토", en="Sat"), Text(ko="일", en="Sun"),
)
