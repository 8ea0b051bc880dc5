"""What is meant to be used and was not used yet: bookings that are held. Booking knows them and attaches its list; billing asks what
they will cost."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Meant:
    """A use that is meant: of what (a code), when, by whom and for which project."""

    organisation: UUID
    person: UUID | None
    project: UUID | None
    subject: str
    start: datetime
    end: datetime
    assisted: bool = False
    booking: str = ""
    """The booking (a code) that holds it already; nothing where none does."""


Source = Callable[[UUID, frozenset[UUID]], Iterable[Meant]]
_sources: list[Source] = []


def attach(source: Source) -> None:
    """Called once by whoever holds slots: what an organisation holds for some projects, as far as the asker sees it."""
    if source not in _sources:
        _sources.append(source)


def held(organisation: UUID, projects: Iterable[UUID]) -> list[Meant]:
    """All that is held for these projects and not over yet, by its start."""
    wanted = frozenset(projects)
    return sorted((one for source in _sources for one in source(organisation, wanted)), key=lambda one: (one.start, one.subject)) if wanted else []
