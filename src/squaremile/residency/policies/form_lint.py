"""Faults of a declared form, each with the place it is at: found before anybody is asked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text
from squaremile.residency.policies.form import CHOSEN, IN_CELLS, KINDS, MEANINGS, TESTS, questions_in, read

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
LIMITS = {"least", "most", "letters", "rows", "files"}
OF_QUESTION = {
    "key", "kind", "label", "help", "required", "confidential", "show_if", "limits", "choices", "columns", "currencies",
    "means",
}  # fmt: skip
CELLS_NEEDED = {
    "agents": {"name", "risk_group"}, "chemicals": {"name", "amount", "unit"}, "equipment": {"name", "count"},
    "utilities": {"name", "amount", "unit"}, "waste": {"name", "amount", "unit"}, "competitors": {"name"},
}  # fmt: skip
"""Columns without which a declared table cannot be read by safety and by the competition check."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where in the form: `sections.company.founded_on.label`."""

    where: str
    says: Text

    def __str__(self) -> str:
        return f"{self.where}: {self.says}"


def lint(data: Any) -> list[Fault]:
    """Every fault of the JSON of a form, in reading order; empty for a sound one."""
    shape = list(_form(data))
    return shape or list(_meaning(data))


def _fault(where: str, ko: str, en: str, **values: str) -> Fault:
    return Fault(where or "form", Text(ko=ko, en=en).fill(values))


def _form(data: Any) -> Iterator[Fault]:
    if not isinstance(data, Mapping) or not isinstance(data.get("sections"), list) or not data["sections"]:
        yield _fault("", "구획(sections)이 하나 이상 있어야 합니다.", "There must be at least one section in `sections`.")
        return
    yield from _both("title", data.get("title"))
    sections = set[str]()
    for number, section in enumerate(data["sections"], 1):
        where = f"sections.{section.get('key', number) if isinstance(section, Mapping) else number}"
        if not isinstance(section, Mapping) or not isinstance(section.get("questions"), list) or not section["questions"]:
            yield _fault(where, "구획에는 질문(questions)이 있어야 합니다.", "A section holds `questions`.")
            continue
        yield from _key(where, section.get("key"), sections)
        yield from _both(f"{where}.title", section.get("title"))
        yield from _optional(f"{where}.help", section.get("help"))
        for place, question in enumerate(section["questions"], 1):
            at = f"{where}.{question.get('key', place) if isinstance(question, Mapping) else place}"
            yield from _question(at, question)


def _key(where: str, key: Any, seen: set[str]) -> Iterator[Fault]:
    if not isinstance(key, str) or not KEY.fullmatch(key):
        yield _fault(
            where, "key는 소문자로 시작하는 영문 소문자, 숫자, 밑줄이어야 합니다(40자까지).",
            "A key is lower-case letters, digits and underscores, up to 40, and begins with a letter.",
        )
    elif key in seen:
        yield _fault(where, "key {key:이가} 두 번 쓰였습니다.", "The key {key} is used twice.", key=key)
    else:
        seen.add(key)


def _both(where: str, said: Any) -> Iterator[Fault]:
    """A text in both languages."""
    for lang, ko, en in (("ko", "한국어", "Korean"), ("en", "영어", "English")):
        if not isinstance(said, Mapping) or not isinstance(said.get(lang), str) or not said[lang].strip():
            yield _fault(
                where, "{name} 글이 없습니다.", "The text in {name} is missing.", name=Text(ko=ko, en=en),  # type: ignore[arg-type]
            )


def _optional(where: str, said: Any) -> Iterator[Fault]:
    if said is not None:
        yield from _both(where, said)


