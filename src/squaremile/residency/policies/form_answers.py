"""What may be said to a question, and what is missing before an application can be handed in.

Sound answers are plain JSON: text, a decimal as text, `{"amount", "currency"}`, an ISO date, keys of choices, "yes" or
"no", rows of cells, names of files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text
from squaremile.residency.policies.form import Choice, Column, Form, Question, amount, given, shown

LETTERS = {"text": 300, "long": 8000}
"""Letters of an answer where the form sets no limit."""
ROWS, FILES = 60, 5
CELL = 300
MOST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with the answer to one question; the sentence names the question."""

    question: str
    says: Text


class Unsound(ValueError):
    """An answer that cannot be one."""

    def __init__(self, ko: str, en: str, **values: Any) -> None:
        self.says = Text(ko=ko, en=en).fill(values)
        super().__init__(self.says.en)


def tidied(question: Question, said: Any) -> Any:
    """The answer as it is kept; None where it is blank. Raises Unsound with the reason in both languages."""
    if not given(said):
        return None
    match question.kind:
        case "text" | "long":
            return _written(said, question.limits.letters or LETTERS[question.kind], long=question.kind == "long")
        case "number":
            return _number(said, question.limits.least, question.limits.most)
        case "money":
            return _money(question, said)
        case "date":
            return _day(said)
        case "choice":
            return _one_of(said, question.choices)
        case "choices":
            return _some_of(said, question.choices)
        case "yes_no":
            return _yes_no(said)
        case "table":
            return _table(question, said)
    return _files(question, said)


def complaints(form: Form, answers: Mapping[str, Any]) -> list[Complaint]:
    """Everything that stands between these answers and handing in, in the order of the form.

    What is not asked (its condition is not met) is neither missing nor wrong.
    """
    found = []
    for question in shown(form, answers):
        said = answers.get(question.key)
        if not given(said):
            if question.required:
                found.append(Complaint(question.key, Text(
                    ko="‘{label}’에 답이 없습니다.", en="“{label}” has no answer.").fill({"label": question.label})))
            continue
        try:
            tidied(question, said)
        except Unsound as wrong:
            found.append(Complaint(question.key, Text(ko="‘{label}’: {why}", en="“{label}”: {why}").fill(
                {"label": question.label, "why": wrong.says})))
    return found


def share_answered(form: Form, answers: Mapping[str, Any]) -> tuple[int, int]:
    """How many of the required questions that are asked have an answer, and how many there are."""
    asked = [q for q in shown(form, answers) if q.required]
    return sum(given(answers.get(q.key)) for q in asked), len(asked)


def said(question: Question, value: Any) -> Text:
    """An answer in words, for reading and printing; a table is said row by row."""
    if not given(value):
        return Text(ko="—", en="—")
    if question.kind in ("choice", "choices"):
        return _labels(question.choices, value if isinstance(value, list) else [value])
    if question.kind == "yes_no":
        return Text(ko="예", en="Yes") if value == "yes" else Text(ko="아니요", en="No")
    if question.kind == "money":
        number = amount(value)
        return _same(f"{value['currency']} {number:,}" if number is not None else "—")
    if question.kind == "number":
        return _same(f"{Decimal(value):,}")
    if question.kind == "table":
        rows = [cells(question, row) for row in value]
        return Text(ko="\n".join(" · ".join(c.ko for c in row if c.ko) for row in rows),
                    en="\n".join(" · ".join(c.en for c in row if c.en) for row in rows))
    return _same("\n".join(value) if isinstance(value, list) else str(value))


def cells(question: Question, row: Mapping[str, Any]) -> tuple[Text, ...]:
    """One row of a table in words, a cell for each column."""
    return tuple(_cell_said(column, row.get(column.key, "")) for column in question.columns)


def _cell_said(column: Column, value: str) -> Text:
    if column.kind == "choice":
        return _labels(column.choices, [value] if value else [])
    if column.kind == "yes_no" and value:
        return Text(ko="예", en="Yes") if value == "yes" else Text(ko="아니요", en="No")
    return _same(value)


def _labels(choices: Sequence[Choice], keys: Sequence[str]) -> Text:
    found = [next((c.label for c in choices if c.key == key), _same(key)) for key in keys]
    return Text(ko=", ".join(each.ko for each in found), en=", ".join(each.en for each in found))


def _same(text: str) -> Text:
    return Text(ko=text, en=text)


