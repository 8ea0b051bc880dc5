"""Questions as data: what may be asked, and what of it may be read by whom. An attempt is marked by the database alone
(`safety_quiz_marked`): every question counts whose chosen answers are exactly the right ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from squaremile.kernel.words import Text, both

MOST_QUESTIONS, MOST_CHOICES = 60, 8


class Unsound(ValueError):
    """The questions cannot be asked: `says` names the first reason."""

    def __init__(self, ko: str, en: str) -> None:
        super().__init__(en)
        self.says = Text(ko=ko, en=en)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, what may be chosen, and which choices (counted from 0) are right: all of them and no other."""

    asks: Text
    choices: tuple[Text, ...]
    right: frozenset[int]
    """Empty where whoever asks may not know."""
    several: bool
    """More than one choice is right."""


def read(raw: Any) -> tuple[Question, ...]:
    """Questions from `[{ask_ko, ask_en, choices: [{ko, en}], right: [0]}]`. Raises Unsound."""
    if not isinstance(raw, list):
        raise Unsound("문항은 목록이어야 합니다.", "The questions are a list.")
    if len(raw) > MOST_QUESTIONS:
        raise Unsound(f"문항은 {MOST_QUESTIONS}개까지입니다.", f"There are at most {MOST_QUESTIONS} questions.")
    return tuple(_question(number, each) for number, each in enumerate(raw, 1))


def _question(number: int, raw: Any) -> Question:
    if not isinstance(raw, dict):
        raise Unsound(f"{number}번 문항을 읽을 수 없습니다.", f"Question {number} cannot be read.")
    asks = _text(raw.get("ask_ko"), raw.get("ask_en"))
    choices = raw.get("choices")
    if asks is None or not isinstance(choices, list) or not 2 <= len(choices) <= MOST_CHOICES:
        raise Unsound(
            f"{number}번 문항에는 질문과 보기 2~{MOST_CHOICES}개가 있어야 합니다.",
            f"Question {number} wants its words and 2 to {MOST_CHOICES} choices.",
        )
    said = [_text(c.get("ko"), c.get("en")) if isinstance(c, dict) else None for c in choices]
    told = [each for each in said if each is not None]
    if len(told) != len(choices):
        raise Unsound(f"{number}번 문항의 보기에 빈 것이 있습니다.", f"A choice of question {number} is blank.")
    right = raw.get("right")
    if not isinstance(right, list) or not right or not all(type(r) is int and 0 <= r < len(told) for r in right):
        raise Unsound(f"{number}번 문항의 정답이 보기에 없습니다.", f"The right answer of question {number} is not among its choices.")
    if len(set(right)) == len(told):
        raise Unsound(f"{number}번 문항은 모든 보기가 정답입니다.", f"Every choice of question {number} is right.")
    return Question(asks, tuple(told), frozenset(right), len(set(right)) > 1)


def _text(ko: Any, en: Any) -> Text | None:
    ko, en = (each.strip() if isinstance(each, str) else "" for each in (ko, en))
    return both(ko, en) if ko or en else None


def parted(questions: Iterable[Question]) -> tuple[list[dict[str, Any]], list[list[int]]]:
    """What everybody may read of the questions, and which choices are right, as two lists of the same length."""
    told, right = [], []
    for each in questions:
        told.append({
            "ask_ko": each.asks.ko, "ask_en": each.asks.en, "choices": [{"ko": c.ko, "en": c.en} for c in each.choices],
            "several": each.several,
        })
        right.append(sorted(each.right))
    return told, right


def asked(told: Iterable[Mapping[str, Any]], right: Sequence[Iterable[int]] = ()) -> tuple[Question, ...]:
    """Questions as they are kept, without the right answers, or with them for those who have both."""
    return tuple(
        Question(
            Text(ko=each["ask_ko"], en=each["ask_en"]), tuple(Text(ko=c["ko"], en=c["en"]) for c in each["choices"]),
            frozenset(right[n]) if n < len(right) else frozenset(), bool(each["several"]),
        )
        for n, each in enumerate(told)
    )
