"""What there was before between us and an organisation: told by whichever part keeps it, nothing where none does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that happened or is open: the day, what, and whether it is a promise that waits."""

    on: date
    says_ko: str
    says_en: str
    open_promise: bool = False


Source = Callable[[UUID], tuple[Tie, ...]]
_sources: list[Source] = []


def keeps(source: Source) -> Source:
    """A part that keeps contacts or promises registers how to ask it, by the key of an organisation of the directory."""
    _sources.append(source)
    return source


def ties(partner: UUID | None) -> tuple[Tie, ...]:
    """Everything that is known, the latest first; nothing where nobody keeps any."""
    if partner is None:
        return ()
    return tuple(sorted((tie for source in _sources for tie in source(partner)), key=lambda tie: tie.on, reverse=True))
