"""The load client: one process, raw sockets, one loop; a fixed number of requests, then it stops.

It shares the cores with what it measures, so it does as little as it can; its own floor is
measured in every run against an application that answers at once (floor_app.py).
"""

from __future__ import annotations

import selectors
import socket
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from .processes import Web, cpu_seconds
from .terms import REQUESTS_PER_CONNECTION
from .wire import Reader, Reply

Make = Callable[[], bytes]
Accept = Callable[[Reply], bool]
GIVE_UP_S = 600.0


@dataclass
class Round:
    """What one burst of requests measured; milliseconds, requests per second."""

    clients: int
    requests: int = 0
    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    size: int = 0
    app_cpu_ms: float = 0.0
    db_cpu_ms: float = 0.0
    refusal: str = ""

    @property
    def rate(self) -> float:
        """Accepted requests per second."""
        return self.outcomes["ok"] / self.seconds if self.seconds else 0.0

    def note(self, reply: Reply, seconds: float, *, ok: bool) -> None:
        """Take down one reply."""
        self.requests += 1
        self.latencies.append(seconds * 1000)
        self.outcomes["ok" if ok else f"refused {reply.status}"] += 1
        self.size = len(reply.body)
        if not ok and not self.refusal:
            self.refusal = f"{reply.status}: {reply.body[:300]!r}"
        took, statements = reply.server_ms(), reply.statements()
        if took is not None:
            self.server.append(took)
        if statements is not None:
            self.statements.append(statements)

    def join(self, other: Round) -> None:
        """Take in what a later burst measured."""
        share = other.requests / max(1, self.requests + other.requests)
        self.app_cpu_ms += (other.app_cpu_ms - self.app_cpu_ms) * share
        self.db_cpu_ms += (other.db_cpu_ms - self.db_cpu_ms) * share
        self.requests += other.requests
        self.seconds += other.seconds
        self.latencies += other.latencies
        self.server += other.server
        self.statements += other.statements
        self.outcomes += other.outcomes
        self.size = other.size
        self.refusal = self.refusal or other.refusal


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of the values lie (nearest rank); 0 for none."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


class _Client:
    """One connection and the request under way on it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.socket: socket.socket | None = None
        self.left = 0
        self.reader = Reader()
        self.sent_at = 0.0

    def send(self, data: bytes, selector: selectors.BaseSelector) -> None:
        """Send a request, on a new connection when the old one has done its share."""
        if self.socket is not None and self.left <= 0:
            self.drop(selector)
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=GIVE_UP_S)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.left = REQUESTS_PER_CONNECTION
            selector.register(self.socket, selectors.EVENT_READ, self)
        self.left -= 1
        self.sent_at = time.perf_counter()
        self.socket.sendall(data)

    def receive(self, selector: selectors.BaseSelector) -> Reply | None:
        """What has arrived, as a reply once it is whole."""
        assert self.socket is not None
        data = self.socket.recv(1 << 20)
        reply = self.reader.feed(data)
        if not data and reply is None:
            raise ConnectionError("the server closed the connection within a reply")
        if reply is not None and not reply.keep:
            self.drop(selector)
        return reply

    def drop(self, selector: selectors.BaseSelector) -> None:
        """Close the connection."""
        if self.socket is not None:
            selector.unregister(self.socket)
            self.socket.close()
            self.socket = None


def burst(web: Web, make: Make, accept: Accept, *, clients: int, requests: int, database: int | None) -> Round:
    """Send `requests` requests, `clients` of them at any time, and measure."""
    result = Round(clients)
    app, db = cpu_seconds(web.pid), cpu_seconds(database)
    started = time.perf_counter()
    _drive(web.port, make, accept, result, requests)
    result.seconds = time.perf_counter() - started
    result.app_cpu_ms = (cpu_seconds(web.pid) - app) * 1000 / max(1, result.requests)
    result.db_cpu_ms = (cpu_seconds(database) - db) * 1000 / max(1, result.requests)
    return result


def _drive(port: int, make: Make, accept: Accept, result: Round, requests: int) -> None:
    with selectors.DefaultSelector() as selector:
        clients = [_Client(port) for _ in range(min(result.clients, requests))]
        try:
            for client in clients:
                client.send(make(), selector)
            to_send = requests - len(clients)
            waiting = len(clients)
            while waiting:
                ready = selector.select(GIVE_UP_S)
                if not ready:
                    raise TimeoutError(f"no reply within {GIVE_UP_S:.0f} s")
                for key, _ in ready:
                    client = key.data
                    reply = client.receive(selector)
                    if reply is None:
                        continue
                    result.note(reply, time.perf_counter() - client.sent_at, ok=accept(reply))
                    if to_send:
                        to_send -= 1
                        client.send(make(), selector)
                    else:
                        waiting -= 1
        finally:
            for client in clients:
                client.drop(selector)
