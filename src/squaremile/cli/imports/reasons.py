"""Why a record was not taken over: every reason a report may give, in both languages."""

from __future__ import annotations

from squaremile.kernel.words import Text

REASONS: dict[str, Text] = {
    "cancelled": Text(ko="취소된 예약입니다", en="cancelled reservation"),
    "shortened": Text(ko="단축되어 다른 예약이 대신합니다", en="shortened; another reservation took its place"),
    "displaced": Text(ko="먼저 만든 예약과 겹칩니다", en="overlaps a reservation that was made first"),
    "no_span": Text(ko="시작과 끝이 올바른 기간을 이루지 않습니다", en="start and end do not make a span of time"),
    "no_name": Text(ko="이름이 없습니다", en="has no name"),
    "duplicate": Text(ko="같은 내용이 이미 있습니다", en="the same thing is there already"),
    "unknown_equipment": Text(ko="가리키는 장비가 파일에 없습니다", en="names equipment that is not in the file"),
    "unknown_person": Text(ko="가리키는 사람이 파일에 없습니다", en="names a person who is not in the file"),
    "no_organisation": Text(ko="가리키는 계정(기관)이 파일에 없습니다", en="names an account that is not in the file"),
    "no_target": Text(ko="장비도 공간도 가리키지 않습니다", en="names neither equipment nor a space"),
    "closed": Text(ko="이미 끝난 일입니다", en="already closed"),
    "lookup": Text(ko="다른 항목의 값으로 옮겼습니다", en="carried over as a value of other records"),
    "web_content": Text(ko="이전 시스템의 화면 내용입니다", en="content of the old system's pages"),
    "personal_setting": Text(ko="이전 시스템의 개인 설정입니다", en="a personal setting of the old system"),
    "log": Text(ko="이전 시스템의 기록입니다", en="a log of the old system"),
    "system": Text(ko="이전 시스템의 내부 자료입니다", en="internals of the old system"),
    "secret": Text(
        ko="비밀번호나 열쇠가 들어 있어 옮기지 않습니다", en="holds passwords or keys, which are never copied"
    ),
    "billing_history": Text(
        ko="닫힌 청구 이력은 이전 시스템에 그대로 둡니다",
        en="closed billing history stays readable in the old system",
    ),
    "unknown_kind": Text(ko="알 수 없는 종류입니다", en="a kind we do not know"),
    "no_email": Text(ko="전자우편 주소가 없습니다", en="has no e-mail address"),
    "shared_email": Text(
        ko="먼저 나온 사람과 전자우편 주소가 같습니다", en="shares the e-mail address of an earlier person"
    ),
    "person_left": Text(ko="그 사람을 가져오지 않았습니다", en="belongs to a person who was not imported"),
    "already_taken": Text(ko="그 시간이 여기에서 이미 쓰이고 있습니다", en="that time is already taken here"),
    "retired": Text(ko="여기에서는 폐기한 장비입니다", en="the instrument is retired here"),
    "lapsed": Text(ko="기간이 올바르지 않습니다", en="its period is not sound"),
    "withdrawn": Text(ko="원래 기관이 거둔 항목입니다", en="withdrawn where it comes from"),
    "no_region": Text(ko="그 지역이 여기에 없습니다", en="is of a region that is not here"),
    "no_end": Text(ko="여기에 없는 기관과의 관계입니다", en="is a tie with an organisation that is not here"),
    "invalid_row": Text(ko="행에 고칠 곳이 있습니다", en="the row has something to correct"),
}


def reason(code: str) -> Text:
    """The sentence for a reason code; an undeclared code is a defect and raises ``KeyError``."""
    return REASONS[code]
