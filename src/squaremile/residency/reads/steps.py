"""Steps of a life in the order in which they were taken."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Taken(Protocol):
    """A row of a transition table."""

    before: str
    after: str


T = TypeVar("T", bound=Taken)


def in_order(rows: Iterable[T]) -> list[T]:
    """Rows by their moments; those of one moment follow one another by their states."""
    ordered: list[T] = []
    left, state = list(rows), ""
    while left:
        step = next((one for one in left if one.before == state), left[0])
        left.remove(step)
        state = step.after
        ordered.append(step)
    return ordered
