"""What an account pays by, day by day: its rate card, and its class; and whether it is billed at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Term(Generic[C]):
    """Said once, from a day on. None: as it was."""

    since: date
    recorded_at: datetime
    card: C | None
    payer_class: str | None
    active: bool | None = None


@dataclass(frozen=True, slots=True)
class Run(Generic[C]):
    """From a day on, until the next run."""

    since: date
    card: C
    payer_class: str
    active: bool = True
    """Else it prices nothing of these days."""


def runs(terms: Iterable[Term[C]]) -> tuple[Run[C], ...]:
    """Terms as they hold, the earliest first. What was said first, when the account was opened, holds from ever on: what is said
    later of a day before that stands over it."""
    said = dict[date, tuple[C | None, str | None, bool | None]]()
    for n, term in enumerate(sorted(terms, key=lambda t: t.recorded_at)):
        since = term.since if n else date.min
        was = said.get(since, (None, None, None))
        said[since] = (
            was[0] if term.card is None else term.card, was[1] if term.payer_class is None else term.payer_class,
            was[2] if term.active is None else term.active,
        )
    found, card, payer_class, active = list[Run[C]](), None, "", True
    for since, (another, other_class, otherwise) in sorted(said.items(), key=lambda pair: pair[0]):
        card, payer_class = (card if another is None else another), (payer_class if other_class is None else other_class)
        active = active if otherwise is None else otherwise
        if card is not None and (not found or (found[-1].card, found[-1].payer_class, found[-1].active) != (card, payer_class, active)):
            found.append(Run(since if found else date.min, card, payer_class, active))
    return tuple(found)
