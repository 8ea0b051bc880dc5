"""Words of door signs, entries, shut-offs, copies for emergencies and photographs of incidents."""

from squaremile.kernel.words import Text, refusal

SIGN_STATES = {
    "current": Text(ko="최신", en="Current"), "outdated": Text(ko="현황과 다름", en="Out of date"),
    "expired": Text(ko="유효기간 지남", en="Expired"), "never": Text(ko="인쇄한 적 없음", en="Never printed"),
}
SHUT_OFFS = {
    "gas": Text(ko="가스 차단", en="Gas shut-off"), "electricity": Text(ko="전기 차단", en="Electricity shut-off"),
    "water": Text(ko="급수 차단", en="Water shut-off"), "ventilation": Text(ko="환기 정지", en="Ventilation stop"),
    "sprinkler": Text(ko="스프링클러 밸브", en="Sprinkler valve"), "alarm": Text(ko="화재 수신반", en="Fire alarm panel"),
    "hydrant": Text(ko="소화전·송수구", en="Hydrant or inlet"), "assembly": Text(ko="대피 집결지", en="Assembly point"),
}
WAYS = {"in": Text(ko="들어옴", en="In"), "out": Text(ko="나감", en="Out")}
BY = {
    "phone": Text(ko="휴대전화", en="by phone"), "badge": Text(ko="출입증", en="by badge"), "desk": Text(ko="안내 데스크", en="at the desk"),
    "instrument": Text(ko="장비 사용 중", en="using an instrument"),
}
COPY_LATE = Text(ko="비상용 사본이 하루가 넘게 만들어지지 않았습니다", en="No copy for emergencies for more than a day")
COPY_NEVER = Text(ko="비상용 사본을 만든 적이 없습니다", en="No copy for emergencies was ever written")
COPY_UNSET = Text(ko="EMERGENCY_DIR 설정이 비어 있습니다", en="The setting EMERGENCY_DIR is empty")
COPY_LAST = Text(ko="마지막 사본: {at}", en="The last one: {at}")
SIGNS_STALE = Text(ko="다시 인쇄할 문 표지", en="Door signs to print again")

SIGN_UNSOUND = refusal(
    "safety.door_sign_unsound", ko="표지를 붙일 방을 고르고, 유효기간은 1일부터 730일까지로 정하십시오.",
    en="Choose rooms for the signs; a sign holds for 1 to 730 days.",
    do_ko="방과 날수를 다시 고르십시오.", do_en="Choose the rooms and days again.")
CARD_UNSOUND = refusal(
    "safety.room_card_unsound", ko="보호구는 목록에 있는 것만 고를 수 있습니다.", en="Protection is chosen from the list.",
    do_ko="보호구를 다시 고르십시오.", do_en="Choose the protection again.")
SHUT_OFF_UNSOUND = refusal(
    "safety.shut_off_unsound", ko="무엇을 차단하는지와 어디에 있는지 적어야 합니다.", en="Say what is shut off, and where it is done.",
    do_ko="찾아갈 수 있게 한 줄로 적으십시오.", do_en="One line by which it is found.")
SHUT_OFF_UNKNOWN = refusal(
    "safety.shut_off_unknown", ko="그런 차단 장치가 없습니다.", en="No such shut-off.",
    do_ko="비상 현황에서 다시 고르십시오.", do_en="Choose it again in the emergency view.")
ENTRY_UNSOUND = refusal(
    "safety.entry_unsound", ko="들어오는지 나가는지, 어느 건물인지, 누구인지 적어야 합니다.",
    en="Say whether somebody comes or goes, into which building, and who it is.",
    do_ko="출입증 번호나 방문자 이름 가운데 하나만 적으십시오.", do_en="Give either a badge number or a visitor's name.")
BADGE_UNKNOWN = refusal(
    "safety.badge_unknown", ko="지금 쓰는 출입증 번호가 아닙니다.", en="No badge with this number is in use.",
    do_ko="번호를 확인하거나 방문자로 적으십시오.", do_en="Check the number, or sign a visitor in.")
PHOTO_UNFIT = refusal(
    "safety.incident_photo_unfit", ko="사진이 아닌 파일입니다.", en="This file is not a picture.",
    do_ko="JPEG, PNG 같은 사진을 고르십시오.", do_en="Choose a picture, such as JPEG or PNG.")
PHOTO_TWICE = refusal(
    "safety.incident_photo_twice", ko="이 사고에 이미 붙인 사진입니다.", en="The incident has this picture already.",
    do_ko="다른 사진을 고르십시오.", do_en="Choose another picture.")
COPY_UNWRITTEN = refusal(
    "safety.emergency_copy_unwritten", ko="비상용 사본을 쓰지 못했습니다: {why}. 이전 사본은 그대로 있습니다.",
    en="The copy for emergencies could not be written: {why}. The copies before are as they were.",
    do_ko="폴더가 있고 쓸 수 있는지 확인하십시오.", do_en="See that the folder is there and may be written to.")
