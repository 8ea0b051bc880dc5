"""Brings published facts to the handlers of other domains: each fact to each handler once, never lost.

A domain registers in its `handlers.py`, imported from `AppConfig.ready`:

    @handles("ReservationHeld")
    def tell_the_booker(fact: ReservationHeld) -> None: ...

Handlers run in the `worker` system scope, each in a savepoint of its own. One that fails is tried again with a
growing wait while the fact's other handlers keep their success; a failing fact steps aside for those after it.
"""

import logging
import traceback
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from django.db import connection, transaction
from django.db.models import Q

from squaremile.core import facts
from squaremile.core.models import Delivery, OutboxFact
from squaremile.kernel import clock
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


def _deliver_one() -> bool:
    with scope(system("worker")):
        fact = (
            OutboxFact.objects.select_for_update(skip_locked=True)
            .filter(Q(next_at=None) | Q(next_at__lte=clock.now()), delivered_at=None).order_by("id").first()
        )
        if fact is None:
            return False
        errors = _hand_over(fact)
        fact.attempts = min(fact.attempts + 1, 32_000)
        fact.error = "\n\n".join(errors)
        if errors:
            fact.next_at = clock.now() + wait_after(fact.attempts)
        else:
            fact.delivered_at = clock.now()
        fact.save(update_fields=["attempts", "error", "next_at", "delivered_at"])
        return True


def _hand_over(fact: OutboxFact) -> list[str]:
    """Give the fact to every handler that has not had it. Returns what went wrong, one text for each that failed."""
    handlers = _handlers.get(fact.name, {})
    if not handlers:
        return []
    try:
        told = facts.rebuild(fact.name, fact.payload)
    except Exception:
        return [traceback.format_exc()]
    had = set(Delivery.objects.filter(fact=fact).values_list("handler", flat=True))
    errors = []
    for key, handler in handlers.items():
        if key in had:
            continue
        try:
            with transaction.atomic():
                handler(told)
                _settle()
                Delivery.objects.create(fact=fact, handler=key)
        except Exception:
            log.exception("handler %s failed on %s %s", key, fact.name, fact.id)
            errors.append(f"{key}\n{traceback.format_exc()}")
    return errors


def _settle() -> None:
    """Check deferred constraints now, so that what breaks one is undone with its own handler and nobody else's."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