def _question(where: str, said: Any) -> Iterator[Fault]:
    if not isinstance(said, Mapping):
        yield _fault(where, "질문은 객체여야 합니다.", "A question is an object.")
        return
    yield from _key(where, said.get("key"), set())
    for name in sorted(set(said) - OF_QUESTION):
        yield _fault(where, "모르는 항목입니다: {name}", "Not known here: {name}", name=name)
    if said.get("kind") not in KINDS:
        yield _fault(where, "질문의 종류(kind)는 {all} 가운데 하나입니다.", "`kind` is one of {all}.", all=", ".join(KINDS))
        return
    yield from _both(f"{where}.label", said.get("label"))
    yield from _optional(f"{where}.help", said.get("help"))
    for name in ("required", "confidential"):
        if not isinstance(said.get(name, True), bool):
            yield _fault(f"{where}.{name}", "true나 false여야 합니다.", "Say true or false.")
    yield from _limits(f"{where}.limits", said.get("limits", {}))
    yield from _chosen(where, said)
    yield from _columns(where, said)
    yield from _shape_of(f"{where}.show_if", said.get("show_if"))
    yield from _money(where, said)


def _money(where: str, said: Mapping[str, Any]) -> Iterator[Fault]:
    kinds = said.get("currencies", ["KRW"])
    if not isinstance(kinds, list) or not kinds or not set(map(str, kinds)) <= set(MINOR_DIGITS):
        yield _fault(f"{where}.currencies", "통화는 {all} 가운데에서 고릅니다.", "Currencies are among {all}.", all=", ".join(MINOR_DIGITS))


def _limits(where: str, said: Any) -> Iterator[Fault]:
    if not isinstance(said, Mapping) or not set(said) <= LIMITS:
        yield _fault(where, "한도는 {all}입니다.", "Limits are {all}.", all=", ".join(sorted(LIMITS)))
        return
    for name, value in said.items():
        if isinstance(value, bool) or not isinstance(value, int) or (name not in ("least", "most") and value < 1):
            yield _fault(f"{where}.{name}", "정수로 적으십시오.", "Write a whole number.")
            return
    if said.get("least", 0) > said.get("most", said.get("least", 0)):
        yield _fault(where, "least가 most보다 큽니다.", "`least` is more than `most`.")


def _chosen(where: str, said: Mapping[str, Any]) -> Iterator[Fault]:
    choices = said.get("choices")
    if said["kind"] not in CHOSEN:
        if choices:
            yield _fault(where, "고르는 질문에만 choices가 있습니다.", "Only questions to choose in have `choices`.")
        return
    if not isinstance(choices, list) or not choices:
        yield _fault(where, "고를 것(choices)이 있어야 합니다.", "There must be `choices`.")
        return
    seen = set[str]()
    for number, choice in enumerate(choices, 1):
        at = f"{where}.choices.{number}"
        if not isinstance(choice, Mapping):
            yield _fault(at, "고를 것은 객체여야 합니다.", "A choice is an object.")
            continue
        yield from _key(at, choice.get("key"), seen)
        yield from _both(f"{at}.label", choice.get("label"))


def _columns(where: str, said: Mapping[str, Any]) -> Iterator[Fault]:
    columns = said.get("columns")
    if said["kind"] != "table":
        if columns:
            yield _fault(where, "표에만 columns가 있습니다.", "Only a table has `columns`.")
        return
    if not isinstance(columns, list) or not columns:
        yield _fault(where, "표에는 열(columns)이 있어야 합니다.", "A table has `columns`.")
        return
    seen = set[str]()
    for number, column in enumerate(columns, 1):
        at = f"{where}.columns.{number}"
        if not isinstance(column, Mapping) or column.get("kind") not in IN_CELLS:
            yield _fault(at, "열의 종류는 {all} 가운데 하나입니다.", "A column's `kind` is one of {all}.", all=", ".join(IN_CELLS))
            continue
        yield from _key(at, column.get("key"), seen)
        yield from _both(f"{at}.label", column.get("label"))
        yield from _chosen(at, column)


