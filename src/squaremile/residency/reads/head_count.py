"""Seats of a company: who counts on which day, under which terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.residency.models import Member, PeopleTerms
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
