"""A bar for what is being fetched; nothing where there is no terminal to draw on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def bar() -> Iterator[Callable[[int, int | None], None]]:
    """Give it how many bytes are here and how many there will be."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TransferSpeedColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda here, total: None
        return
    with Progress(BarColumn(), DownloadColumn(), TransferSpeedColumn(), console=console, transient=True) as drawn:
        task = drawn.add_task("", total=None)
        yield lambda here, total: drawn.update(task, completed=here, total=total)
