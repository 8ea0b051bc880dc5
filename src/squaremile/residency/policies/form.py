"""A declared form: sections of questions as data, and which of them are asked, given the other answers.

The JSON of a form is read by `read` once `form_lint.lint` finds no fault in it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from squaremile.kernel.words import Text

KINDS = ("text", "long", "number", "money", "date", "choice", "choices", "yes_no", "table", "file")
IN_CELLS = ("text", "number", "date", "choice", "yes_no")
"""Kinds that a column of a table may have."""
CHOSEN = ("choice", "choices")
TESTS = ("is", "has", "at_least", "at_most", "answered")
MEANINGS: dict[str, tuple[str, ...]] = {
    "founded_on": ("date",), "capital_raised": ("money",), "stage": ("choice",), "works": ("choices",),
    "head_count": ("number",), "fields": ("choices", "text"), "competitors": ("table", "text"), "summary": ("text", "long"),
    "biosafety": ("choice",), "agents": ("table",), "chemicals": ("table",), "equipment": ("table",),
    "utilities": ("table",), "waste": ("table",),
}  # fmt: skip
"""What an answer means to the rules of a call and to safety, and the kinds of question that can say it."""


@dataclass(frozen=True, slots=True)
class Says:
    """A condition on one other answer."""

    question: str
    test: str
    value: Any


@dataclass(frozen=True, slots=True)
class Joined:
    """Conditions together: `all`, `any`, or `not` of the only one."""

    how: str
    parts: tuple["Condition", ...]


Condition = Says | Joined


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    label: Text


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the most: of a number or amount, of letters, of rows, of files. None is no limit."""

    least: Decimal | None = None
    most: Decimal | None = None
    letters: int | None = None
    rows: int | None = None
    files: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table question."""

    key: str
    kind: str
    label: Text
    required: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `confidential` is how its answer begins; the applicant may open it to sponsors and the public."""

    key: str
    kind: str
    label: Text
    help: Text = field(default_factory=lambda: Text(ko="", en=""))
    required: bool = False
    confidential: bool = True
    show_if: Condition | None = None
    limits: Limits = field(default_factory=Limits)
    choices: tuple[Choice, ...] = ()
    columns: tuple[Column, ...] = ()
    currencies: tuple[str, ...] = ("KRW", "USD")
    means: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: Text
    help: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """Sections in order. Keys of questions are unique in the whole form."""

    title: Text
    sections: tuple[Section, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(q for section in self.sections for q in section.questions)

    def question(self, key: str) -> Question | None:
        return next((q for q in self.questions if q.key == key), None)

    def meaning(self, means: str) -> Question | None:
        """The question whose answer means that, if one is asked."""
        return next((q for q in self.questions if q.means == means), None)


def read(data: Mapping[str, Any]) -> Form:
    """The form that sound JSON declares."""
    return Form(_text(data["title"]), tuple(
        Section(s["key"], _text(s["title"]), _text(s.get("help")), tuple(map(_question, s["questions"])))
        for s in data["sections"]
    ))


def shown(form: Form, answers: Mapping[str, Any]) -> tuple[Question, ...]:
    """The questions that are asked: those without a condition, and those whose condition the *shown* answers meet.

    An answer that is hidden itself counts as not given, so that nothing follows from what nobody is asked any more.
    """
    by_key, known = {q.key: q for q in form.questions}, dict[str, bool]()

    def asked(key: str) -> bool:
        if key not in known:
            condition = by_key[key].show_if
            known[key] = condition is None or _met(condition, value)
        return known[key]

    def value(key: str) -> Any:
        return answers.get(key) if asked(key) else None

    return tuple(q for q in form.questions if asked(q.key))


def questions_in(condition: Condition | None) -> tuple[str, ...]:
    """Which questions a condition looks at."""
    if condition is None:
        return ()
    if isinstance(condition, Says):
        return (condition.question,)
    return tuple(key for part in condition.parts for key in questions_in(part))


def given(value: Any) -> bool:
    """Is there an answer at all? Zero and "no" are answers; blank text, an empty list and an amount of nothing are not."""
    if isinstance(value, Mapping):
        return bool(str(value.get("amount", "")).strip())
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value != []


def _met(condition: Condition, value: Callable[[str], Any]) -> bool:
    if isinstance(condition, Joined):
        met = [_met(part, value) for part in condition.parts]
        return not met[0] if condition.how == "not" else all(met) if condition.how == "all" else any(met)
    said = value(condition.question)
    if condition.test == "answered":
        return given(said) == bool(condition.value)
    if not given(said):
        return False
    if condition.test == "is":
        return bool(said == condition.value)
    if condition.test == "has":
        return isinstance(said, list) and condition.value in said
    number = amount(said)
    if number is None:
        return False
    bound = Decimal(str(condition.value))
    return number >= bound if condition.test == "at_least" else number <= bound


def amount(said: Any) -> Decimal | None:
    """The number that an answer says, in major units where it is money; None for what is none."""
    text = str(said.get("amount", "")) if isinstance(said, Mapping) else said
    if isinstance(text, bool) or not isinstance(text, str | int):
        return None
    try:
        number = Decimal(str(text).replace(",", "").strip())
    except ArithmeticError:
        return None
    return number if number.is_finite() else None


def _text(said: Any) -> Text:
    return Text(ko=said["ko"], en=said["en"]) if said else Text(ko="", en="")


def _condition(said: Any) -> Condition | None:
    if not said:
        return None
    for how in ("all", "any"):
        if how in said:
            return Joined(how, tuple(part for each in said[how] if (part := _condition(each)) is not None))
    if "not" in said:
        inner = _condition(said["not"])
        return Joined("not", (inner,)) if inner is not None else None
    test = next(t for t in TESTS if t in said)
    return Says(said["question"], test, said[test])


def _choices(said: Sequence[Mapping[str, Any]]) -> tuple[Choice, ...]:
    return tuple(Choice(c["key"], _text(c["label"])) for c in said)


def _question(said: Mapping[str, Any]) -> Question:
    bounds = said.get("limits", {})
    numbers = {k: Decimal(str(bounds[k])) for k in ("least", "most") if k in bounds}
    counts = {k: int(bounds[k]) for k in ("letters", "rows", "files") if k in bounds}
    columns = tuple(
        Column(c["key"], c["kind"], _text(c["label"]), bool(c.get("required")), _choices(c.get("choices", ())))
        for c in said.get("columns", ())
    )
    return Question(
        said["key"], said["kind"], _text(said["label"]), _text(said.get("help")), bool(said.get("required")),
        bool(said.get("confidential", True)), _condition(said.get("show_if")),
        Limits(**numbers, **counts),  # type: ignore[arg-type]
        _choices(said.get("choices", ())), columns, tuple(said.get("currencies", ("KRW", "USD"))), said.get("means", ""),
    )
