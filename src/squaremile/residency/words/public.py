"""Words of the public site, of leads and of tours."""

from squaremile.kernel.words import Text, refusal

LEAD_STATES = {
    "new": Text(ko="새 문의", en="New"),
    "contacted": Text(ko="연락함", en="Contacted"),
    "touring": Text(ko="견학 예정", en="Tour booked"),
    "toured": Text(ko="견학함", en="Toured"),
    "applied": Text(ko="신청함", en="Applied"),
    "dropped": Text(ko="끝남", en="Dropped"),
}
TOUR_STATES = {
    "booked": Text(ko="예약 완료", en="Booked"),
    "cancelled": Text(ko="취소됨", en="Cancelled"),
    "attended": Text(ko="견학 완료", en="Attended"),
    "missed": Text(ko="불참", en="Did not come"),
}
SPACES_WANTED = {
    "bench": Text(ko="공유 벤치", en="Benches in a shared lab"),
    "suite": Text(ko="전용 실험실", en="A private suite"),
    "desk": Text(ko="사무 공간", en="Desks"),
    "member": Text(ko="공간 없는 회원", en="Membership without space"),
    "unsure": Text(ko="아직 모름", en="Not sure yet"),
}
AGREEMENT = Text(
    ko="견학 중에 보거나 들은 다른 기업의 일을 밖에 알리지 않겠습니다. 안내받은 길로만 다니고, 허락 없이 사진을 찍거나 "
       "물건에 손대지 않겠습니다. 보호구가 필요한 곳에서는 안내에 따르겠습니다.",
    en="I shall tell nobody what I see or hear of other companies during the tour. I shall keep to the route I am shown, "
       "take no photographs and touch nothing without leave, and wear what the guide asks for.")
"""The visitor agreement. Its text is kept with every signature by its hash: a change of words is a new agreement."""

LEAD_UNKNOWN = refusal(
    "residency.lead_unknown", ko="그런 문의가 없습니다.", en="No such enquiry.",
    do_ko="문의 목록에서 다시 고르십시오.", do_en="Choose it again in the list of enquiries.")
LEAD_STEP = refusal(
    "residency.lead_step", ko="이 문의는 그 단계로 갈 수 없습니다.", en="The enquiry cannot take that step from where it is.",
    do_ko="문의의 현재 상태를 확인하십시오.", do_en="Look at where the enquiry stands now.")
LEAD_INCOMPLETE = refusal(
    "residency.lead_incomplete", ko="이름과 메일 주소를 적어 주십시오.", en="Please give a name and an e-mail address.",
    do_ko="답을 보낼 수 있는 주소여야 합니다.", do_en="It must be an address that an answer can reach.")
CONSENT_NEEDED = refusal(
    "residency.consent_needed", ko="개인정보를 문의에 답하는 데 쓰는 것에 동의해야 합니다.",
    en="Your details may be kept only if you agree that they are used to answer you.",
    do_ko="동의란에 표시해 주십시오.", do_en="Tick the box of consent.")
ENQUIRED_OFTEN = refusal(
    "residency.enquired_often", ko="이 주소로 오늘 이미 여러 번 문의했습니다.",
    en="This address has sent several enquiries today already.",
    do_ko="답을 기다리거나 전화해 주십시오.", do_en="Wait for our answer, or call us.")
SLOT_UNKNOWN = refusal(
    "residency.slot_unknown", ko="그런 견학 시간이 없거나 이미 지났습니다.", en="There is no such tour, or it is over.",
    do_ko="다른 시간을 고르십시오.", do_en="Choose another time.")
SLOT_FULL = refusal(
    "residency.slot_full", ko="그 견학에는 그만큼 자리가 남아 있지 않습니다.", en="That tour has not so many places left.",
    do_ko="다른 시간을 고르거나 인원을 줄이십시오.", do_en="Choose another time, or come with fewer people.")
SLOT_UNSOUND = refusal(
    "residency.slot_unsound", ko="견학은 앞으로의 시간이고, 끝이 시작보다 뒤이며, 인원은 1명에서 50명입니다.",
    en="A tour lies ahead, ends after it begins, and takes 1 to 50 people.",
    do_ko="시간과 인원을 다시 적으십시오.", do_en="Give times and number again.")
SLOT_ROUTE = refusal(
    "residency.slot_host", ko="안내하는 사람은 직원이어야 합니다.", en="The guide must be one of the staff.",
    do_ko="직원 가운데에서 고르십시오.", do_en="Choose somebody of the staff.")
AGREEMENT_NEEDED = refusal(
    "residency.agreement_needed", ko="견학하려면 방문자 약속에 이름을 적어야 합니다.",
    en="A tour needs the visitor agreement, signed with your name.",
    do_ko="약속을 읽고 이름을 적으십시오.", do_en="Read it and type your name.")
TOUR_UNKNOWN = refusal(
    "residency.tour_unknown", ko="그런 견학 예약이 없습니다.", en="No such booking of a tour.",
    do_ko="메일의 링크를 다시 여십시오.", do_en="Open the link in the mail again.")
TOUR_STEP = refusal(
    "residency.tour_step", ko="이 견학 예약은 이미 끝났거나 취소되었습니다.", en="This tour is over or cancelled already.",
    do_ko="새로 예약하십시오.", do_en="Book another.")
TOUR_TWICE = refusal(
    "residency.tour_twice", ko="이 문의로 이미 견학을 예약했습니다.", en="A tour is booked for this enquiry already.",
    do_ko="먼저 예약한 견학을 취소하십시오.", do_en="Cancel the one that is booked first.")
FOLLOW_UP_PAST = refusal(
    "residency.follow_up_past", ko="다음 연락일은 오늘이나 그 뒤여야 합니다.", en="The next contact lies today or later.",
    do_ko="날짜를 다시 적으십시오.", do_en="Give the day again.")
