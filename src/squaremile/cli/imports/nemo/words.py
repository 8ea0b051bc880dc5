"""The findings of a NEMO import, and what its kinds are called here, Korean and English side by side."""

from squaremile.kernel.words import Text

UNREADABLE = Text(
    ko="{field}: 값 {value:을를} 읽을 수 없어 비운 것으로 보았습니다.",
    en="{field} holds {value}, which cannot be read; taken as empty.",
)
NAIVE_TIME = Text(
    ko="시각 {value}에 시간대가 없어 이 사이트의 시간대({zone})로 읽었습니다.",
    en="The time {value} has no zone; read in the site's zone ({zone}).",
)
BROKEN = Text(
    ko="{count}개 항목이 NEMO 항목의 모양이 아닙니다(파일 순서: {places}).",
    en="{count} items are not shaped like a NEMO record (positions in the file: {places}).",
)
SHARED_NAME = Text(
    ko="{kind} 이름 “{name}”: 둘 이상이 함께 씁니다. 이름으로 가리키는 항목은 첫 번째로 연결했습니다.",
    en="{kind} name “{name}”: shared by more than one. What refers to it by name was tied to the first.",
)
DANGLING = Text(
    ko="{field}: 가리키는 항목이 파일에 없어 비워 두었습니다({value}).",
    en="{field}: what it points to is not in the file; left empty ({value}).",
)
NO_COMPANY = Text(
    ko="{name}: 어느 프로젝트에도 속하지 않아 소속 기관을 알 수 없습니다.",
    en="{name}: is on no project, so their organisation is not known.",
)
SEVERAL_COMPANIES = Text(
    ko="{name}: {count}개 기관({organisations})의 구성원이 됩니다. 서로의 업무를 보게 해도 되는지 확인하십시오.",
    en="{name}: becomes a member of {count} organisations ({organisations}). Check that they may see all of them.",
)
SHARED_EMAIL = Text(
    ko="전자우편 {email}: {count}명이 함께 씁니다. 로그인에는 한 사람만 쓸 수 있습니다.",
    en="E-mail {email}: shared by {count} people. Only one of them can sign in with it.",
)
NO_EMAIL = Text(
    ko="{name}: 전자우편이 없어 초대할 수 없습니다.",
    en="{name}: has no e-mail address and cannot be invited.",
)
ROLES_NOT_GRANTED = Text(
    ko="{name}: NEMO의 역할({roles})은 자동으로 주지 않습니다. 필요하면 직접 부여하십시오.",
    en="{name}: roles in NEMO ({roles}) are never granted by an import. Grant them by hand where needed.",
)
CYCLE = Text(
    ko="“{name}”: 자기 자신의 아래에 놓여 있어 맨 위로 옮겼습니다.",
    en="“{name}”: is placed under itself; moved to the top.",
)
ORPHAN_ALTERNATE = Text(
    ko="“{name}”: 대신하는 장비가 파일에 없어 독립된 장비로 가져옵니다.",
    en="“{name}”: the tool it is an alternate of is not in the file; imported as equipment of its own.",
)
SHORT_ABOVE_LONG = Text(
    ko="“{name}”: 최소 {low}분이 최대 {high}분보다 길어 최대를 비웠습니다.",
    en="“{name}”: minimum of {low} min is above the maximum of {high} min; the maximum was left empty.",
)
ZERO_LIMIT = Text(
    ko="“{name}”: {field} 값이 0이어서 제한 없음으로 읽었습니다. 확인하십시오.",
    en="“{name}”: {field} is 0. Read as no limit; please check.",
)
DAYTIME_OFF = Text(
    ko="“{name}”: {start}–{end}에는 규칙을 쓰지 않도록 되어 있습니다. NEMO에서는 낮 시간대의 이 설정이 동작하지 "
    "않았으므로 이용자에게는 새로운 일입니다.",
    en="“{name}”: rules are set to be off from {start} to {end}. In NEMO this setting never worked within one day, "
    "so it will be new to users.",
)
DOWN_WITHOUT_FAULT = Text(
    ko="“{name}”: 가동 중지로 표시되어 있으나 중지시킨 고장 신고가 없습니다.",
    en="“{name}”: is marked not operational, but no open fault shuts it down.",
)
EXPIRY_RULE = Text(
    ko="자격 만료: 마지막 사용 후 {used}일, 한 번도 쓰지 않으면 {unused}일(NEMO 설정).",
    en="Qualifications expire {used} days after the last use, {unused} days when never used (NEMO's setting).",
)
DISPLACED = Text(
    ko="“{equipment}”: {loser}의 예약({loser_when})은 먼저 만든 {holder}의 예약({holder_when})과 겹쳐 가져오지 "
    "않았습니다. 두 사람에게 연락하십시오.",
    en="“{equipment}”: the booking of {loser} ({loser_when}) overlaps the one of {holder} ({holder_when}), which was "
    "made first, and was not imported. Call both.",
)
IN_MAINTENANCE = Text(
    ko="“{equipment}”: {person}의 예약({when})이 예정된 정비({outage_when})와 겹칩니다.",
    en="“{equipment}”: the booking of {person} ({when}) overlaps scheduled maintenance ({outage_when}).",
)
NO_PROJECT = Text(
    ko="비용을 낼 프로젝트가 없습니다.",
    en="Has no project to charge.",
)
STILL_RUNNING = Text(
    ko="“{equipment}”: {person}의 사용({since}부터)이 내보낼 때 아직 끝나지 않았습니다.",
    en="“{equipment}”: the use by {person} (since {since}) had not ended at the time of export.",
)
USE_OVERLAPS = Text(
    ko="“{equipment}”: {first}의 사용과 {second}의 사용이 겹칩니다. 둘 다 가져오니 청구 전에 확인하십시오.",
    en="“{equipment}”: the uses by {first} and {second} overlap. Both are imported; check before billing.",
)

KIND_LABELS: dict[str, Text] = {
    "account": Text(ko="기관", en="organisations"),
    "project": Text(ko="프로젝트", en="projects"),
    "user": Text(ko="사람", en="people"),
    "area": Text(ko="공간", en="spaces"),
    "tool": Text(ko="장비", en="equipment"),
    "qualification": Text(ko="사용 자격", en="qualifications"),
    "scheduledoutage": Text(ko="예정된 정비", en="scheduled maintenance"),
    "task": Text(ko="고장 신고", en="faults"),
    "reservation": Text(ko="예약", en="reservations"),
    "usageevent": Text(ko="사용 기록", en="sessions of use"),
}
