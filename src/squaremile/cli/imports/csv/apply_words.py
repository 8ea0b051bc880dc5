"""What applying a sheet says, Korean and English side by side."""

from squaremile.kernel.words import Text

NO_ORGANISATION = Text(ko="그런 기관이 없습니다", en="names no organisation that is here")
NO_ORGANISATION_DO = Text(
    ko="기관을 먼저 가져오거나 이름을 바로잡으십시오", en="import the organisation first, or correct the name"
)
SEVERAL = Text(ko="둘 이상이 이 이름을 씁니다", en="is what more than one thing here is called")
SEVERAL_DO = Text(ko="코드나 번호를 적으십시오", en="write the code or number instead")
NO_EQUIPMENT = Text(ko="그런 장비가 없습니다", en="names no instrument that is here")
NO_EQUIPMENT_DO = Text(
    ko="장비를 먼저 가져오거나 코드를 적으십시오", en="import the equipment first, or write its code"
)
RETIRED = Text(ko="폐기한 장비입니다", en="is a retired instrument")
RETIRED_DO = Text(ko="이 행을 지우십시오", en="remove this row")
NO_PERSON = Text(ko="그런 사람이 없습니다", en="belongs to nobody here")
NO_PERSON_DO = Text(ko="사람을 먼저 가져오십시오", en="import the people first")
NO_COMPANY = Text(ko="어느 기관에도 속하지 않은 사람입니다", en="is a person of no organisation")
NO_COMPANY_DO = Text(ko="기관과 함께 사람을 다시 가져오십시오", en="import the person again, with an organisation")
WHICH_COMPANY = Text(ko="여러 기관에 속한 사람입니다", en="is a person of several organisations")
WHICH_COMPANY_DO = Text(
    ko="프로젝트를 적어 어느 기관의 예약인지 정하십시오", en="name the project, which says whose booking it is"
)
NO_PROJECT = Text(
    ko="그 사람의 기관에 그런 프로젝트가 없습니다", en="names no open project of that person's organisations"
)
NO_PROJECT_DO = Text(ko="이름이나 코드를 바로잡으십시오", en="correct the name or code")

ROOM = Text(ko="가져온 장비", en="Imported")
DOWN = Text(ko="가져올 때 가동 중이 아니었습니다.", en="Was not in operation when imported.")
RULES = Text(ko="가져온 이용 규칙 {number}", en="Imported rules {number}")
WAS_HERE = Text(ko="“{name}”: 이미 있는 것에 연결했습니다.", en="“{name}”: is here already; tied to it.")
NOT_CARRIED = Text(
    ko="옮기지 않은 열: {columns}. 값이 있는 행 {count}개.",
    en="Columns not carried over: {columns}; {count} rows fill them.",
)
WITHOUT_COMPANY = Text(
    ko="{name}: 기관이 없어 역할을 주지 않았습니다.", en="{name}: has no organisation; no role was given."
)
ROLE_BY_HAND = Text(
    ko="{name}: 역할 “{role}”은 가져오기로 주지 않습니다. 필요하면 직접 부여하십시오.",
    en="{name}: the role “{role}” is never granted by an import. Grant it by hand where needed.",
)
ACCESS_ENDED = Text(
    ko="{name}: 이용 기한이 지나 역할을 주지 않았습니다.", en="{name}: access has ended; no role was given."
)
ALREADY_MEMBER = Text(
    ko="{name}: 그 기관의 역할을 이미 가지고 있습니다.", en="{name}: already holds that role in the organisation."
)
OPEN_TO_ALL = Text(
    ko="장비 {count}대는 사용 자격 없이 예약할 수 있습니다. 교육이 필요한 장비는 장비 정보에서 정하십시오.",
    en="{count} instruments can be booked without training. Say on the instrument where training is needed.",
)
ALREADY_TAKEN = Text(
    ko="{row}행: 그 시간은 여기에서 이미 쓰이고 있어 가져오지 않았습니다.",
    en="Row {row}: not imported; that time is already taken here.",
)
