"""The yearly questions, declared as data and kept in every version, and the entries that answers become."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from squaremile.kernel.money import MINOR_DIGITS, Money
from squaremile.kernel.words import Text
from squaremile.residency.policies.outcomes import KINDS
from squaremile.residency.words.outcomes import ROUNDS, SOURCES

NUMBER, MONEY, DAY, CHOICE, LINK = "number", "money", "day", "choice", "link"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `kind` and `field`: which entry the answer makes, and what it is in it."""

    name: str
    sort: str
    kind: str
    field: str
    says: Text
    choices: tuple[str, ...] = ()


def _choice(name: str, kind: str, field: str, says: Text, choices: Mapping[str, Text]) -> Question:
    return Question(name, CHOICE, kind, field, says, tuple(choices))


FORMS: dict[int, tuple[Question, ...]] = {
    1: (
        Question("jobs", NUMBER, "jobs", "count", Text(ko="기준일에 고용한 사람 수", en="People employed on the day")),
        Question("raised", MONEY, "capital", "amount", Text(ko="지난 한 해 유치한 자금", en="Capital raised in the past year")),
        _choice("currency", "capital", "currency", Text(ko="통화", en="Currency"), {c: Text(c, c) for c in MINOR_DIGITS}),
        _choice("round", "capital", "round", Text(ko="라운드", en="Round"), ROUNDS),
        _choice("source", "capital", "source", Text(ko="주된 자금원", en="Main source"), SOURCES),
        Question("raised_on", DAY, "capital", "on", Text(ko="납입일", en="Day it was paid in")),
        Question("filed", NUMBER, "patent_filed", "count", Text(ko="지난 한 해 출원한 특허", en="Patents filed in the past year")),
        Question("granted", NUMBER, "patent_granted", "count", Text(ko="지난 한 해 등록된 특허", en="Patents granted in the past year")),
        Question("trials", NUMBER, "trial_started", "count", Text(ko="지난 한 해 시작한 임상시험", en="Trials started in the past year")),
        Question("dosed", NUMBER, "participants_dosed", "count",
                 Text(ko="지난 한 해 투약한 대상자", en="Participants dosed in the past year")),
        Question("women", NUMBER, "founders", "count", Text(ko="창업자 가운데 여성", en="Women among the founders")),
        Question("founders", NUMBER, "founders", "of", Text(ko="창업자 모두", en="Founders in all")),
        Question("recommend", NUMBER, "nps", "count",
                 Text(ko="이곳을 동료에게 추천하시겠습니까? (0~10)", en="Would you recommend the place to a colleague? (0 to 10)")),
        Question("evidence", LINK, "", "evidence_url", Text(ko="증빙 주소(누리집, 보도자료)", en="Address of evidence (site, press release)")),
    ),
}
NEWEST = max(FORMS)
NONE_IS_NOTHING = ("patent_filed", "patent_granted", "trial_started", "participants_dosed")
"""Nought of these in a year is no entry."""


class Unfit(ValueError):
    """An answer that cannot be read. `question` is its name."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


def asked(form: int, name: str) -> Question:
    """A question by its name. Raises KeyError."""
    return {each.name: each for each in FORMS[form]}[name]


def entries(form: int, answers: Mapping[str, Any], as_of: date) -> dict[str, dict[str, Any]]:
    """The entries that answers make, by kind, as columns of an outcome. What was left blank makes none. Raises Unfit."""
    made: dict[str, dict[str, Any]] = {}
    names = {each.name for each in FORMS[form]}
    for unknown in set(answers) - names:
        raise Unfit(unknown)
    evidence = ""
    for question in FORMS[form]:
        answer = _read(question, answers.get(question.name))
        if answer is None:
            continue
        if question.sort == LINK:
            evidence = answer
        else:
            made.setdefault(question.kind, {})[question.field] = answer
    return {kind: _entry(kind, said, as_of, evidence) for kind, said in made.items() if _says(kind, said)}


def _says(kind: str, said: Mapping[str, Any]) -> bool:
    """Does it say anything of its own? A currency alone does not."""
    if kind == "capital":
        return bool(said.get("amount"))
    return not (kind in NONE_IS_NOTHING and said.get("count") == 0)


def _entry(kind: str, said: dict[str, Any], as_of: date, evidence: str) -> dict[str, Any]:
    on = said.pop("on", None) or as_of
    if on > as_of:
        raise Unfit("raised_on")
    currency = said.get("currency", "")
    if "amount" in said:
        if not currency:
            raise Unfit("currency")
        said["amount_minor"] = Money.rounded(said.pop("amount"), currency).minor
        if not said.get("source"):
            raise Unfit("source")
    rule = KINDS[kind]
    if "count" in said and not rule.least <= said["count"] <= rule.most:
        raise Unfit(next(q.name for q in FORMS[NEWEST] if q.kind == kind and q.field == "count"))
    if rule.of and not (said.get("of") and "count" in said and said["count"] <= said["of"]):
        raise Unfit("founders")
    return {"kind": kind, "happened_on": on, "evidence_url": evidence, **said}


def _read(question: Question, answer: Any) -> Any:
    """The answer as a value; None when it was left blank."""
    text = "" if answer is None else str(answer).strip()
    if not text:
        return None
    try:
        if question.sort == NUMBER:
            number = int(text)
            if number < 0:
                raise Unfit(question.name)
            return number
        if question.sort == MONEY:
            amount = Decimal(text)
            if not amount.is_finite() or not 0 <= amount < 10**15:
                raise Unfit(question.name)
            return amount
        if question.sort == DAY:
            return date.fromisoformat(text)
    except (ValueError, InvalidOperation) as error:
        raise Unfit(question.name) from error
    if question.sort == CHOICE and text not in question.choices:
        raise Unfit(question.name)
    if question.sort == LINK and not text.startswith(("http://", "https://")):
        raise Unfit(question.name)
    return text
