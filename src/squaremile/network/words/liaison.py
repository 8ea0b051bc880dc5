"""Words of liaison work: membership, interactions, promises, introductions, incentives."""

from squaremile.kernel.words import Text, refusal

ENTITLEMENTS = {
    "faculty_meeting": Text(ko="연구자 면담", en="Faculty meetings"),
    "visit_day": Text(ko="방문일", en="Visit days"),
    "symposium_seat": Text(ko="심포지엄 좌석", en="Symposium seats"),
    "search": Text(ko="맞춤 조사", en="Searches"),
}
INTERACTIONS = {
    "visit": Text(ko="방문", en="Visit"),
    "call": Text(ko="통화", en="Call"),
    "mail": Text(ko="메일", en="Mail"),
    "meeting": Text(ko="회의", en="Meeting"),
    "event": Text(ko="행사", en="Event"),
}
OWNERS = {
    "staff": Text(ko="연계 담당", en="Liaison staff"),
    "person": Text(ko="명부의 사람", en="A person of the directory"),
    "member": Text(ko="회원 기관", en="The member itself"),
}
PROMISES = {
    "open": Text(ko="진행 중", en="Open"),
    "kept": Text(ko="지킴", en="Kept"),
    "broken": Text(ko="어김", en="Broken"),
    "withdrawn": Text(ko="거둠", en="Withdrawn"),
}
INTRODUCTIONS = {
    "requested": Text(ko="요청됨", en="Requested"),
    "refused": Text(ko="담당이 거절함", en="Not passed on"),
    "asked": Text(ko="답을 기다림", en="Waiting for an answer"),
    "declined": Text(ko="성사되지 않음", en="Declined"),
    "withdrawn": Text(ko="요청을 거둠", en="Withdrawn"),
    "accepted": Text(ko="연결됨", en="Connected"),
    "met": Text(ko="만남", en="Met"),
    "closed": Text(ko="결과가 나옴", en="Closed with an outcome"),
}
LOOKS = {
    "requested": "info", "refused": "neutral", "asked": "warn", "declined": "neutral", "withdrawn": "neutral",
    "accepted": "ok", "met": "ok", "closed": "neutral", "open": "info", "kept": "ok", "broken": "stop",
}  # fmt: skip
"""How a state looks, in the kit's families."""
OUTCOMES = {
    "nda": Text(ko="비밀유지계약", en="NDA"),
    "consulting": Text(ko="자문", en="Consulting"),
    "gift": Text(ko="기부", en="Gift"),
    "sponsored_research": Text(ko="수탁연구", en="Sponsored research"),
    "license": Text(ko="기술이전", en="Licence"),
    "pilot": Text(ko="실증", en="Pilot"),
    "hire": Text(ko="채용", en="Hire"),
    "equipment_use": Text(ko="장비 이용", en="Equipment use"),
    "no_go": Text(ko="진행하지 않음", en="No-go"),
}
FOLLOW_UP = Text(ko="{title}: {weeks}주 후 확인", en="{title}: follow-up after {weeks} weeks")

MEMBER_UNKNOWN = refusal(
    "network.member_unknown", ko="그런 관계를 찾을 수 없습니다.", en="There is no such relationship.",
    do_ko="관계 목록에서 다시 고르십시오.", do_en="Choose it from the list of relationships.")
TIER_UNKNOWN = refusal(
    "network.tier_unknown", ko="그런 회원 등급이 없습니다.", en="There is no such tier of membership.",
    do_ko="회원 등급 목록에서 고르십시오.", do_en="Choose one from the list of tiers.")
MEMBERSHIP_UNKNOWN = refusal(
    "network.membership_unknown", ko="그런 회원 자격이 없습니다.", en="There is no such membership.",
    do_ko="관계 화면에서 다시 여십시오.", do_en="Open it again from the relationship.")
