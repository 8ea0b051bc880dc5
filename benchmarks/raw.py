"""The physical limit: the same statement, the same constraints and triggers, the same commit, and nothing else.

One process per connection runs psycopg alone: begin, the INSERT that a booking of ours sends (slot,
owner, audit entry, fact), commit; as the superuser, whom row security does not ask. What a product
reaches of this rate is its share of the limit.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier

import psycopg

from .load import Round


@dataclass(frozen=True)
class RawPlan:
    """Statements of one booking, and the parameters of each booking to make."""

    url: str
    statements: tuple[str, ...]
    bookings: Sequence[tuple[dict[str, object], ...]]


def raw(plan: RawPlan, connections: int) -> Round:
    """Insert every booking of the plan over so many connections at once."""
    context = multiprocessing.get_context("fork")
    barrier = context.Barrier(connections + 1)
    workers, pipes = [], []
    for number in range(connections):
        ours, theirs = context.Pipe(duplex=False)
        share = RawPlan(plan.url, plan.statements, plan.bookings[number::connections])
        worker = context.Process(target=_insert, args=(share, barrier, theirs), daemon=True)
        worker.start()
        workers.append(worker)
        pipes.append(ours)
    barrier.wait(60)
    started = time.perf_counter()
    result = Round(connections)
    for pipe in pipes:
        result.latencies += pipe.recv()
    result.seconds = time.perf_counter() - started
    for worker in workers:
        worker.join(30)
    result.requests = len(result.latencies)
    result.outcomes["ok"] = result.requests
    return result


def _insert(plan: RawPlan, barrier: Barrier, pipe: Connection) -> None:
    latencies: list[float] = []
    with psycopg.connect(plan.url, autocommit=True) as connection:
        barrier.wait(60)
        for booking in plan.bookings:
            started = time.perf_counter()
            with connection.transaction():
                for statement, values in zip(plan.statements, booking, strict=True):
                    connection.execute(statement.encode(), values)
            latencies.append((time.perf_counter() - started) * 1000)
    pipe.send(latencies)
    pipe.close()
