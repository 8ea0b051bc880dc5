"""Budgets with what was spent of them; and what one says of a booking that is only meant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from squaremile.billing.models import Budget, BudgetAlert, Issuer
from squaremile.billing.policies import budgets as policy
from squaremile.billing.reads import fees, months, owed
from squaremile.billing.words import budgets as words
from squaremile.core import meant as to_come
from squaremile.core.reads import organisations, people, projects
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.operation import under_way
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class Standing:
    """A budget in the span that holds on a day; `span` None where none does. `percent` is of the highest limit."""

    budget: Budget
    title: Text
    company: Text
    span: policy.Span | None
    spent: Money
    soft: Money | None
    hard: Money | None
    forecast: Money | None
    percent: int
    reached: tuple[str, ...]
    owner: Text | None
    told: tuple[tuple[date, Text], ...]
    aside: tuple[Money, ...] = ()
    """What it does not count: spent in other currencies than its own."""

    @property
    def per(self) -> Text:
        return words.PERIODS[self.budget.per]

    @property
    def state(self) -> str:
        """As <c-badge-state> takes it."""
        return "stop" if "hard" in self.reached else "warn" if "soft" in self.reached else "ok"

    @property
    def last(self) -> date | None:
        return self.span.last if self.span and self.span.last != date.max else None


def standings(day: date | None = None, only: UUID | None = None) -> list[Standing]:
    """Every budget that the asker sees and that is not ended. Statements grow with the companies, not with their budgets."""
    day = day or months.today()
    rows = Budget.objects.filter(ended_at=None).select_related("organisation", "project").order_by("organisation__code", "made_at", "id")
    if only is not None:
        rows = rows.filter(organisation_id=only)
    by_company = defaultdict[UUID, list[Budget]](list)
    for row in rows:
        by_company[row.organisation_id].append(row)
    known = _projects(by_company)
    told = _told([row.id for each in by_company.values() for row in each])
    names = people.named(row.owner_id for each in by_company.values() for row in each if row.owner_id)
    found = []
    for company, mine in by_company.items():
        for budget, span, amounts in _spent(company, mine, known, day):
            found.append(_standing(budget, span, amounts, day, names, told.get(budget.id, ())))
    return found


def _projects(companies: Iterable[UUID]) -> dict[tuple[UUID, str], set[UUID]]:
    """Projects by company and cost centre, and each by itself under nothing."""
    found = defaultdict[tuple[UUID, str], set[UUID]](set)
    for one in projects.projects(companies):
        found[one.organisation, one.reference].add(one.id)
    return found


def _spent(
    company: UUID, budgets: list[Budget], known: dict[tuple[UUID, str], set[UUID]], day: date
) -> Iterator[tuple[Budget, policy.Span | None, dict[str, int]]]:
    """With what was spent in each currency."""
    spans = [policy.span_on(b.per, b.since, b.until, day) for b in budgets]
    asked = [
        owed.Asked(
            frozenset(_of(b, known)), b.currency, span.first, span.last
        )
        for b, span in zip(budgets, spans, strict=True) if span is not None
    ]
    amounts = iter(owed.by_currency(company, asked))
    for budget, span in zip(budgets, spans, strict=True):
        yield budget, span, dict(next(amounts)) if span is not None else {}


def _told(budgets: list[UUID]) -> dict[UUID, tuple[tuple[date, Text], ...]]:
    found = defaultdict[UUID, list[tuple[date, Text]]](list)
    for alert in BudgetAlert.objects.filter(budget_id__in=budgets).order_by("-at")[:200]:
        found[alert.budget_id].append((alert.at.astimezone(months.zone()).date(), words.THRESHOLDS[alert.threshold]))
    return {budget: tuple(rows) for budget, rows in found.items()}


def title(budget: Budget) -> Text:
    """What it is of. The project is loaded."""
    if budget.project is None:
        return words.COST_CENTRE.fill({"code": budget.cost_centre})
    return both(budget.project.name_ko, budget.project.name_en)


def _standing(
    budget: Budget, span: policy.Span | None, amounts: dict[str, int], day: date, names: dict[UUID, people.Named],
    told: tuple[tuple[date, Text], ...],
) -> Standing:
    most, spent = budget.hard or budget.soft or 1, amounts.get(budget.currency, 0)
    pace = policy.at_this_pace(spent, span, day) if span else None

    def money(amount: int | None) -> Money | None:
        return None if amount is None else Money(amount, budget.currency)

    owner = names.get(budget.owner_id) if budget.owner_id else None
    return Standing(
        budget, title(budget), both(budget.organisation.name_ko, budget.organisation.name_en), span, Money(spent, budget.currency),
        money(budget.soft), money(budget.hard), money(pace), round(spent * 100 / most), policy.reached(spent, budget.soft, budget.hard),
        owner.name if owner else None, told,
        tuple(Money(amount, currency) for currency, amount in sorted(amounts.items()) if amount and currency != budget.currency),
    )


def budget(code: str) -> Budget:
    """By its code. Raises Missing for what one may not see."""
    found = Budget.objects.select_related("organisation", "project").filter(code=code).first()
    if found is None:
        raise Missing(words.UNKNOWN)
    return found


@dataclass(frozen=True, slots=True)
class Limit:
    """What a hard limit says of a booking that is meant. Not `counted`: the booking is priced in another currency than the limit."""

    title: Text
    first: date
    spent: Money
    held: Money
    fee: Money
    limit: Money
    fits: bool
    counted: bool = True


def _binding(organisation: UUID) -> bool:
    """Has any issuer of the organisation's accounts said that budgets bind? Whose booking it is, its fee says."""
    return Issuer.objects.filter(budgets_bind=True, accounts__organisation_id=organisation, accounts__active=True).exists()


