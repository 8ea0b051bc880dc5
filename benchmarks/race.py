"""The double-booking race: two people ask for one free slot, a chosen delay apart, over real HTTP.

Whether a slot was booked twice is not asked of the product that booked it, but of its tables.
"""

from __future__ import annotations

import socket
import time
from collections import Counter
from dataclasses import dataclass, field

from .contestant import Contestant
from .processes import Web
from .wire import Reader, Reply


@dataclass
class RaceResult:
    """What became of the pairs at one delay."""

    contestant: str
    delay_ms: int
    pairs: int = 0
    accepted: Counter[int] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    double_bookings: int = 0


def race(web: Web, contestant: Contestant, delay_ms: int, pairs: int) -> RaceResult:
    """Run the pairs one after another, each for a fresh slot, and count in the database."""
    result = RaceResult(contestant.name, delay_ms)
    before = contestant.double_bookings()
    for _ in range(pairs):
        slot = contestant.slots.take()
        replies = _pair(web.port, contestant.create(slot), contestant.create(slot), delay_ms)
        result.pairs += 1
        result.accepted[sum(contestant.created(reply) for reply in replies)] += 1
        for reply in replies:
            if reply.status >= 500:
                result.other[f"HTTP {reply.status}"] += 1
    result.double_bookings = contestant.double_bookings() - before
    return result


def _pair(port: int, first: bytes, second: bytes, delay_ms: int) -> tuple[Reply, Reply]:
    """Send both on connections already open, so that only the delay lies between them."""
    with _connect(port) as one, _connect(port) as two:
        one.sendall(first)
        if delay_ms:
            time.sleep(delay_ms / 1000)
        two.sendall(second)
        return _receive(one), _receive(two)


def _connect(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=60)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def _receive(connection: socket.socket) -> Reply:
    reader = Reader()
    while True:
        data = connection.recv(1 << 16)
        reply = reader.feed(data)
        if reply is not None:
            return reply
        if not data:
            raise ConnectionError("the server closed the connection within a reply")
