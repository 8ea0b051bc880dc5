"""Brings published facts to the handlers of other domains: each fact to each handler once, never lost.

A domain registers in its `handlers.py`, imported from `AppConfig.ready`:

    @handles("ReservationHeld")
    def tell_the_booker(fact: ReservationHeld) -> None: ...

Handlers run in the `worker` system scope, each in a savepoint of its own. One that fails is tried again with a
growing wait while the fact's other handlers keep their success; a failing fact steps aside for those after it.
"""

import json
import logging
import traceback
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, transaction

from squaremile.core import facts
from squaremile.core.models import Delivery
from squaremile.kernel import clock
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import scope, system

log = logging.getLogger(__name__)
Handler = Callable[[Any], None]
H = TypeVar("H", bound=Callable[[Any], None])
LONGEST_WAIT = timedelta(hours=1)
_handlers: dict[str, dict[str, Handler]] = {}


def handles(*names: str) -> Callable[[H], H]:
    """Register an idempotent handler of facts, by their names."""

    def register(handler: H) -> H:
        key = f"{handler.__module__}.{handler.__qualname__}".removeprefix("squaremile.")
        for name in names:
            _handlers.setdefault(name, {})[key] = handler
        return handler

    return register


def wait_after(attempts: int) -> timedelta:
    """How long a failed thing waits for its next try: 2, 4, 8 … seconds, an hour at most."""
    return min(timedelta(seconds=2 ** min(attempts, 12)), LONGEST_WAIT)


def deliver(limit: int = 100) -> int:
    """Deliver up to `limit` waiting facts, oldest first, each in a transaction of its own. Returns how many were tried.

    Several workers may run at once: a fact that one holds is skipped by the others.
    """
    tried = 0
    while tried < limit and _deliver_one():
        tried += 1
    return tried


_CLAIM = """
SELECT id, name, payload, attempts FROM core_outbox_fact
 WHERE delivered_at IS NULL AND (next_at IS NULL OR next_at <= %s) ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
"""
_DONE = """
WITH taken AS (
  INSERT INTO core_delivery (id, fact_id, handler, at)
  SELECT id, %(fact)s, handler, %(now)s FROM unnest(%(ids)s::uuid[], %(handlers)s::text[]) AS had(id, handler))
UPDATE core_outbox_fact SET attempts = %(attempts)s, error = %(error)s, next_at = %(next_at)s, delivered_at = %(delivered_at)s
 WHERE id = %(fact)s
"""


def _deliver_one() -> bool:
    with scope(system("worker")), connection.cursor() as cursor:
        cursor.execute(_CLAIM, [clock.now()])
        if (claimed := cursor.fetchone()) is None:
            return False
        fact, name, payload, tried = claimed
        had = _had(fact) if tried else frozenset()
        took, errors = _hand_over(fact, name, json.loads(payload) if isinstance(payload, str) else payload, had)
        attempts = min(tried + 1, 32_000)
        cursor.execute(_DONE, {
            "fact": fact, "now": clock.now(), "ids": [uuid7() for _ in took], "handlers": took, "attempts": attempts,
            "error": "\n\n".join(errors), "next_at": clock.now() + wait_after(attempts) if errors else None,
            "delivered_at": None if errors else clock.now(),
        })
        return True


def waiting(name: str) -> list[Any]:
    """Facts of this name that no handler has had yet, the oldest first: for whoever cannot wait for the worker. Asked as the worker."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT payload FROM core_outbox_fact WHERE name = %s AND delivered_at IS NULL ORDER BY id", [name])
        return [facts.rebuild(name, json.loads(said) if isinstance(said, str) else said) for said, in cursor.fetchall()]


def _had(fact: UUID) -> frozenset[str]:
    return frozenset(Delivery.objects.filter(fact_id=fact).values_list("handler", flat=True))


def _hand_over(fact: UUID, name: str, payload: dict[str, Any], had: frozenset[str]) -> tuple[list[str], list[str]]:
    """Give the fact to every handler that has not had it. Returns who took it, and what went wrong, one text for each that failed."""
    took, errors = list[str](), list[str]()
    if not (handlers := _handlers.get(name, {})):
        return took, errors
    try:
        told = facts.rebuild(name, payload)
    except Exception:
        return took, [traceback.format_exc()]
    for key, handler in handlers.items():
        if key in had:
            continue
        try:
            with transaction.atomic():
                handler(told)
                _settle()
        except Exception:
            log.exception("handler %s failed on %s %s", key, name, fact)
            errors.append(f"{key}\n{traceback.format_exc()}")
        else:
            took.append(key)
    return took, errors


def _settle() -> None:
    """Check deferred constraints now, so that what breaks one is undone with its own handler and nobody else's."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
