"""Budgets of projects and cost centres, and telling their owners once for each limit."""

from datetime import date
from uuid import UUID

from django.db import transaction

from squaremile.billing import rules
from squaremile.billing.models import Budget, BudgetAlert
from squaremile.billing.policies import budgets as policy
from squaremile.billing.reads import budgets as reads
from squaremile.billing.reads.rating import said
from squaremile.billing.words import budgets as words
from squaremile.core.notices import tell
from squaremile.core.reads import organisations, people
from squaremile.core.words import NOT_FOUND, PERSON_UNKNOWN, PROJECT_UNKNOWN
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.operation import note, operation

CONSTRAINTS = {
    "budget_once": words.EXISTS, "budget_of_one": words.UNSOUND, "budget_sound": words.UNSOUND, "budget_project_its_own": words.NOT_ITS_OWN,
    "billing_budget_code_key": words.EXISTS,
}


@operation(
    "billing.add_budget", ko="예산 만들기", en="Make a budget", may=rules.keep_budgets,
    refuses=(words.UNSOUND, NOT_FOUND, PROJECT_UNKNOWN, PERSON_UNKNOWN), constraints=CONSTRAINTS,
)
def add_budget(
    *, organisation: UUID, span: str, first_day: date, project: str = "", cost_centre: str = "", soft_limit: int | None = None,
    hard_limit: int | None = None, last_day: date | None = None, currency: str = "KRW", person: UUID | None = None,
) -> Budget:
    """Limits on what a project costs, or every project of a cost centre. Net, before vouchers. `person` is told of them too."""
    if bool(project) == bool(cost_centre.strip()):
        raise Invalid(words.UNSOUND)
    _sound(span, first_day, last_day, soft_limit, hard_limit, currency)
    organisations.named(organisation)
    made = Budget.objects.create(
        code=short_code("BU"), organisation_id=organisation, project_id=people.project(organisation, project) if project else None,
        cost_centre=cost_centre.strip(), currency=currency, per=span, since=first_day, until=last_day, soft=soft_limit, hard=hard_limit,
        owner_id=_owner(organisation, person), made_at=clock.now(),
    )
    note(subject=made, organisation=organisation, soft=soft_limit, hard=hard_limit)
    return made


@operation(
    "billing.change_budget", ko="예산 바꾸기", en="Change a budget", may=rules.keep_budgets,
    refuses=(words.UNKNOWN, words.OVER, words.UNSOUND, PERSON_UNKNOWN), constraints=CONSTRAINTS,
)
def change_budget(
    *, budget: str, soft_limit: int | None = None, hard_limit: int | None = None, last_day: date | None = None, person: UUID | None = None,
) -> Budget:
    """The limits, last day and owner from now on; what is left out is no longer there. What was told is not told again."""
    found = _locked(budget)
    _sound(found.per, found.since, last_day, soft_limit, hard_limit, found.currency)
    found.soft, found.hard, found.until, found.owner_id = soft_limit, hard_limit, last_day, _owner(found.organisation_id, person)
    found.save(update_fields=["soft", "hard", "until", "owner"])
    note(subject=found, organisation=found.organisation_id, soft=soft_limit, hard=hard_limit)
    return found


@operation(
    "billing.end_budget", ko="예산 끝내기", en="End a budget", may=rules.keep_budgets, refuses=(words.UNKNOWN, words.OVER),
    constraints=CONSTRAINTS,
)
def end_budget(*, budget: str) -> Budget:
    """It limits nothing any more; what was told stays in the record."""
    found = _locked(budget)
    found.ended_at = clock.now()
    found.save(update_fields=["ended_at"])
    note(subject=found, organisation=found.organisation_id)
    return found


@operation(
    "billing.watch_budgets", ko="예산 살피기", en="Watch the budgets", may=rules.by_the_clock, constraints={"budget_alert_once": words.EXISTS},
)
def watch_budgets() -> int:
    """Each limit that was reached in its span is told once, to the owner and the company's admins."""
    told = 0
    for one in reads.standings():
        if one.span is None:
            continue
        known = set(BudgetAlert.objects.filter(budget=one.budget, first=one.span.first).values_list("threshold", flat=True))
        for threshold in one.reached:
            if threshold not in known:
                _tell(one, one.span, threshold)
                told += 1
    note(told=told)
    return told


def _tell(one: reads.Standing, span: policy.Span, threshold: str) -> None:
    budget = one.budget
    with transaction.atomic():
        BudgetAlert.objects.create(
            budget=budget, organisation_id=budget.organisation_id, first=span.first, threshold=threshold, spent=one.spent.minor, at=clock.now()
        )
    limit = budget.soft if threshold == "soft" else budget.hard
    text = words.REACHED[threshold].fill({
        "title": one.title, "first": span.first, "spent": said(one.spent.minor, budget.currency), "limit": said(limit or 0, budget.currency),
    })
    readers = {*people.admins(budget.organisation_id), *({budget.owner_id} if budget.owner_id else set())}
    origin = f"budget:{budget.id}:{span.first}:{threshold}"
    tell(sorted(readers, key=str), "billing.budget", text, "/money/budgets/", origin, about=budget.organisation_id)


def _sound(span: str, first: date, last: date | None, soft: int | None, hard: int | None, currency: str) -> None:
    limits = [limit for limit in (soft, hard) if limit is not None]
    amiss = (
        span not in policy.PERIODS or currency not in MINOR_DIGITS or not limits or min(limits) <= 0 or max(limits) >= 10**15
        or (soft is not None and hard is not None and soft > hard) or (last is not None and last < first)
    )
    if amiss:
        raise Invalid(words.UNSOUND)


def _owner(organisation: UUID, person: UUID | None) -> UUID | None:
    if person is not None and not people.member(person, organisation):
        raise Refused(PERSON_UNKNOWN)
    return person


def _locked(code: str) -> Budget:
    found = Budget.objects.select_for_update(of=("self",)).filter(code=code).first()
    if found is None:
        raise Missing(words.UNKNOWN)
    if found.ended_at is not None:
        raise Refused(words.OVER)
    return found
