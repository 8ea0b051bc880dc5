"""Nothing lets a company stay longer than its evaluations have granted, nor anybody longer than the rule of stays allows."""

from collections.abc import Sequence
from datetime import date

from squaremile.kernel.errors import Refused
from squaremile.kernel.ids import short_code
from squaremile.residency.models import Company, Evaluation, Residence, StayTerms
from squaremile.residency.policies.stay import Stay, StayRule, evaluations, stay
from squaremile.residency.reads.days import today
from squaremile.residency.words import life as words

REFUSES = (words.STAY_SPENT, words.NOT_RENEWED, words.STAY_UNDECIDED)


def within_stay(company: Company, last_day: date, begins: date) -> None:
    """Inside another operation that would let the company have places until a day. Raises one of `REFUSES`.

    A company that comes for the first time, or comes again, has no stay yet: it begins with its licence (`begins`), which may
    run for the longest stay there is under the newest rule, and as long as it likes where there is none.
    """
    lived = Residence.objects.select_related("terms").filter(company=company).first() if company.state == "resident" else None
    if lived is None:
        if newest := _newest():
            _not_beyond(stay(begins, 0, rule_of(newest)), last_day)
        return
    held = list(Evaluation.objects.filter(company=company).exclude(state="planned").order_by("number").values_list("number", "state"))
    rule = rule_of(lived.terms)
    renewed = min(sum(state == "renewed" for _number, state in held), rule.most_extensions)
    granted = stay(lived.moved_in_on, renewed, rule)
    _not_beyond(granted, last_day)
    if last_day > granted.until:
        ending = [number for number, state in held if state == "ending"]
        code = words.NOT_RENEWED if ending else words.STAY_UNDECIDED
        number = ending[0] if ending else len(held) + 1
        raise Refused(code, {"number": number, "until": granted.until}, arithmetic=granted.arithmetic)


def _not_beyond(granted: Stay, last_day: date) -> None:
    if last_day > granted.latest:
        raise Refused(words.STAY_SPENT, {"latest": granted.latest}, arithmetic=granted.arithmetic)


def settled_in(company: Company) -> None:
    """A licence begins, inside another operation: from today the stay is counted, under the newest rule of stays there is."""
    terms = _newest()
    if terms is not None and not Residence.objects.filter(company=company).exists():
        begin_stay(company, terms, today())


def _newest() -> StayTerms | None:
    return StayTerms.objects.order_by("-made_at", "-id").first()


def begin_stay(company: Company, terms: StayTerms, day: date) -> Residence:
    """The stay, with its evaluations planned."""
    made = Residence.objects.create(company=company, terms=terms, moved_in_on=day)
    planned: Sequence[date] = evaluations(day, rule_of(terms))
    Evaluation.objects.bulk_create(
        Evaluation(code=short_code("EV"), company=company, number=n, due_on=due, state="planned") for n, due in enumerate(planned, 1)
    )
    return made


def rule_of(terms: StayTerms) -> StayRule:
    return StayRule(terms.base_months, terms.extension_months, terms.most_extensions, terms.pass_mark)
