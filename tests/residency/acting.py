"""Inside an operation: for what operations share and none offers alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from squaremile.kernel.operation import _recorded
from squaremile.kernel.scope import require


@contextmanager
def acting(name: str) -> Iterator[None]:
    """One transaction, with a record that `note` and `publish` write to."""
    with _recorded(name, require()):
        yield