def limits(meant: to_come.Meant) -> list[Limit]:
    """Hard limits that the project of a booking is under, where whoever bills it says that budgets bind: with what was spent, and what
    the bookings that are held will cost. One that is moved is asked for what it takes beyond what it holds of a span already. One
    statement where there is none. Inside an operation those who book under one limit queue for it."""
    if meant.project is None:
        return []
    mine = list(Budget.objects.filter(organisation_id=meant.organisation, ended_at=None, hard__isnull=False).select_related("project"))
    project = projects.some([meant.project]).get(meant.project) if mine else None
    if project is None:
        return []
    rows = [b for b in mine if b.project_id == project.id or (b.cost_centre and b.cost_centre == project.reference)]
    if not rows or not _binding(meant.organisation):
        return []
    _queue_for(rows)
    day = meant.start.astimezone(months.zone()).date()
    known = _projects([meant.organisation])
    asked = fees.fee(meant)
    if asked is None or asked.net is None or not asked.binds:
        return []
    priced_in = asked.net.currency
    others_too = [b for b in rows if b.currency != priced_in and policy.span_on(b.per, b.since, b.until, day) is not None]
    found = [_aside(b, asked.net, day) for b in others_too]
    rows = [b for b in rows if b.currency == priced_in]
    held = to_come.held(meant.organisation, {p for b in rows for p in _of(b, known)})
    after = sorted((*(one for one in held if not _same(one, meant)), meant), key=lambda one: (one.start, one.subject))
    before, then = (fees.together(meant.organisation, several) if rows else [] for several in (held, after))
    for b, span, amounts in _spent(meant.organisation, rows, known, day):
        if span is None:
            continue
        spent = amounts.get(b.currency, 0)
        projects_ = _of(b, known)
        others = sum(_kept(b, projects_, one, span) for one in before if not _same(one[1], meant))
        held_now, held_then = (sum(_kept(b, projects_, one, span) for one in every) for every in (before, then))
        # A booking makes others dearer or cheaper where tiers or caps run through the month: its own is what all of them change by.
        used, kept, own, hard = (Money(amount, b.currency) for amount in (spent, others, held_then - others, b.hard or 0))
        found.append(Limit(title(b), span.first, used, kept, own, hard, policy.fits(spent + held_now, held_then - held_now, b.hard)))
    return found


def _aside(budget: Budget, fee: Money, day: date) -> Limit:
    """A limit in another currency than the booking's price: neither is counted in the other."""
    none = Money(0, budget.currency)
    return Limit(title(budget), day, none, none, fee, Money(budget.hard or 0, budget.currency), fits=True, counted=False)


def _same(one: to_come.Meant, meant: to_come.Meant) -> bool:
    return bool(meant.booking) and one.booking == meant.booking


def _kept(budget: Budget, of: set[UUID], priced: tuple[str, to_come.Meant, int], span: policy.Span) -> int:
    """What a use that is meant takes of a span of a budget: all of it where it begins in it."""
    currency, one, cost = priced
    begins = one.start.astimezone(months.zone()).date()
    return cost if currency == budget.currency and one.project in of and span.first <= begins <= span.last else 0


def _of(budget: Budget, known: dict[tuple[UUID, str], set[UUID]]) -> set[UUID]:
    """The projects that it is of."""
    return {budget.project_id} if budget.project_id else known.get((budget.organisation_id, budget.cost_centre), set())


def _queue_for(rows: list[Budget]) -> None:
    """Two who book at one moment would each find room for one: the second waits until the first is done. A page that only asks does
    not wait."""
    if not under_way():
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(key, 73)) FROM unnest(%s::text[]) AS key", (sorted(str(b.id) for b in rows),)
        )


def bound() -> list[str]:
    """Codes of the issuers that have said so."""
    return list(Issuer.objects.filter(budgets_bind=True).order_by("code").values_list("code", flat=True))


def company(code: str) -> UUID:
    """By its code. Raises Missing."""
    return organisations.organisation(code).id


def currencies(companies: Iterable[str]) -> list[str]:
    """In which companies (codes) are billed; those of every issuer where they are billed by nobody yet."""
    all_ = Issuer.objects.order_by("currency").values_list("currency", flat=True).distinct()
    return list(all_.filter(accounts__organisation__code__in=list(companies))) or list(all_) or ["KRW"]


def centres(code: str) -> list[str]:
    """Cost centres that active projects of a company name."""
    return sorted({one.reference for one in projects.projects([company(code)]) if one.reference and one.active})
