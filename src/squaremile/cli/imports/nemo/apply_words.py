"""What applying a NEMO import says, Korean and English side by side."""

from squaremile.kernel.words import Text

SITE = Text(ko="NEMO에서 가져온 사이트", en="Site from NEMO")
ROOM = Text(ko="가져온 장비", en="Imported")
RULES = Text(ko="NEMO 이용 규칙 {number}", en="NEMO rules {number}")
HIDDEN = Text(ko="이전 시스템에서 숨겨져 있었습니다.", en="Was hidden in the previous system.")
DOWN = Text(ko="이전 시스템에서 가동 중지였습니다.", en="Was not operational in the previous system.")
LOCATION = Text(ko="위치: {value}", en="Location: {value}")
CATEGORY = Text(ko="분류: {value}", en="Category: {value}")
ALIASES = Text(ko="다른 이름: {value}", en="Also called: {value}")
REPORTED = Text(ko="[NEMO {day}] {text}", en="[NEMO {day}] {text}")
NO_WORDS = Text(ko="설명 없이 신고된 고장", en="Fault reported without a description")
REMOTE = Text(ko="담당자 {name:이가} 대신 수행", en="Done remotely by {name}")

SAME_NAME = Text(
    ko="기관 “{name}”: 같은 이름의 기관이 이미 있습니다. 합치지 않고 새로 만들었으니 같은 곳인지 확인하십시오.",
    en="Organisation “{name}”: one of that name is here already. It was made anew, not merged; check whether the two "
    "are one.",
)
PERSON_WAS_HERE = Text(
    ko="{name}: 같은 전자우편 주소의 계정이 이미 있어 그 계정에 연결했습니다.",
    en="{name}: an account with that e-mail address is here already; tied to it.",
)
ADMIN_SUGGESTED = Text(
    ko="{name}: NEMO에서 “{organisation}”의 프로젝트나 계정을 관리했습니다. "
    "연구원 역할만 주었으니 필요하면 기업 관리자로 올리십시오.",
    en="{name}: managed a project or the account of “{organisation}” in NEMO. Got the role of scientist; make them "
    "company admin by hand where right.",
)
ACCESS_ENDED = Text(
    ko="{name}: NEMO의 이용 기한이 {day}에 끝나 역할을 주지 않았습니다.",
    en="{name}: access in NEMO ended on {day}; no role was given.",
)
ALREADY_MEMBER = Text(
    ko="{name}: “{organisation}”의 역할을 이미 가지고 있어 그대로 두었습니다.",
    en="{name}: already holds a role in “{organisation}”; left as it is.",
)
AREA_RULES = Text(
    ko="공간 “{name}”: 공간 예약과 출입 규칙은 옮기지 않았습니다.",
    en="Space “{name}”: its rules for booking and entering the space were not carried over.",
)
ENDLESS = Text(
    ko="기한이 없는 사용 자격 {count}건을 {day}까지로 정했습니다.",
    en="{count} qualifications had no expiry; they are valid until {day}.",
)
QUALIFIED_HERE = Text(
    ko="그 기간의 사용 자격이 여기에 이미 있습니다.", en="A qualification for that period is here already."
)
ALREADY_TAKEN = Text(
    ko="“{equipment}”: {person}의 예약({when})은 그 시간이 여기에서 이미 쓰이고 있어 가져오지 않았습니다.",
    en="“{equipment}”: the booking of {person} ({when}) was not imported: that time is already taken here.",
)
NO_PAYER = Text(
    ko="“{equipment}”: {person}의 {when} 기록은 어느 기관의 것인지 알 수 없어 보관했습니다.",
    en="“{equipment}”: the record of {person} ({when}) was kept apart: it is not known whose it is.",
)
USE_WITHOUT_SLOT = Text(
    ko="“{equipment}”: {person}의 사용({when})은 다른 예약이나 사용과 겹쳐 예약표에 넣지 못했습니다. "
    "사용 시간은 계량되었습니다.",
    en="“{equipment}”: the use by {person} ({when}) overlaps another booking or use, so it has no slot in the "
    "calendar. Its minutes were metered.",
)
WAIVED = Text(
    ko="“{equipment}”: {person}의 사용({when})은 NEMO에서 요금을 면제했습니다. 청구 전에 확인하십시오.",
    en="“{equipment}”: the charge for the use by {person} ({when}) was waived in NEMO. Check before billing.",
)
HISTORY_METERED = Text(
    ko="옮긴 사용 기록 {count}건의 사용 시간이 계량되었습니다. NEMO에서 이미 청구했다면 다시 청구하지 마십시오.",
    en="The minutes of {count} sessions were metered. Do not bill again what NEMO has billed.",
)
OUTAGE_DISPLACED = Text(
    ko="“{equipment}”: 예정된 정비({when})와 예약이 겹칩니다. 예약을 그대로 두고 정비는 잡지 않았습니다.",
    en="“{equipment}”: scheduled maintenance ({when}) lies on bookings. The bookings stand; the maintenance "
    "was not set.",
)
OUTAGE_KEPT = Text(
    ko="예정된 정비 “{title}”({when}): 세울 장비가 없어 보관했습니다.",
    en="Scheduled maintenance “{title}” ({when}): stops no instrument; kept apart.",
)
LIMITS_LEFT = Text(
    ko="이용 규칙 “{name}”(장비 {count}대): 옮길 수 없는 제한 – {limits}.",
    en="Rules “{name}” ({count} instruments): limits that could not be carried over: {limits}.",
)
PER_DAY_AS_SHARE = Text(
    ko="이용 규칙 “{name}”: 하루 {count}번 제한을 한 사람 하루 {minutes}분 몫으로 옮겼습니다.",
    en="Rules “{name}”: the limit of {count} bookings a day became a share of {minutes} min a day for each person.",
)
ONLY_WAITLIST = Text(
    ko="“{name}”: NEMO에서는 예약 없이 선착순으로만 썼습니다. 여기에서는 예약해야 쓸 수 있습니다.",
    en="“{name}”: was first come, first served in NEMO, without bookings. Here it must be booked.",
)
LIMIT_NAMES: dict[str, Text] = {
    "per_day": Text(ko="하루 예약 횟수 {value}", en="{value} bookings a day"),
    "future_count": Text(ko="앞으로의 예약 {value}건", en="{value} coming bookings"),
    "future_minutes": Text(ko="앞으로의 예약 {value}분", en="{value} min of coming bookings"),
    "gap_minutes": Text(ko="예약 사이 {value}분", en="{value} min between bookings"),
    "missed_after_minutes": Text(ko="{value}분 뒤 미사용 처리", en="missed after {value} min"),
    "off_between": Text(ko="{value}에는 규칙을 쓰지 않음", en="rules off {value}"),
    "off_weekends": Text(ko="주말에는 규칙을 쓰지 않음", en="rules off at weekends"),
    "horizon_days": Text(ko="예약 가능 기간 {value}일(1일로 옮김)", en="bookable {value} days ahead (became 1)"),
}
EQUIPMENT, PEOPLE, BOOKINGS, USES = (
    Text(ko="장비", en="equipment"),
    Text(ko="사람", en="people"),
    Text(ko="예약", en="reservations"),
    Text(ko="사용 기록", en="sessions"),
)
QUALIFICATIONS = Text(ko="사용 자격", en="qualifications")
