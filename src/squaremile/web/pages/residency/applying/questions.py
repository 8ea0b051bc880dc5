"""Questions of a declared form as inputs of a page, and what was sent as an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from squaremile.kernel.errors import SquaremileError
from squaremile.residency.policies.form import Choice, Column, Question
from squaremile.residency.policies.form_answers import ROWS
from squaremile.residency.reads.papers import Asked

SPARE = 2
"""Blank rows after those of a table."""
INPUTS = {"text": "text", "date": "date", "number": "text", "yes_no": "text"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One input of a table."""

    name: str
    id: str
    column: Column
    value: str
    input: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A question ready for its template. `value` is what stands in the input: what was sent, else what is kept."""

    asked: Asked
    value: Any
    rows: tuple[tuple[Cell, ...], ...]
    refusal: SquaremileError | None = None
    theirs: str = ""
    """Another writer's answer, where the two met."""
    saved: bool = False
    elsewhere: bool = False
    """Sent beside the question that was saved, to be put in its own place."""

    @property
    def id(self) -> str:
        return f"q-{self.asked.question.key}"

    @property
    def input(self) -> str:
        return INPUTS.get(self.asked.question.kind, "text")


def ready(
    asked: Asked, *, sent: Any = None, refusal: SquaremileError | None = None, theirs: str = "", saved: bool = False,
    elsewhere: bool = False,
) -> Shown:
    """A question with what is kept, or with what was `sent` where that was refused."""
    value = asked.kept.value if refusal is None else sent
    return Shown(asked, value, _rows(asked.question, value), refusal, theirs, saved, elsewhere)


def sent_to(question: Question, data: QueryDict) -> Any:
    """The raw answer in what a browser sent; the operation says whether it is sound."""
    match question.kind:
        case "choices":
            return data.getlist("value")
        case "money":
            return {"amount": data.get("value", ""), "currency": data.get("currency", "")}
        case "table":
            rows = range(min(_count(data), ROWS + SPARE))
            return [{c.key: data.get(f"r{n}-{c.key}", "") for c in question.columns} for n in rows]
    return data.get("value", "")


def _count(data: QueryDict) -> int:
    text = data.get("rows", "0")
    return int(text) if text.isdecimal() and len(text) < 4 else 0


def _rows(question: Question, value: Any) -> tuple[tuple[Cell, ...], ...]:
    if question.kind != "table":
        return ()
    kept: list[Mapping[str, Any]] = [row for row in value or () if any(str(cell).strip() for cell in row.values())]
    most = question.limits.rows or ROWS
    rows = [*kept, *({} for _ in range(SPARE))][: max(most, len(kept))]
    return tuple(
        tuple(
            Cell(
                f"r{n}-{c.key}", f"q-{question.key}-{n}-{c.key}", c, str(row.get(c.key, "")), INPUTS.get(c.kind, "text"),
                c.choices,
            )
            for c in question.columns
        )
        for n, row in enumerate(rows)
    )
