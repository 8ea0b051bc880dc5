"""Where the races are held: two instruments that need each other, slots that never meet, and a look from outside."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import psycopg

WHO = ("hana", "haeun", "sora")
DELAYS = (0, 5, 10, 25, 50, 100)
"""How long after the first the second asks, in ms."""
BASE = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(hours=1)
"""One moment for the whole run: slots of different numbers never meet, however long it takes."""

OVERLAPS = """
SELECT count(*) FROM booking_reservation a JOIN booking_reservation b
  ON a.id < b.id AND a.equipment_id = b.equipment_id AND a.claimed && b.claimed
WHERE a.state IN ('pending', 'confirmed', 'in_use', 'done') AND b.state IN ('pending', 'confirmed', 'in_use', 'done')
"""


def slot(number: int, equipment: str = "RACE-0") -> dict[str, str]:
    """Two minutes of an instrument; a number is a slot of its own."""
    start = BASE + timedelta(minutes=2 * number)
    return {"equipment": equipment, "start": start.isoformat(), "end": (start + timedelta(minutes=2)).isoformat()}


def admin(own_database: str, admin_url: str) -> str:
    """The same database as its superuser enters it, whom row security does not bind."""
    return urlsplit(admin_url)._replace(path=urlsplit(own_database).path).geturl()


def count(database: str, sql: str) -> int:
    with psycopg.connect(database) as db:
        return db.execute(sql).fetchone()[0]


def together(*acts: Callable[[], Any]) -> list[Any]:
    """Every act in a thread of its own; what each gave back, as they ended."""
    gave: list[Any] = []
    threads = [threading.Thread(target=lambda act=act: gave.append(act())) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return gave


def lanes(work: Callable[[int], object], many: int) -> None:
    """The same work in many threads, each told its number."""
    together(*(lambda n=n: work(n) for n in range(many)))
