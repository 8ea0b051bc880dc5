"""Nothing lets a company stay longer than its evaluations have granted, nor anybody longer than the rule of stays allows.

A company that left and was admitted again begins a new stay with its new licence: another row with the next number, from that
day, under the newest rule, with evaluations of its own. The earlier row is not written over, for its evaluations and what was
granted by them are read in the company's record for as long as that lasts; and it is not closed, for the exit says when it ended.
"""

from collections.abc import Sequence
from datetime import date

from squaremile.kernel.errors import Refused
from squaremile.kernel.ids import short_code
from squaremile.residency.models import Company, Evaluation, Residence, StayTerms, Suspension
from squaremile.residency.operations.suspensions import move
from squaremile.residency.policies.stay import Stay, StayRule, evaluations, stay
from squaremile.residency.reads.days import today
from squaremile.residency.reads.residences import newest
from squaremile.residency.words import life as words

REFUSES = (words.STAY_SPENT, words.NOT_RENEWED, words.STAY_UNDECIDED)


def within_stay(company: Company, last_day: date, begins: date) -> None:
    """Inside another operation that would let the company have places until a day. Raises one of `REFUSES`.

    A company that comes for the first time, or comes again, has no stay yet: it begins with its licence (`begins`), which may
    run for the longest stay there is under the newest rule, and as long as it likes where there is none.
    """
    lived = newest(company.id) if company.state == "resident" else None
    if lived is None:
        if terms := _newest():
            _not_beyond(stay(begins, 0, rule_of(terms)), last_day)
        return
    own = Evaluation.objects.filter(company=company, stay=lived.number)
    held = list(own.exclude(state="planned").order_by("number").values_list("number", "state"))
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


def settled_in(company: Company, *, comes: bool) -> None:
    """A licence begins, inside another operation: from today the stay is counted, under the newest rule of stays there is.

    `comes`: it moves in with it, for the first time or again. A notice or a suspension of its earlier stay, the one that ended
    its licence too, is over: it proved that nothing was left, and was admitted with open eyes.
    """
    terms = _newest()
    if terms is not None and (comes or newest(company.id) is None):
        begin_stay(company, terms, today())
    if comes:
        for old in Suspension.objects.select_for_update().filter(company=company, state__in=("noticed", "suspended", "terminated")):
            move(old, "cured" if old.state == "noticed" else "lifted")


def _newest() -> StayTerms | None:
    return StayTerms.objects.order_by("-made_at", "-id").first()


def begin_stay(company: Company, terms: StayTerms, day: date) -> Residence:
    """The stay, with its evaluations planned. Another one than the company has had."""
    earlier = newest(company.id)
    made = Residence.objects.create(company=company, number=earlier.number + 1 if earlier else 1, terms=terms, moved_in_on=day)
    planned: Sequence[date] = evaluations(day, rule_of(terms))
    Evaluation.objects.bulk_create(
        Evaluation(code=short_code("EV"), company=company, stay=made.number, number=n, due_on=due, state="planned")
        for n, due in enumerate(planned, 1)
    )
    return made


def rule_of(terms: StayTerms) -> StayRule:
    return StayRule(terms.base_months, terms.extension_months, terms.most_extensions, terms.pass_mark)