def _shape_of(where: str, said: Any) -> Iterator[Fault]:
    """A condition's own shape; whether its questions are there is asked of the whole form."""
    if said is None:
        return
    if isinstance(said, Mapping):
        joined = [how for how in ("all", "any", "not") if how in said]
        if len(said) == 1 and joined:
            parts = [said["not"]] if joined == ["not"] else said[joined[0]]
            if isinstance(parts, list) and parts and all(part is not None for part in parts):
                for part in parts:
                    yield from _shape_of(where, part)
                return
        tests = [t for t in TESTS if t in said]
        whole = isinstance(said.get("question"), str) and tests and set(said) == {"question", tests[0]}
        if whole and (tests[0] not in ("at_least", "at_most") or type(said[tests[0]]) is int):
            return
    yield _fault(
        where, "조건은 question과 {all} 가운데 하나, 또는 all, any, not입니다.",
        "A condition is `question` with one of {all}, or `all`, `any`, `not`.", all=", ".join(TESTS),
    )


def _meaning(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Across questions: keys used twice, conditions on what is not there or in a circle, meanings that do not fit."""
    form, seen, meant = read(data), set[str](), set[str]()
    by_key = {q.key: q for q in form.questions}
    for q in form.questions:
        yield from _key(q.key, q.key, seen)
        for other in questions_in(q.show_if):
            if other not in by_key:
                yield _fault(
                    f"{q.key}.show_if", "조건의 질문이 없습니다: {key}",
                    "The condition asks for a question that is not there: {key}", key=other,
                )
        yield from _choices_meant(data, q.key, by_key)
        if q.means and q.kind not in MEANINGS.get(q.means, ()):
            yield _fault(
                f"{q.key}.means", "이 종류의 질문은 그 뜻을 나타낼 수 없습니다: {name}",
                "A question of this kind cannot mean {name}.", name=q.means,
            )
        elif q.means in meant:
            yield _fault(f"{q.key}.means", "뜻이 두 번 쓰였습니다: {name}", "Two questions mean {name}.", name=q.means)
        elif lacking := _cells_lacking(q.means, {c.key for c in q.columns}, q.kind):
            yield _fault(f"{q.key}.columns", "이 표에 필요한 열이 없습니다: {all}", "The table lacks columns: {all}", all=", ".join(lacking))
        if q.kind in MEANINGS.get(q.means, ()):
            meant.add(q.means)
    needs = {q.key: [k for k in questions_in(q.show_if) if k in by_key] for q in form.questions}
    if circle := _circle(needs):
        yield _fault(f"{circle[0]}.show_if", "조건이 돌고 돕니다: {all}", "Conditions go in a circle: {all}", all=" → ".join(circle))


def _cells_lacking(means: str, columns: set[str], kind: str) -> list[str]:
    return sorted(CELLS_NEEDED.get(means, set()) - columns) if kind == "table" else []


def _choices_meant(data: Mapping[str, Any], key: str, by_key: Mapping[str, Any]) -> Iterator[Fault]:
    """A condition on a choice that the question does not offer is never met."""
    said = next(q for s in data["sections"] for q in s["questions"] if q["key"] == key).get("show_if")
    waiting = [said] if said else []
    while waiting:
        part = waiting.pop()
        waiting += part.get("all", []) + part.get("any", []) + ([part["not"]] if "not" in part else [])
        other = by_key.get(part.get("question"))
        if other is None:
            continue
        wanted = part.get("is", part.get("has"))
        offered = {c.key for c in other.choices} if other.kind in CHOSEN else {"yes", "no"}
        closed = other.kind in (*CHOSEN, "yes_no")
        if wanted is not None and closed and str(wanted) not in offered:
            yield _fault(
                f"{key}.show_if", "{key} 질문에 없는 답입니다: {name}", "{key} offers no such answer: {name}",
                key=other.key, name=str(wanted),
            )


def _circle(needs: Mapping[str, list[str]]) -> list[str]:
    """A circle of conditions, its first question said again at the end; empty where there is none."""
    done = set[str]()

    def walk(key: str, path: list[str]) -> list[str]:
        if key in path:
            return [*path[path.index(key) :], key]
        if key in done:
            return []
        for other in needs[key]:
            if found := walk(other, [*path, key]):
                return found
        done.add(key)
        return []

    return next((found for key in needs if (found := walk(key, []))), [])
