"""What residency asks others' gates about: a company that moves in, somebody who gets a badge, a row that is to be signed off."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from squaremile.kernel.money import Money


@dataclass(frozen=True, slots=True)
class Moving:
    """`thing` is `licence`; `places` are those the company moves into."""

    thing: str
    organisation: UUID
    places: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Entering:
    """Who is given access to which zones, and for which company. A zone may be a place's code; `thing` is `access`."""

    thing: str
    organisation: UUID
    person: UUID
    zones: tuple[str, ...]
    places: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Settling:
    """A row of a checklist, by the code of its item."""

    item: str
    organisation: UUID


@dataclass(frozen=True, slots=True)
class Clearing:
    """A company that leaves, and the kinds that somebody is about to call cleared (`residency.policies.clearance`). `taken` is
    deducted from its deposit, and is set off against its invoices as soon as the deposit is settled. `last_day`: by its notice."""

    organisation: UUID
    kinds: frozenset[str]
    taken: Money | None = None
    last_day: date | None = None
