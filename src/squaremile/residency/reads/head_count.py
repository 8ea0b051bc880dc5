"""Seats of a company: who counts on which day, under which terms."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both
from squaremile.published.residency import HeadsChanged
from squaremile.residency.models import Company, HeadsTold, Member, PeopleTerms
from squaremile.residency.policies import head_count as policy
from squaremile.residency.policies.head_count import Fit, Month, Spell
from squaremile.residency.reads.days import today


@dataclass(frozen=True, slots=True)
class Terms:
    """What the licence says about people, from a day on."""

    code: str
    since: date
    seats: int
    notice_months: int
    deposit: Money


@dataclass(frozen=True, slots=True)
class HeadCount:
    """Heads today under the seats in force, and the months around today."""

    heads: int
    seats: int | None
    terms: Terms | None
    months: tuple[Month, ...]
    rule: Text = policy.RULE


def spells(company: UUID) -> list[Spell]:
    rows = Member.objects.filter(company=company).values_list("person", "joined_on", "gone_on", "kind")
    return [Spell(str(person), first, gone, kind) for person, first, gone, kind in rows]


def told() -> Iterator[HeadsChanged]:
    """What was told last of each company's head count, as far as the asker may see."""
    for each in HeadsTold.objects.order_by("company"):
        yield HeadsChanged(each.company_id, each.number, tuple((day, count) for day, count in each.heads))


def whole(listed: list[Spell]) -> list[list[Any]]:
    """Every step of a head count as it is told and kept: the day (ISO 8601) and how many."""
    return [[step.day.isoformat(), step.count] for step in policy.every_step(listed)]


def untold() -> list[UUID]:
    """Companies whose head count is another than was told last. Two statements."""
    known = dict(HeadsTold.objects.values_list("company", "heads"))
    return sorted(company for company, listed in _everybody().items() if whole(listed) != known.get(company, []))


def _everybody() -> defaultdict[UUID, list[Spell]]:
    people: defaultdict[UUID, list[Spell]] = defaultdict(list)
    for company, person, first, gone in Member.objects.values_list("company", "person", "joined_on", "gone_on"):
        people[company].append(Spell(str(person), first, gone))
    return people


def terms(company: UUID) -> list[Terms]:
    """Every version, the newest day first."""
    found = PeopleTerms.objects.filter(company=company).order_by("-since")
    return [Terms(t.code, t.since, t.seats, t.notice_months, Money(t.deposit_minor, t.currency)) for t in found]


def in_force(company: UUID, day: date) -> Terms | None:
    return next((each for each in terms(company) if each.since <= day), None)


def room(company: UUID, new: Spell) -> Iterator[Fit]:
    """Does one more fit? One answer for each version of the terms that her time meets; none where there are no terms."""
    there, before = spells(company), new.gone
    for each in terms(company):
        first = max(new.first, each.since)
        if before is None or first < before:
            yield policy.room_for(there, Spell(new.person, first, before), each.seats)
        if each.since <= new.first:
            return
        before = each.since if before is None else min(before, each.since)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a day on so many heads under so many seats, until the next stretch. `seats` None: no terms that day."""

    day: date
    heads: int
    seats: int | None

    @property
    def over(self) -> bool:
        return self.seats is not None and self.heads > self.seats


@dataclass(frozen=True, slots=True)
class Seats:
    """One company of the list: heads today, and how many are known to come and to go."""

    company: str
    name: Text
    heads: int
    seats: int | None
    coming: int
    leaving: int


def by_day(company: UUID, ahead: int = 180) -> list[Stretch]:
    """The head count from a month ago until `ahead` days from today, and the seats of each stretch."""
    day, every = today(), spells(company)
    start, end = day - 30 * policy.DAY, day + ahead * policy.DAY
    limits = sorted(terms(company), key=lambda each: each.since)
    turns = {step.day for step in policy.steps(every, start, end)} | {t.since for t in limits if start < t.since < end}
    return [
        Stretch(turn, policy.heads(every, turn), next((t.seats for t in reversed(limits) if t.since <= turn), None))
        for turn in sorted(turns)
    ]


def everywhere() -> list[Seats]:
    """Every company that is in residence, or whose people are counted, as far as the asker may see. Three statements."""
    day, people = today(), _everybody()
    limits: dict[UUID, int] = dict(
        PeopleTerms.objects.filter(since__lte=day).order_by("company", "since").values_list("company", "seats")
    )
    found = Company.objects.select_related("organisation").filter(Q(state__in=("admitted", "resident")) | Q(id__in=list(people)))
    return [
        Seats(
            each.code, both(each.organisation.name_ko, each.organisation.name_en), policy.heads(people[each.id], day),
            limits.get(each.id), sum(s.first > day for s in people[each.id]),
            sum(s.on(day) and s.gone is not None for s in people[each.id]),
        )
        for each in found.order_by("organisation__name_ko", "organisation__name_en", "code")
    ]


def of_person(company: UUID, person: UUID) -> list[Month]:
    """Her own seat-days: the last month, this one and the next."""
    day = today()
    first, after = policy.month_of(day)
    first, after = policy.month_of(first - policy.DAY)[0], policy.month_of(after)[1]
    hers = [spell for spell in spells(company) if spell.person == str(person)]
    return [month for month in policy.by_month(hers, first, after) if month.seat_days]


def of(company: UUID) -> HeadCount:
    """Heads today, and seat-days of the last two months, this one and the next two."""
    day, every = today(), spells(company)
    first, after = policy.month_of(day)
    for _month in range(2):
        first = policy.month_of(first - policy.DAY)[0]
        after = policy.month_of(after)[1]
    now = in_force(company, day)
    return HeadCount(
        policy.heads(every, day), now.seats if now else None, now, tuple(policy.by_month(every, first, after))
    )