def _written(said: Any, letters: int, *, long: bool) -> str:
    if not isinstance(said, str):
        raise Unsound("글로 답하십시오.", "Answer with a text.")
    text = said.strip() if long else " ".join(said.split())
    if "\x00" in text:
        raise Unsound("쓸 수 없는 글자가 있습니다.", "It holds a character that cannot be kept.")
    if len(text) > letters:
        raise Unsound("{most}자까지 쓸 수 있습니다(지금 {count}자).", "Up to {most} letters (now {count}).", most=letters, count=len(text))
    return text


def _number(said: Any, least: Decimal | None, most: Decimal | None) -> str:
    number = amount(said)
    if number is None or abs(number) > MOST:
        raise Unsound("숫자로 답하십시오.", "Answer with a number.")
    if least is not None and number < least:
        raise Unsound("{least} 이상이어야 합니다.", "It is at least {least}.", least=least)
    if most is not None and number > most:
        raise Unsound("{most} 이하여야 합니다.", "It is at most {most}.", most=most)
    return f"{number:f}"


def _money(question: Question, said: Any) -> dict[str, str]:
    if not isinstance(said, Mapping) or said.get("currency") not in question.currencies:
        raise Unsound("통화를 {all} 가운데에서 고르십시오.", "Choose a currency among {all}.", all=", ".join(question.currencies))
    number = Decimal(_number(said, question.limits.least, question.limits.most))
    digits = MINOR_DIGITS[said["currency"]]
    if number != round(number, digits):
        raise Unsound("소수점 아래 {digits}자리까지 적으십시오.", "Write up to {digits} digits after the point.", digits=digits)
    return {"amount": f"{number:f}", "currency": said["currency"]}


def _day(said: Any) -> str:
    try:
        day = date.fromisoformat(said.strip())
    except (ValueError, AttributeError, TypeError):
        raise Unsound("날짜를 2027-03-01처럼 적으십시오.", "Write the date as 2027-03-01.") from None
    if not 1900 <= day.year <= 2200:
        raise Unsound("1900년과 2200년 사이의 날짜여야 합니다.", "The date lies between 1900 and 2200.")
    return day.isoformat()


def _one_of(said: Any, choices: Sequence[Choice]) -> str:
    if not isinstance(said, str) or said not in {c.key for c in choices}:
        raise Unsound("목록에서 고르십시오.", "Choose one of the list.")
    return said


def _some_of(said: Any, choices: Sequence[Choice]) -> list[str]:
    keys = [c.key for c in choices]
    if not isinstance(said, list) or not all(isinstance(each, str) and each in keys for each in said):
        raise Unsound("목록에서 고르십시오.", "Choose among the list.")
    return [key for key in keys if key in said]


def _yes_no(said: Any) -> str:
    if said not in ("yes", "no"):
        raise Unsound("예나 아니요로 답하십시오.", "Answer yes or no.")
    return str(said)


def _files(question: Question, said: Any) -> list[str]:
    most = question.limits.files or FILES
    if not isinstance(said, list) or not all(isinstance(each, str) and each.strip() for each in said):
        raise Unsound("파일을 올리십시오.", "Add a file.")
    if len(said) > most:
        raise Unsound("파일은 {most}개까지입니다.", "Up to {most} files.", most=most)
    return list(said)


def _table(question: Question, said: Any) -> list[dict[str, str]] | None:
    if not isinstance(said, list) or not all(isinstance(row, Mapping) for row in said):
        raise Unsound("표로 답하십시오.", "Answer with rows.")
    kept, most = [], question.limits.rows or ROWS
    for number, row in enumerate(said, 1):
        if tidy := _row(question.columns, row, number):
            kept.append(tidy)
    if len(kept) > most:
        raise Unsound("{most}행까지 쓸 수 있습니다.", "Up to {most} rows.", most=most)
    return kept or None


def _row(columns: Sequence[Column], row: Mapping[str, Any], number: int) -> dict[str, str]:
    """One row, blank cells left out; empty where every cell is blank."""
    if not any(given(row.get(c.key)) for c in columns):
        return {}
    kept = {}
    for column in columns:
        value = row.get(column.key)
        place = {"row": number, "label": column.label}
        if not given(value):
            if column.required:
                raise Unsound("{row}행의 ‘{label}’이 비어 있습니다.", "“{label}” of row {row} is blank.", **place)
            continue
        try:
            kept[column.key] = _cell(column, value)
        except Unsound as wrong:
            raise Unsound("{row}행의 ‘{label}’: {why}", "“{label}” of row {row}: {why}", why=wrong.says, **place) from None
    return kept


def _cell(column: Column, value: Any) -> str:
    match column.kind:
        case "number":
            return _number(value, None, None)
        case "date":
            return _day(value)
        case "choice":
            return _one_of(value, column.choices)
        case "yes_no":
            return _yes_no(value)
    return _written(value, CELL, long=False)
