"""Who may apply, by rules that a call declares. Each verdict shows its arithmetic; what is unknown is never a yes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text
from squaremile.residency.policies.form import Form, amount, given, shown
from squaremile.residency.words.companies import STAGES

RULES = ("age_most", "capital_most", "stages", "no_work", "people_most")
NEEDS = {
    "age_most": {"years"}, "capital_most": {"amount", "currency"}, "stages": {"allowed"}, "no_work": {"works"},
    "people_most": {"people"},
}  # fmt: skip
NAMES = {
    "age_most": Text(ko="설립 후 기간", en="Age of the company"),
    "capital_most": Text(ko="지금까지 받은 투자", en="Capital raised"),
    "stages": Text(ko="성장 단계", en="Stage"),
    "no_work": Text(ko="할 수 없는 연구", en="Prohibited work"),
    "people_most": Text(ko="입주 인원", en="Head count"),
}
WORKS = {
    "bsl4": Text(ko="BSL-4", en="BSL-4"),
    "bsl3": Text(ko="BSL-3", en="BSL-3"),
    "select_agents": Text(ko="고위험병원체", en="select agents"),
    "radioisotopes": Text(ko="방사성동위원소", en="radioisotopes"),
    "animals": Text(ko="동물실험", en="animals"),
    "primates": Text(ko="영장류", en="primates"),
    "controlled_drugs": Text(ko="마약류", en="controlled drugs"),
    "human_subjects": Text(ko="인체 대상 시험", en="human subjects"),
}
"""Work that a site may not be fit for; a form's own further keys are said as they are."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules look at. None is "not said"; `askable` are the kinds of work that the form asks about."""

    founded_on: date | None = None
    raised: Decimal | None = None
    currency: str = ""
    stage: str = ""
    works: frozenset[str] | None = None
    askable: frozenset[str] = frozenset()
    shown_works: frozenset[str] = frozenset()
    """Work that follows from the declaration itself (an agent of risk group 4 is BSL-4), whatever else is said."""
    people: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rule: it holds, it does not, or (None) nobody can tell yet. `arithmetic` says how it was judged."""

    rule: str
    holds: bool | None
    name: Text
    arithmetic: Text


def facts(form: Form, answers: Mapping[str, Any], shown_works: frozenset[str] = frozenset()) -> Facts:
    """What these answers say of the company, by what the questions mean. Hidden questions say nothing."""
    by_meaning = {q.means: q for q in shown(form, answers) if q.means}
    said = {means: answers.get(q.key) for means, q in by_meaning.items()}
    raised, works = said.get("capital_raised"), said.get("works")
    asks = by_meaning.get("works")
    return Facts(
        founded_on=_day(said.get("founded_on")),
        raised=amount(raised) if given(raised) else None,
        currency=raised.get("currency", "") if isinstance(raised, Mapping) else "",
        stage=said.get("stage") or "",
        works=frozenset(works) if isinstance(works, list) and works else None,
        askable=frozenset(c.key for c in asks.choices) if asks else frozenset(),
        shown_works=shown_works,
        people=amount(said.get("head_count")),
    )


def judged(rules: Sequence[Mapping[str, Any]], known: Facts, today: date) -> list[Verdict]:
    """A verdict for each rule, on the day `today`."""
    return [_JUDGES[rule["rule"]](rule, known, today) for rule in rules]


def asked(rule: Mapping[str, Any]) -> Text:
    """A rule in words, for whoever thinks of applying."""
    match rule["rule"]:
        case "age_most":
            return Text(ko="설립 {n}년 이내", en="Founded within the last {n} years").fill({"n": rule["years"]})
        case "capital_most":
            return Text(ko="지금까지 받은 투자 {c} {n} 이하", en="Capital raised of {c} {n} at most").fill(
                {"c": rule["currency"], "n": f"{amount(rule['amount']):,}"})
        case "stages":
            return Text(ko="성장 단계: {all}", en="Stages: {all}").fill({"all": _stages_said(rule["allowed"])})
        case "no_work":
            return _listed("할 수 없는 연구: {all}", "Not possible here: {all}", rule["works"])
    return Text(ko="입주 인원 {n}명 이하", en="{n} people at most").fill({"n": rule["people"]})


def _stages_said(stages: Sequence[str]) -> Text:
    found = [STAGES.get(stage, Text(ko=stage, en=stage)) for stage in stages]
    return Text(ko=", ".join(s.ko for s in found), en=", ".join(s.en for s in found))


def overall(verdicts: Sequence[Verdict]) -> bool | None:
    """No where one rule says no; else unknown where one is; yes only where all hold."""
    said = {v.holds for v in verdicts}
    return False if False in said else None if None in said else True


def faults(rules: Any) -> list[Text]:
    """What is wrong with the declared rules of a call; empty where they are sound."""
    if not isinstance(rules, list):
        return [Text(ko="규칙은 목록이어야 합니다.", en="Rules are a list.")]
    return [fault for number, rule in enumerate(rules, 1) for fault in _faults(number, rule)]


def _faults(number: int, rule: Any) -> Iterator[Text]:
    def fault(ko: str, en: str, **values: Any) -> Text:
        return Text(ko="{number}번 규칙: " + ko, en="Rule {number}: " + en).fill({"number": number, **values})

    if not isinstance(rule, Mapping) or rule.get("rule") not in RULES:
        yield fault("rule은 {all} 가운데 하나입니다.", "`rule` is one of {all}.", all=", ".join(RULES))
        return
    lacking = sorted(NEEDS[rule["rule"]] - set(rule))
    if lacking:
        yield fault("{all}이 필요합니다.", "{all} is needed.", all=", ".join(lacking))
        return
    for name in {"years", "people", "amount"} & set(rule):
        number_said = amount(rule[name])
        if number_said is None or number_said <= 0:
            yield fault("{name:은는} 0보다 큰 수입니다.", "{name} is a number above zero.", name=name)
    for name in {"allowed", "works"} & set(rule):
        if not isinstance(rule[name], list) or not rule[name] or not all(isinstance(each, str) for each in rule[name]):
            yield fault("{name:은는} 비어 있지 않은 목록입니다.", "{name} is a list that is not empty.", name=name)
    if "currency" in rule and rule["currency"] not in MINOR_DIGITS:
        yield fault("모르는 통화입니다.", "The currency is not known here.")
    rates = rule.get("for_one", {})
    if not isinstance(rates, Mapping) or not all((amount(rate) or 0) > 0 for rate in rates.values()):
        yield fault("for_one은 통화마다 환율입니다.", "`for_one` gives a rate for each currency.")


def _day(said: Any) -> date | None:
    try:
        return date.fromisoformat(said)
    except (TypeError, ValueError):
        return None


def _unsaid(rule: str) -> Verdict:
    return Verdict(rule, None, NAMES[rule], Text(
        ko="아직 답하지 않아 알 수 없습니다.", en="Not answered yet, so nobody can tell."))


def _age(rule: Mapping[str, Any], known: Facts, today: date) -> Verdict:
    years, founded = int(amount(rule["years"]) or 0), known.founded_on
    if founded is None or founded > today:
        return _unsaid("age_most")
    months = (today.year - founded.year) * 12 + today.month - founded.month - (today.day < founded.day)
    holds = months < years * 12 or (months == years * 12 and today.day == founded.day)
    return Verdict("age_most", holds, NAMES["age_most"], Text(
        ko="{founded} 설립, {today} 현재 {y}년 {m}개월 · 한도 {years}년",
        en="founded {founded}: {y} years {m} months on {today} · limit {years} years",
    ).fill({"founded": founded, "today": today, "y": months // 12, "m": months % 12, "years": years}))


def _capital(rule: Mapping[str, Any], known: Facts, today: date) -> Verdict:
    limit, currency = amount(rule["amount"]) or Decimal(0), rule["currency"]
    if known.raised is None:
        return _unsaid("capital_most")
    told = {"raised": f"{known.raised:,}", "own": known.currency, "limit": f"{limit:,}", "currency": currency}
    rate = Decimal(1) if known.currency == currency else amount(rule.get("for_one", {}).get(known.currency))
    if rate is None:
        return Verdict("capital_most", None, NAMES["capital_most"], Text(
            ko="{own} {raised:을를} {currency}로 바꿀 환율이 이 공고에 없습니다 · 한도 {currency} {limit}",
            en="the call gives no rate to turn {own} {raised} into {currency} · limit {currency} {limit}",
        ).fill(told))
    turned = known.raised / rate
    told |= {"turned": f"{turned:,.0f}", "rate": f"{rate:,}", "sign": "≤" if turned <= limit else ">"}
    how = "{own} {raised}" if known.currency == currency else "{own} {raised} ÷ {rate} = {currency} {turned}"
    return Verdict("capital_most", turned <= limit, NAMES["capital_most"], Text(
        ko=how + " {sign} {currency} {limit}", en=how + " {sign} {currency} {limit}").fill(told))


def _stages(rule: Mapping[str, Any], known: Facts, today: date) -> Verdict:
    if not known.stage:
        return _unsaid("stages")
    told = {"stage": _stages_said([known.stage]), "allowed": _stages_said(rule["allowed"])}
    return Verdict("stages", known.stage in rule["allowed"], NAMES["stages"], Text(
        ko="{stage} · 받는 단계: {allowed}", en="{stage} · stages taken: {allowed}").fill(told))


def _work(rule: Mapping[str, Any], known: Facts, today: date) -> Verdict:
    banned = frozenset(rule["works"])
    found = sorted(banned & ((known.works or frozenset()) | known.shown_works))
    if found:
        return Verdict("no_work", False, NAMES["no_work"], _listed("이 센터에서 할 수 없습니다: {all}", "not possible at this site: {all}", found))
    unasked = sorted(banned - known.askable)
    if known.works is None:
        return _unsaid("no_work")
    if unasked:
        return Verdict("no_work", None, NAMES["no_work"], _listed("신청서가 묻지 않는 것: {all}", "the form does not ask about: {all}", unasked))
    return Verdict("no_work", True, NAMES["no_work"], _listed("해당 없음: {all}", "none declared of: {all}", sorted(banned)))


def _listed(ko: str, en: str, works: Sequence[str]) -> Text:
    said = [WORKS.get(work, Text(ko=work, en=work)) for work in works]
    return Text(ko=ko.format(all=", ".join(s.ko for s in said)), en=en.format(all=", ".join(s.en for s in said)))


def _people(rule: Mapping[str, Any], known: Facts, today: date) -> Verdict:
    if known.people is None:
        return _unsaid("people_most")
    most = amount(rule["people"]) or Decimal(0)
    return Verdict("people_most", known.people <= most, NAMES["people_most"], Text(
        ko="{people}명 · 한도 {most}명", en="{people} people · limit {most}").fill({"people": known.people, "most": most}))


_JUDGES = {"age_most": _age, "capital_most": _capital, "stages": _stages, "no_work": _work, "people_most": _people}
