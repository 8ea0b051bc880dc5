"""The network address that the present request came from, for records that must say so."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_address: ContextVar[str] = ContextVar("address", default="")


def address() -> str:
    """As the server saw it; empty outside a request."""
    return _address.get()


@contextmanager
def coming_from(said: str) -> Iterator[None]:
    """For the time of a request."""
    token = _address.set(said)
    try:
        yield
    finally:
        _address.reset(token)
