"""Words of needs and their matches."""

from squaremile.kernel.words import Text, refusal

MODES = {
    "consult": Text(ko="자문", en="Consulting"),
    "sponsor": Text(ko="공동·위탁 연구", en="Sponsored research"),
    "license": Text(ko="기술 도입", en="Licensing"),
    "pilot": Text(ko="실증", en="Pilot"),
    "recruit": Text(ko="인재 채용", en="Recruiting"),
    "equipment": Text(ko="장비 이용", en="Use of equipment"),
}
STATES = {
    "draft": Text(ko="작성 중", en="Draft"),
    "open": Text(ko="접수", en="Open"),
    "matching": Text(ko="긴 목록", en="Long list"),
    "soft_check": Text(ko="의향 확인", en="Soft check"),
    "agenda": Text(ko="의제", en="Agenda"),
    "meeting": Text(ko="만남", en="Meeting"),
    "follow_up": Text(ko="후속 조치", en="Follow-up"),
    "closed": Text(ko="종결", en="Closed"),
    "withdrawn": Text(ko="거둠", en="Withdrawn"),
}
OUTCOMES = {
    "nda": Text(ko="비밀유지계약", en="Non-disclosure agreement"),
    "consulting": Text(ko="자문 계약", en="Consulting"),
    "gift": Text(ko="기부", en="Gift"),
    "sponsored_research": Text(ko="위탁·공동 연구", en="Sponsored research"),
    "license": Text(ko="기술이전", en="Licence"),
    "pilot": Text(ko="실증", en="Pilot"),
    "hire": Text(ko="채용", en="Hire"),
    "equipment_use": Text(ko="장비 이용", en="Use of equipment"),
    "no_go": Text(ko="성사되지 않음", en="No go"),
}
SUBJECTS = {
    "person": Text(ko="사람", en="Person"),
    "partner": Text(ko="기관", en="Organisation"),
    "lab": Text(ko="연구실", en="Lab"),
    "equipment": Text(ko="장비", en="Instrument"),
}
VERDICTS = {
    "fits": Text(ko="맞음", en="Fits"),
    "not": Text(ko="맞지 않음", en="Does not fit"),
    "later": Text(ko="나중에", en="Later"),
    "declined": Text(ko="본인이 거절", en="Declined"),
}

NEED_UNKNOWN = refusal(
    "network.need_unknown", ko="그런 수요가 없습니다.", en="No such need.",
    do_ko="수요 목록에서 다시 고르십시오.", do_en="Choose it again on the needs board.")
NEED_TITLE_NEEDED = refusal(
    "network.need_title_needed", ko="수요의 제목이 필요합니다.", en="A need wants a title.",
    do_ko="한국어나 영어로 제목을 적으십시오.", do_en="Give one in Korean or in English.")
NEED_HORIZON = refusal(
    "network.need_horizon", ko="기한은 1개월에서 120개월 사이여야 합니다.", en="The horizon is 1 to 120 months.",
    do_ko="몇 달 안에 필요한지 다시 적으십시오.", do_en="Say again within how many months it is to be met.")
NEED_STEP = refusal(
    "network.need_step", ko="지금 상태에서는 그 단계로 갈 수 없습니다.", en="The need cannot take that step from where it is.",
    do_ko="수요의 현재 상태를 확인하십시오.", do_en="Look at where the need stands now.")
NEED_OVER = refusal(
    "network.need_over", ko="이미 끝난 수요입니다.", en="This need is over.",
    do_ko="연계 담당에게 다시 열어 달라고 하십시오.", do_en="Ask the liaison staff to open it again.")
NOT_LIAISON = refusal(
    "network.not_liaison", ko="이 사람은 연계 담당이 아닙니다.", en="This person is not one of the liaison staff.",
    do_ko="센터장이나 프로그램 담당 가운데에서 고르십시오.", do_en="Choose a site director or somebody of the programme.")
OUTCOME_REASON = refusal(
    "network.outcome_reason", ko="그렇게 끝난 이유를 적어야 합니다.", en="Say why it ended as it did.",
    do_ko="다음 연계에 도움이 되도록 한 문장으로 적으십시오.", do_en="One sentence helps the next match.")
CANDIDATE_UNKNOWN = refusal(
    "network.candidate_unknown", ko="그런 후보가 없습니다.", en="No such candidate.",
    do_ko="추천 목록에서 다시 고르십시오.", do_en="Choose one of the list again.")
JUDGED_MEANWHILE = refusal(
    "network.judged_meanwhile", ko="같은 후보를 방금 판정했습니다.", en="You judged this candidate a moment ago.",
    do_ko="목록을 새로 고치십시오.", do_en="Load the list again.")