MEMBERSHIP_OVERLAPS = refusal(
    "network.membership_overlaps", ko="이 회원은 그 기간에 이미 회원 자격이 있습니다.",
    en="This member has a membership in that period already.",
    do_ko="앞의 자격이 끝난 뒤로 기간을 잡으십시오.", do_en="Let it begin when the other one ends.")
MEMBERSHIP_OVER = refusal(
    "network.membership_over", ko="이미 끝난 회원 자격입니다.", en="This membership has ended already.",
    do_ko="새 회원 자격을 올리십시오.", do_en="Enter a new membership.")
DIRECTOR_UNFIT = refusal(
    "network.director_unfit", ko="연계 담당 역할이 있는 사람만 담당이 될 수 있습니다.",
    en="Only a member of the liaison staff can be the director.",
    do_ko="센터장이나 프로그램 역할이 있는 사람을 고르십시오.", do_en="Choose somebody with the role site director or programme.")
DIRECTOR_SAME = refusal(
    "network.director_same", ko="이미 이 회원의 담당입니다.", en="She is this member's director already.")
DIRECTOR_CHANGED = refusal(
    "network.director_changed", ko="그사이 다른 사람이 담당을 바꾸었습니다.", en="Somebody else has changed the director meanwhile.",
    do_ko="화면을 새로 열어 확인하십시오.", do_en="Open the page again and look.")
INTERACTION_UNKNOWN = refusal(
    "network.interaction_unknown", ko="그런 기록이 없습니다.", en="There is no such entry.",
    do_ko="관계 화면에서 다시 여십시오.", do_en="Open it again from the relationship.")
NEED_UNKNOWN = refusal(
    "network.need_not_found", ko="그런 수요가 없습니다.", en="There is no such need.",
    do_ko="수요 코드를 확인하십시오.", do_en="Check the code of the need.")
ATTENDEE_TWICE = refusal(
    "network.attendee_twice", ko="같은 사람이 두 번 적혔습니다.", en="The same person is named twice.")
NOT_YET = refusal(
    "network.not_yet", ko="아직 일어나지 않은 일입니다.", en="This has not happened yet.",
    do_ko="지난 시각을 적으십시오.", do_en="Give a time that has passed.")
PROMISE_UNKNOWN = refusal(
    "network.promise_unknown", ko="그런 약속이 없습니다.", en="There is no such promise.",
    do_ko="관계 화면에서 다시 여십시오.", do_en="Open it again from the relationship.")
PROMISE_SETTLED = refusal(
    "network.promise_settled", ko="이미 매듭지은 약속입니다.", en="This promise is settled already.",
    do_ko="필요하면 새 약속을 적으십시오.", do_en="Write a new promise if one is needed.")
PROMISE_NOT_YOURS = refusal(
    "network.promise_not_yours", ko="다른 쪽이 한 약속입니다.", en="It is the other side's promise.",
    do_ko="약속한 쪽이나 연계 담당에게 알리십시오.", do_en="Tell whoever made it, or the liaison staff.")
PROMISE_OWNER = refusal(
    "network.promise_owner", ko="약속한 사람을 알 수 없습니다.", en="It is not clear who made the promise.",
    do_ko="담당자나 명부의 사람을 고르십시오.", do_en="Choose a member of staff or a person of the directory.")
GROUNDS_NEEDED = refusal(
    "network.grounds_needed", ko="근거나 이유를 적어야 합니다.", en="Give the evidence or the reason.",
    do_ko="문서 번호나 날짜, 한 문장의 이유면 됩니다.", do_en="A document's number, a date, or a sentence will do.")
INTRODUCTION_UNKNOWN = refusal(
    "network.introduction_unknown", ko="그런 소개가 없습니다.", en="There is no such introduction.",
    do_ko="소개 목록에서 다시 여십시오.", do_en="Open it again from the list of introductions.")
INTRODUCTION_TARGET = refusal(
    "network.introduction_target", ko="사람, 연구실, 기관 가운데 하나를 고르십시오.",
    en="Choose one person, one lab or one organisation.")
