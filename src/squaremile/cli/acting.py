"""Entering as a person from the server's own terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from squaremile.core.entering import Entered, enter_person
from squaremile.core.reads import codes
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import Grant, Scope, scope, system

SETUP = Scope(system="setup", grants=(Grant("site_director"), Grant("lab_operations")))
"""Whoever has the server's terminal: entered in the audit as the system `setup`, with no person."""


@contextmanager
def as_person(email: str) -> Iterator[Entered | None]:
    """A person's rights, by her e-mail address. None for somebody unknown or inactive."""
    try:
        with scope(system("auth")):
            key = codes.person(email)
    except Missing:
        yield None
        return
    with enter_person(key, reason="squaremile op") as entered:
        yield entered
