"""Writes the drawn bookings: most in bulk as a site would bring them along, a few by the people themselves."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from squaremile.booking import operations as booking
from squaremile.cli.demo.companies import Company
from squaremile.cli.demo.diary import User, Visit
from squaremile.cli.demo.instruments import Spec
from squaremile.cli.demo.people import Entered
from squaremile.cli.demo.personas import PERSONAS
from squaremile.cli.demo.training import Trained
from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope, scope

BATCH = 1000
WAITING, ASSISTED, OWN = 9, 3, 2
"""How many wait for approval, how many ask for an operator, and how many each persona books herself."""


def users(
    people: Entered, companies: tuple[Company, ...], projects: dict[str, list[str]], trained: list[Trained],
    draw: Random,
) -> tuple[User, ...]:
    """Everybody who books. Those with a part to play come more often, so that their pages are full."""
    parts = {people.ids[p.email]: p for p in PERSONAS if p.email in people.ids}
    may: dict[UUID, dict[str, datetime]] = {}
    for one in trained:
        may.setdefault(one.person, {})[one.equipment] = one.until
    made: dict[UUID, User] = {}
    for company in companies:
        for person in people.of_company.get(company.code, ()):
            part = parts.get(person)
            weight = 4.0 if part and part.role == "scientist" else draw.choice((0.4, 0.8, 1.0, 1.0, 1.6))
            made.setdefault(person, User(
                person, company.code, tuple(projects.get(company.code, ())), bool(part and part.language == "en"),
                weight, may.get(person, {}),
            ))
    return tuple(made.values())


@dataclass(frozen=True, slots=True)
class Sorted:
    """Which visits are written in bulk, and which are booked by the person herself, through every rule."""

    bulk: list[Visit]
    themselves: list[Visit]


def sort(visits: list[Visit], specs: tuple[Spec, ...], now: datetime) -> Sorted:
    """Some that wait for approval, some that ask for help, and the personas' own of the coming days."""
    rules = {spec.code: spec.rules for spec in specs}
    left = {"APPROVAL": WAITING, "ASSISTED": ASSISTED}
    of_person = {v.user.person: v.user for v in visits if v.user.weight >= 4}
    per_person = dict.fromkeys(of_person, OWN)
    found = Sorted([], [])
    for visit in sorted(visits, key=lambda v: v.period.start):
        soon = visit.state == "confirmed" and now + timedelta(days=3) < visit.period.start < now + timedelta(days=16)
        kind = rules[visit.equipment]
        if soon and left.get(kind):
            left[kind] -= 1
            found.themselves.append(visit)
        elif soon and kind in ("OPEN", "WEEKDAY") and per_person.get(visit.user.person):
            per_person[visit.user.person] -= 1
            found.themselves.append(visit)
        else:
            found.bulk.append(visit)
    return found


def record(visits: list[Visit], now: datetime) -> Iterator[tuple[int, list[tuple[Visit, str]]]]:
    """Write them batch by batch; yields how many are written, and those that run now with their codes. What was used in a month is
    recorded as the next one begins, as a site would hand it over: a month that is closed then has its own uses in it."""
    by_moment = defaultdict[datetime, list[Visit]](list)
    for visit in sorted(visits, key=lambda v: (v.equipment, v.period.start)):
        by_moment[min(handed_over(visit.period.start), now)].append(visit)
    count = 0
    for moment, ordered in sorted(by_moment.items()):
        for first in range(0, len(ordered), BATCH):
            batch = ordered[first : first + BATCH]
            with clock.as_of(moment):
                codes = booking.record_reservations(rows=[_kept(visit) for visit in batch])
            running = [
                (visit, code) for visit, code in zip(batch, codes, strict=True)
                if visit.state == "confirmed" and visit.period.contains(now)
            ]
            count += len(batch)
            yield count, running


def handed_over(used: datetime) -> datetime:
    """Early on the second day after the month of a use: runs over midnight are over by then."""
    return (used.replace(day=28) + timedelta(days=4)).replace(day=2, hour=6, minute=0, second=0, microsecond=0)


def _kept(visit: Visit) -> booking.Kept:
    return booking.Kept(
        equipment=visit.equipment, start=visit.period.start, end=visit.period.end, person=visit.user.person,
        organisation=visit.user.company, booked_at=visit.booked_at, project=visit.project, state=visit.state,
        purpose=visit.purpose, assisted=visit.assisted, reason=visit.reason, used=visit.used,
    )


def book(visits: list[Visit], organisations: dict[str, UUID]) -> Iterator[int]:
    """Each person books for herself, today; yields a running count."""
    for count, visit in enumerate(visits, 1):
        with scope(_as(visit.user, organisations)):
            booking.reserve(
                equipment=visit.equipment, start=visit.period.start, end=visit.period.end, project=visit.project,
                organisation=visit.user.company, purpose=visit.purpose, assisted=visit.assisted,
            )
        yield count


def start(
    running: list[tuple[Visit, str]], organisations: dict[str, UUID], now: datetime, draw: Random
) -> Iterator[int]:
    """Two in three of those whose time it is have come and are at work; yields a running count."""
    for count, (visit, code) in enumerate(running, 1):
        if draw.random() < 0.66:
            came = min(visit.period.start + timedelta(minutes=draw.randint(0, 6)), now)
            with clock.as_of(came), scope(_as(visit.user, organisations)):
                booking.start_session(reservation=code)
        yield count


def _as(user: User, organisations: dict[str, UUID]) -> Scope:
    return Scope(actor=user.person, grants=(Grant("scientist", organisations[user.company]),))