INTRODUCTION_OPEN = refusal(
    "network.introduction_open", ko="같은 상대에게 낸 요청이 아직 열려 있습니다.",
    en="Your request to the same one is still open.",
    do_ko="그 요청의 답을 기다리거나 거두십시오.", do_en="Wait for its answer, or withdraw it.")
INTRODUCTION_STEP = refusal(
    "network.introduction_step", ko="지금 단계에서는 할 수 없는 일입니다.", en="This cannot be done at this stage.",
    do_ko="소개의 지금 상태를 확인하십시오.", do_en="Look at where the introduction stands now.")
NO_CONTACT_WANTED = refusal(
    "network.no_contact_wanted", ko="연락을 받지 않는다고 밝힌 사람입니다.", en="This person wants no contact.",
    do_ko="다른 사람을 찾거나 연계 담당과 상의하십시오.", do_en="Look for somebody else, or ask the liaison staff.")
NO_WAY_TO_ASK = refusal(
    "network.no_way_to_ask", ko="물어볼 길이 없습니다. 전자우편 주소도 계정도 없습니다.",
    en="There is no way to ask: neither an e-mail address nor an account is known.",
    do_ko="명부에 전자우편 주소를 적으십시오.", do_en="Enter an e-mail address in the directory.")
LETTER_SPENT = refusal(
    "network.letter_spent", ko="이 링크는 더 쓸 수 없습니다.", en="This link is no longer open.",
    do_ko="이미 답했거나 기한이 지났습니다. 연계 담당에게 다시 보내 달라고 하십시오.",
    do_en="It was used, or its time has passed. Ask the liaison staff for a new one.")
NOT_ASKED = refusal(
    "network.not_asked", ko="이 소개에 답할 사람이 아닙니다.", en="It is not you who is asked.",
    do_ko="본인 계정으로 들어오십시오.", do_en="Sign in with your own account.")
KIND_UNKNOWN = refusal(
    "network.activity_kind_unknown", ko="그런 활동 종류가 없습니다.", en="There is no such kind of activity.",
    do_ko="활동 종류 목록에서 고르십시오.", do_en="Choose one from the list of kinds.")
CREDIT_UNKNOWN = refusal(
    "network.credit_unknown", ko="그런 적립이 없습니다.", en="There is no such line in the ledger.",
    do_ko="원장에서 다시 고르십시오.", do_en="Choose it from the ledger.")
CREDIT_REVERSED = refusal(
    "network.credit_reversed", ko="이미 취소한 적립이거나 취소 줄입니다.", en="This line is reversed already, or is itself a reversal.",
    do_ko="새 적립을 적으십시오.", do_en="Enter a new line.")
EVIDENCE_NEEDED = refusal(
    "network.evidence_needed", ko="적립에는 기록이나 근거가 있어야 합니다.", en="Points need an entry or evidence behind them.",
    do_ko="면담 기록을 고르거나 근거를 적으십시오.", do_en="Choose the meeting's entry, or write the evidence.")
MINUTES_NEEDED = refusal(
    "network.minutes_needed", ko="시간당 점수에는 분을 적어야 합니다.", en="Points by the hour need the minutes.")
YEAR_CLOSED = refusal(
    "network.year_closed", ko="그 해의 원장은 이미 닫혔습니다.", en="The ledger of that year is closed.",
    do_ko="올해 원장에 적으십시오.", do_en="Enter it in this year's ledger.")
YEAR_RUNNING = refusal(
    "network.year_running", ko="아직 끝나지 않은 해는 닫을 수 없습니다.", en="A year that is not over cannot be closed.",
    do_ko="해가 바뀐 뒤에 닫으십시오.", do_en="Close it when the year is over.")
NO_POINTS = refusal(
    "network.no_points", ko="나눌 점수나 회비가 없습니다.", en="There are no points or no dues to share out.",
    do_ko="적립과 회원 자격을 확인하십시오.", do_en="Check the ledger and the memberships.")
