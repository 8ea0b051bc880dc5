"""What a product must be able to do to take part in the races."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from .processes import Web
from .terms import Slot, Slots
from .wire import Reply


class Contestant(Protocol):
    """One product: seeded, served, asked, and checked in its own tables."""

    @property
    def name(self) -> str:
        """A short word, for keys."""

    @property
    def title(self) -> str:
        """Name and version, for people."""

    @property
    def database(self) -> str:
        """Its database on the shared server."""

    @property
    def slots(self) -> Slots:
        """Where the next free hour comes from."""

    def prepare(self) -> None:
        """Install and seed whatever is missing."""

    def serve(self) -> AbstractContextManager[Web]:
        """Its web server, until the block ends."""

    def create(self, slot: Slot | None = None) -> bytes:
        """A request that books a free hour for the next person in turn."""

    def created(self, reply: Reply) -> bool:
        """Whether that request was granted."""

    def week(self) -> bytes:
        """A request for the week of every instrument of the site."""

    def events(self, reply: Reply) -> int:
        """How many reservations that week holds."""

    def double_bookings(self) -> int:
        """Overlapping live pairs made by the races, counted in its tables."""

    def versions(self) -> str:
        """Versions of what answered."""
