"""What is wrong with a value, in both languages: the checker's findings as texts beside their fields."""

from collections.abc import Iterable, Mapping
from typing import Any

from squaremile.core.words import BAD_INPUT
from squaremile.kernel.errors import Invalid
from squaremile.kernel.words import Text

_SAID = {
    "missing": Text(ko="꼭 필요합니다.", en="This is required."),
    "extra_forbidden": Text(ko="모르는 이름입니다.", en="There is no such field."),
    "json_invalid": Text(ko="JSON으로 읽을 수 없습니다.", en="This is not valid JSON."),
    "model_attributes_type": Text(ko="JSON 객체를 보내십시오.", en="Send a JSON object."),
    "string_type": Text(ko="글이어야 합니다.", en="This must be text."),
    "string_unicode": Text(ko="올바른 유니코드 글이 아닙니다.", en="This is not valid Unicode text."),
    "string_too_long": Text(ko="{max_length}자까지 쓸 수 있습니다.", en="At most {max_length} characters."),
    "no_nul": Text(ko="NUL 문자는 쓸 수 없습니다.", en="The character NUL is not allowed."),
    "int_type": Text(ko="정수여야 합니다.", en="This must be a whole number."),
    "bool_type": Text(ko="true나 false여야 합니다.", en="This must be true or false."),
    "written_time": Text(ko="시각은 ISO 8601 글로 쓰십시오.", en="Write times as ISO 8601 text."),
    "timezone_aware": Text(
        ko="시간대가 있는 시각이어야 합니다. 예: 2027-03-01T10:00:00+09:00",
        en="Give the offset too, as in 2027-03-01T10:00:00+09:00."),
    "sane_time": Text(ko="1970년부터 2199년 사이여야 합니다.", en="Give a time between 1970 and 2199."),
    "greater_than_equal": Text(ko="{ge} 이상이어야 합니다.", en="At least {ge}."),
    "less_than_equal": Text(ko="{le} 이하여야 합니다.", en="At most {le}."),
    "too_long": Text(ko="{max_length}개까지 보낼 수 있습니다.", en="At most {max_length} items."),
    "literal_error": Text(ko="다음 가운데 하나: {expected}", en="One of {expected}."),
}  # fmt: skip
_FAMILIES = {
    "datetime": Text(ko="시각으로 읽을 수 없습니다.", en="This is not a date and time."),
    "date": Text(ko="날짜로 읽을 수 없습니다.", en="This is not a date."),
    "time": Text(ko="시각으로 읽을 수 없습니다.", en="This is not a time."),
    "decimal": Text(
        ko="십진수로 읽을 수 없거나 자리가 너무 많습니다.", en="This is not a decimal number, or has too many digits."
    ),
    "base64": Text(ko="base64로 읽을 수 없거나 너무 깁니다.", en="This is not base64, or is too long."),
    "uuid": Text(ko="올바른 식별자가 아닙니다.", en="This is not an id."),
    "int": Text(ko="정수여야 합니다.", en="This must be a whole number."),
    "float": Text(ko="수여야 합니다.", en="This must be a number."),
    "finite": Text(ko="유한한 수여야 합니다.", en="This must be a finite number."),
    "list": Text(ko="목록이어야 합니다.", en="This must be a list."),
    "dict": Text(ko="객체여야 합니다.", en="This must be an object."),
}
_OTHER = Text(ko="알맞은 값이 아닙니다.", en="This value does not fit.")


def _said(kind: str, context: Mapping[str, Any]) -> Text:
    if kind in _SAID:
        return _SAID[kind].fill(context)
    return _FAMILIES.get(kind.partition("_")[0], _OTHER)


def complaint(findings: Iterable[Mapping[str, Any]], *, within: int = 0) -> Invalid:
    """The refusal `core.bad_input` with a text for each field. `within` leading steps of a place are left out."""
    fields: dict[str, Text] = {}
    for found in findings:
        place = ".".join(str(step) for step in found["loc"][within:]) or "body"
        fields.setdefault(place[:200], _said(found["type"], found.get("ctx") or {}))
    return Invalid(BAD_INPUT, fields=fields)
