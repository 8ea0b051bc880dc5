"""Who has been trained on what, until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from squaremile.booking import operations as booking
from squaremile.cli.demo.instruments import Spec
from squaremile.cli.demo.people import Entered


@dataclass(frozen=True, slots=True)
class Trained:
    """A person may use an instrument until a moment."""

    person: UUID
    equipment: str
    until: datetime


def trained(
    people: Entered, specs: tuple[Spec, ...], now: datetime, draw: Random, always: dict[UUID, tuple[str, ...]]
) -> list[Trained]:
    """Everybody of a company on four to eight instruments that ask for it; two in nine soon end, `always` never."""
    asking = [spec.code for spec in specs if spec.needs_qualification]
    made = []
    for person in dict.fromkeys(p for members in people.of_company.values() for p in members):
        sure = [code for code in always.get(person, ()) if code in asking]
        others = [code for code in asking if code not in sure]
        chosen = draw.sample(others, min(len(others), draw.randint(4, 8)))
        for code in (*sure, *chosen):
            days = draw.choice((12, 34, 80, 130, 170, 210, 260, 300, 340)) if code not in sure else 300
            made.append(Trained(person, code, now + timedelta(days=days)))
    return made


def train_all(planned: list[Trained], now: datetime) -> Iterator[int]:
    """Record each training, given up to a year before it ends; yields a running count."""
    for count, one in enumerate(planned, 1):
        start = min(one.until - timedelta(days=365), now - timedelta(days=100))
        booking.qualify(equipment=one.equipment, person=one.person, start=start, end=one.until)
        yield count
