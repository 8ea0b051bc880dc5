"""Made up for the demonstration: a calendar of ten events, and a partnering day of 24 companies with its timetable."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from squaremile.cli.demo.network.partnering_said import ASKS, EVENTS, OFFERS, REASONS
from squaremile.cli.demo.network.stage import Stage
from squaremile.cli.demo.personas import PERSONAS
from squaremile.core.reads import belonging
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.network import operations as network
from squaremile.network.reads import guests as door

LABEL = Text(ko="행사", en="events")
"""What is being made, as the progress bar says; empty where there is nothing yet."""
TOTAL = len(EVENTS)
FAIR = "EV-SPRING"
MOST = 24
ACCEPTED, DECLINED = 0.72, 0.82
"""Shares of requests: up to the first a yes, up to the second a no."""


def make(stage: Stage) -> Iterable[int]:
    """Make it, by operations alone; yields how many are done."""
    draw = stage.draw("partnering")
    guests = _guests(stage)
    for count, event in enumerate(EVENTS, 1):
        start = _at(stage, event.days, event.hour)
        network.add_event(
            code=event.code, kind=event.kind, start=start, end=start + timedelta(hours=event.hours),
            title_ko=event.title.ko, title_en=event.title.en, says_ko=event.says.ko, says_en=event.says.en,
            where_ko=event.where.ko, where_en=event.where.en, host_ko=event.host.ko, host_en=event.host.en,
            capacity=event.capacity,
        )  # fmt: skip
        for state in event.states:
            network.set_event_state(event=event.code, state=state)
            if state == "open" and event.kind != "partnering":
                _come(event.code, event.capacity, guests, draw)
            if state == "running":
                _arrive(stage, event.code)
        if event.code == FAIR:
            _fair(stage, guests, draw)
        yield count


def _at(stage: Stage, days: int, hour: int) -> datetime:
    day = stage.now.astimezone(stage.zone) + timedelta(days=days)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)


def _guests(stage: Stage) -> list[tuple[UUID, UUID]]:
    """(person, company): one of each company, first whom one may enter the demonstration as, then by address."""
    found: dict[UUID, UUID] = {}
    played = {persona.email for persona in PERSONAS}
    for _, person in sorted(stage.people.items(), key=lambda one: (one[0] not in played, one[0])):
        for company in belonging.companies(person):
            if person not in found.values():
                found.setdefault(company, person)
    return [(person, company) for company, person in found.items()]


def _as(person: UUID, company: UUID) -> Scope:
    return Scope(actor=person, grants=(Grant("scientist", company),))


def _come(event: str, capacity: int, guests: list[tuple[UUID, UUID]], draw: Random) -> None:
    """Some come; a small room fills up, and the last ones wait."""
    most = min(len(guests), capacity + 2 if 0 < capacity < 15 else 9)
    for guest in draw.sample(guests, most):
        with scope(_as(*guest)):
            network.rsvp(event=event)


def _arrive(stage: Stage, event: str) -> None:
    """All but every sixth."""
    with scope(_director(stage)):
        for n, guest in enumerate(door.guests(event).found):
            if guest.state == "going" and n % 6 != 5:
                network.check_in(guest_code=guest.code)


def _director(stage: Stage) -> Scope:
    return Scope(actor=next(iter(stage.staff.values())), grants=(Grant("site_director"),))


def _fair(stage: Stage, guests: list[tuple[UUID, UUID]], draw: Random) -> None:
    network.set_up_partnering(event=FAIR, mode="organiser", tables=8, first="10:00", last="16:00", minutes=30)
    profiles = {}
    for n, guest in enumerate(guests[:MOST]):
        with scope(_as(*guest)):
            offers, asks = OFFERS[n % len(OFFERS)], ASKS[n % len(ASKS)]
            profiles[guest] = network.register_participant(
                event=FAIR, offers_ko=offers.ko, offers_en=offers.en, asks_ko=asks.ko, asks_en=asks.en
            ).code
    agreed = 0
    for asker, asked in _pairs(list(profiles), draw):
        with scope(_as(*asker)):
            reason = draw.choice(REASONS).ko
            code = network.request_meeting(
                event=FAIR, participant=profiles[asked], reason=reason, priority=draw.choice((1, 2, 2, 3))
            ).code
        agreed += _answer(code, asked, draw)
    for guest in list(profiles)[::5]:
        with scope(_as(*guest)):
            network.set_availability(event=FAIR, away=[1, 2], why="발표")
    with scope(_director(stage)):
        if agreed:
            network.plan_meetings(event=FAIR, seconds=2)


def _pairs(people: list[tuple[UUID, UUID]], draw: Random) -> Iterator[tuple[tuple[UUID, UUID], tuple[UUID, UUID]]]:
    """Who asks whom: each a few, nobody twice."""
    asked = set()
    for one in people:
        for other in draw.sample(people, min(3, len(people))):
            if one != other and (other, one) not in asked and (one, other) not in asked:
                asked.add((one, other))
                yield one, other


def _answer(code: str, asked: tuple[UUID, UUID], draw: Random) -> bool:
    """Most say yes, some no, some nothing. Whether it was a yes."""
    luck = draw.random()
    with scope(_as(*asked)):
        if luck < ACCEPTED:
            network.accept_request(request=code)
        elif luck < DECLINED:
            network.decline_request(request=code, reason="지금은 우리 일정과 맞지 않습니다.")
    return luck < ACCEPTED
