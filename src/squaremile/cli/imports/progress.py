"""A bar on the terminal while an import runs; nothing where there is no terminal to draw on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TypeVar

from squaremile.kernel.words import Text

T = TypeVar("T")


class Track(Protocol):
    """Goes through things, telling how far it is."""

    def __call__(self, label: Text, items: Sequence[T]) -> Iterable[T]: ...


def silent(label: Text, items: Sequence[T]) -> Iterable[T]:
    return items


@contextmanager
def bars() -> Iterator[Track]:
    """Bars on the error stream, so that the report on the other one can be piped."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    if not console.is_terminal:
        yield silent
        return
    with Progress(console=console, transient=True) as drawn:

        def track(label: Text, items: Sequence[T]) -> Iterable[T]:
            return drawn.track(items, description=str(label))

        yield track
