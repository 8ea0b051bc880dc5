"""The race of a month's close: a million uses of 500 companies, previewed and closed, against NEMO-billing and the bare table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.postgres import Server


def measured(running: Server) -> dict[str, Any]:
    """Everything in one run, as the section `billing` of the kept numbers."""
    from . import race  # here, as the peer's environment has no psycopg and enters this package too

    return race.measured(running)
