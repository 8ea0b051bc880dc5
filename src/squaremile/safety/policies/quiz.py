"""Questions as data, and what an attempt at them is worth."""

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

    @property
    def several(self) -> bool:
        """More than one choice is right."""
        return len(self.right) > 1


@dataclass(frozen=True, slots=True)
class Mark:
    """How many were answered right, out of how many."""

    right: int
    of: int

    def reaches(self, percent: int) -> bool:
        """Whether it is at least `percent` of the whole, counted exactly (no rounding up)."""
        return self.right * 100 >= percent * self.of


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
    return Question(asks, tuple(told), frozenset(right))


def _text(ko: Any, en: Any) -> Text | None:
    ko, en = (each.strip() if isinstance(each, str) else "" for each in (ko, en))
    return both(ko, en) if ko or en else None


def mark(questions: Sequence[Question], answers: Mapping[int, Iterable[int]]) -> Mark:
    """Count the questions (from 0) whose chosen answers are exactly the right ones. What is not answered is wrong."""
    right = sum(frozenset(answers.get(n, ())) == question.right for n, question in enumerate(questions))
    return Mark(right, len(questions))
