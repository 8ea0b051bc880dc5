"""The terms of the race: every number that both contestants share stands here, once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("SM_BENCH_VAR") or ROOT / "var" / "bench")
ZONE = ZoneInfo("Asia/Seoul")
DELAYS_MS = (0, 5, 10, 25, 50, 100)
CLIENTS = (1, 4, 16)
SIGNED_IN = 64
"""People who take turns in asking; both products hold as many signed in."""


@dataclass(frozen=True)
class WebServer:
    """How both products are served. Connections to the database stay open between requests."""

    program: str = "granian"
    workers: int = 2
    threads: int = 4
    database_connection_age_s: int = 300

    def arguments(self, port: int, app: str) -> list[str]:
        """The command line after the program's own name."""
        return [
            "--interface", "wsgi",
            "--http", "1",
            "--host", "127.0.0.1",
            "--port", str(port),
            "--workers", str(self.workers),
            "--blocking-threads", str(self.threads),
            "--log-level", "warning",
            app,
        ]  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """How much data both products hold. Only the length of the past grows with `reservations`."""

    reservations: int = 1_000_000
    instruments: int = 200
    people: int = 1_000
    companies: int = 50
    first_hour: int = 9
    per_day: int = 8
    days_ahead: int = 14

    @property
    def days(self) -> int:
        """Days of history, the last of them `days_ahead` days from today."""
        return max(self.days_ahead + 7, self.reservations // (self.instruments * self.per_day))

    @property
    def week_events(self) -> int:
        """Reservations that one week of every instrument holds."""
        return 7 * self.per_day * self.instruments


@dataclass(frozen=True)
class Effort:
    """How many requests a round sends, by number of clients; all bounded."""

    creates: tuple[tuple[int, int], ...] = ((1, 160), (4, 640), (16, 1_280))
    raw_inserts: int = 4_000
    weeks: int = 40
    peer_weeks: int = 1
    peer_tool_weeks: int = 12
    floor: int = 2_000
    warm_up: int = 24
    warm_creates: int = 640
    """Before the first round, for each product: every thread of every worker has its connection and its plans."""

    def scaled(self, factor: float) -> Effort:
        """The same plan with fewer or more requests, never fewer than one per client."""
        return Effort(
            creates=tuple((c, max(c, round(n * factor))) for c, n in self.creates),
            raw_inserts=max(64, round(self.raw_inserts * factor)),
            weeks=max(4, round(self.weeks * factor)),
            peer_weeks=self.peer_weeks,
            peer_tool_weeks=max(4, round(self.peer_tool_weeks * factor)),
            floor=max(100, round(self.floor * factor)),
            warm_up=self.warm_up,
            warm_creates=max(32, round(self.warm_creates * factor)),
        )


@dataclass(frozen=True)
class Targets:
    """What we said we would reach, before measuring."""

    create_times_peer: float = 10.0
    create_share_of_raw: float = 0.25
    week_times_peer: float = 50.0
    week_p95_server_ms: float = 20.0
    double_bookings: int = 0


WEB = WebServer()
TARGETS = Targets()
# A connection is dropped and made anew after so many requests, so that the kernel's choice of
# worker evens out within a round for both products.
REQUESTS_PER_CONNECTION = 20


def today() -> date:
    """Today at the site."""
    return datetime.now(ZONE).date()


def last_seeded_day() -> date:
    """The last day that holds seeded reservations."""
    return today() + timedelta(days=Shape.days_ahead)


def feed_monday() -> date:
    """The Monday after today; its whole week lies inside the seeded days."""
    return today() + timedelta(days=7 - today().weekday())


@dataclass(frozen=True)
class Slot:
    """A free hour of one instrument (0-based number)."""

    instrument: int
    start: datetime

    @property
    def end(self) -> datetime:
        """One hour later."""
        return self.start + timedelta(hours=1)


class Slots:
    """Hands out free hours after the seeded days, each once; both products get the same order."""

    def __init__(self, instruments: int) -> None:
        first = datetime.combine(last_seeded_day() + timedelta(days=2), datetime.min.time(), ZONE)
        self._first = first.astimezone(UTC)
        self._instruments = instruments
        self._next = 0

    def skip(self, hours: int) -> None:
        """Leave out so many hours of every instrument."""
        self._next += hours * self._instruments

    def take(self) -> Slot:
        """The next free hour."""
        number = self._next
        self._next += 1
        hours, instrument = divmod(number, self._instruments)
        return Slot(instrument, self._first + timedelta(hours=hours))


def free_from() -> datetime:
    """The instant after which only the races themselves book."""
    day = last_seeded_day() + timedelta(days=1)
    return datetime.combine(day, datetime.min.time(), ZONE).astimezone(UTC)
