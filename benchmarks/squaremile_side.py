"""squaremile in the race: migrated, seeded, served, and what each of its requests looks like.

Seeding enters as the database's superuser, because row security would hide one company's rows from
another. The serving process enters as `sm_app`, as in production.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from uuid import UUID, uuid4

from .postgres import Server
from .processes import Web, serving
from .raw import RawPlan
from .squaremile_seed import Connection, seed, token
from .terms import (
    ROOT,
    SIGNED_IN,
    VAR,
    WEB,
    Shape,
    Slot,
    Slots,
    feed_monday,
    free_from,
    last_seeded_day,
)  # fmt: skip
from .wire import Reply, request

DATABASE = "sm_bench_squaremile"
FOLDER = VAR / "squaremile"
HEALTH = "/api/v1/me"

PREPARE = (
    "import os; from squaremile.config import database;"
    "database.prepare(os.environ['DATABASE_URL'], os.environ['SECRET_KEY'])"
)
MADE_BY_RACES = "SELECT id FROM booking_reservation WHERE lower(period) >= %(since)s"
CLEAR = (
    f"DELETE FROM booking_reservation_transition WHERE reservation_id IN ({MADE_BY_RACES})",
    f"DELETE FROM booking_reservation_detail WHERE reservation_id IN ({MADE_BY_RACES})",
    "DELETE FROM booking_reservation WHERE lower(period) >= %(since)s",
)
DOUBLE = """
SELECT count(*) FROM booking_reservation a JOIN booking_reservation b
    ON a.equipment_id = b.equipment_id AND a.id < b.id AND a.period && b.period
WHERE lower(a.period) >= %(since)s AND lower(b.period) >= %(since)s
    AND a.state NOT IN ('cancelled', 'declined', 'missed')
    AND b.state NOT IN ('cancelled', 'declined', 'missed')
"""
RAW = (
    """WITH detail AS (INSERT INTO booking_reservation_detail
    (id, reservation_id, organisation_id, person_id, purpose, assisted, work_type, reason, sequence, starts_at)
    VALUES (%(detail)s, %(id)s, %(company)s, %(person)s, %(purpose)s, false, '', '', 0, %(start)s)),
    fact AS (INSERT INTO core_outbox_fact (id, name, payload, at, attempts, error)
    VALUES (%(fact)s, 'ReservationHeld', %(said)s::jsonb, now(), 0, '')),
    activity AS (INSERT INTO core_activity (id, at, operation, actor, operator, reason, organisation_id, subject_type,
    subject_id, subject_code, data, system, request_id)
    VALUES (%(activity)s, now(), 'booking.reserve', %(person)s, %(person)s, '', %(company)s, 'Reservation', %(id)s,
    %(code)s, %(said)s::jsonb, '', 'RQ-0000000000'))
    INSERT INTO booking_reservation (id, code, equipment_id, kind, period, claimed, state, created_at)
    VALUES (%(id)s, %(code)s, %(equipment)s, 'booking', tstzrange(%(start)s, %(end)s),
    tstzrange(%(start)s, %(end)s), 'confirmed', now())""",
)
"""The statement that a booking sends, with the same rows in the same tables: slot, owner, audit entry, fact."""


class Squaremile:
    """The product of this repository."""

    name = "squaremile"
    title = "squaremile"
    database = DATABASE
    seal = ""
    """What else the kept data depends on."""

    def __init__(self, server: Server, shape: Shape) -> None:
        self.server = server
        self.shape = shape
        self.slots = Slots(shape.instruments)
        self.program = Path(sys.executable).parent / WEB.program
        self._raw_slots = Slots(shape.instruments)
        self._raw_slots.skip(500)
        self._turn = 0

    # -- preparing ---------------------------------------------------------------------------
    def prepare(self) -> None:
        """Migrate and seed anew if size, day or schema changed; else remove what races booked."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        seal = f"{self.shape} until {last_seeded_day()} schema {_schema()}{self.seal}"
        if self.server.ensure(self.database) or self._seal() != seal:
            self.server.ensure(self.database, anew=True)
            self._python("-c", PREPARE)
            self._python("-m", "django", "migrate", "--verbosity=0", "--skip-checks")
            with self.server.connect(self.database) as connection:
                self.fill(connection)
                connection.execute(f"COMMENT ON DATABASE {self.database} IS '{seal}'".encode())
            return
        with self.server.connect(self.database) as connection:
            connection.execute("SET session_replication_role = replica")
            for statement in CLEAR:
                connection.execute(statement.encode(), {"since": free_from()})
            connection.execute("VACUUM ANALYZE")

    def fill(self, connection: Connection) -> None:
        """The data of the race."""
        seed(connection, self.shape)

    def _seal(self) -> str:
        with self.server.connect(self.database) as connection:
            row = connection.execute(
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
            ).fetchone()
        return str(row[0]) if row else ""

    def _python(self, *arguments: str) -> None:
        environment = {**os.environ, **self._environment(), "SQUAREMILE_DB_ROLE": "owner"}
        subprocess.run([sys.executable, *arguments], env=environment, cwd=FOLDER, check=True)

    def _environment(self) -> dict[str, str]:
        return {
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "squaremile.config.settings",
            "SQUAREMILE_HOME": str(FOLDER),
            "DATABASE_URL": self.server.url(self.database),
            "DATABASE_APP_URL": "",
            "SECRET_KEY": _secret_key(self.server),
            "ALLOWED_HOSTS": "127.0.0.1",
            "DEBUG": "false",
            "SQUAREMILE_DEMO": "false",
        }

    @contextmanager
    def serve(self) -> Iterator[Web]:
        """Its web server under the shared terms."""
        application = "squaremile.config.wsgi:application"
        with serving(self.name, self.program, application, self._environment(), HEALTH) as web:
            yield web

    # -- racing ------------------------------------------------------------------------------
    def create(self, slot: Slot | None = None) -> bytes:
        """A request that books `slot`, or the next free one, for the next person in turn."""
        slot = slot or self.slots.take()
        wish = {
            "equipment": f"EQ-{slot.instrument + 1}",
            "start": slot.start.isoformat(),
            "end": slot.end.isoformat(),
            "purpose": "Routine measurement",
        }
        headers = {**self._signed_in(), "Content-Type": "application/json"}
        return request("POST", "/api/v1/reservations", headers, json.dumps(wish).encode())

    def created(self, reply: Reply) -> bool:
        """Whether that request was granted."""
        return reply.status == 201

    def week(self) -> bytes:
        """The week of every instrument of the site, each time for another person."""
        target = f"/api/v1/sites/S1/week?start={feed_monday()}"
        return request("GET", target, self._signed_in())

    def _signed_in(self) -> dict[str, str]:
        self._turn += 1
        return {"Authorization": f"Bearer {token(1 + self._turn % SIGNED_IN)}"}

    def events(self, reply: Reply) -> int:
        """How many reservations that week holds, wherever the reply keeps its longest list."""
        return _longest(json.loads(reply.body))

    def raw_plan(self, count: int) -> RawPlan:
        """The rows of `count` bookings, made beforehand, for psycopg alone."""
        with self.server.connect(self.database) as connection:
            instruments = _column(connection.execute(
                "SELECT id FROM booking_equipment ORDER BY position"))  # fmt: skip
            people = connection.execute("SELECT user_id, organisation_id FROM core_role_grant LIMIT 64").fetchall()
        bookings = []
        for number in range(count):
            slot, key = self._raw_slots.take(), uuid4()
            person, company = people[number % len(people)]
            said = {
                "code": f"RW-{key.hex[:12]}", "equipment": str(instruments[slot.instrument]), "person": str(person),
                "organisation": str(company), "start": slot.start.isoformat(), "end": slot.end.isoformat(),
            }  # fmt: skip
            rows: dict[str, object] = {
                "id": key, "code": said["code"], "equipment": instruments[slot.instrument], "start": slot.start,
                "end": slot.end, "detail": uuid4(), "company": company, "person": person,
                "purpose": "Routine measurement", "fact": uuid4(), "activity": uuid4(), "said": json.dumps(said),
            }  # fmt: skip
            bookings.append((rows,))
        return RawPlan(self.server.url(self.database), RAW, bookings)

    # -- checking ----------------------------------------------------------------------------
    def double_bookings(self) -> int:
        """Pairs of live reservations that overlap on one instrument, among those of the races."""
        with self.server.connect(self.database) as connection:
            row = connection.execute(DOUBLE, {"since": free_from()}).fetchone()
        return int(str(row[0])) if row else 0

    def versions(self) -> str:
        """Versions of what answers."""
        names = ("squaremile", "Django", WEB.program, "psycopg")
        return " ".join(f"{name} {version(name)}" for name in names)


def _column(rows: object) -> list[UUID]:
    return [row[0] for row in rows]  # type: ignore[attr-defined]


def _longest(value: object) -> int:
    if isinstance(value, dict):
        return max((_longest(inner) for inner in value.values()), default=0)
    return len(value) if isinstance(value, list) else 0


def _schema() -> str:
    """Changes whenever a migration does, so that the race never runs on an old schema."""
    digest = hashlib.sha256()
    for file in sorted((ROOT / "src").rglob("migrations/*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _secret_key(server: Server) -> str:
    """Role passwords derive from it, so a server that others use too must keep its own."""
    kept = ROOT / "var" / "secret_key"
    if server.kind == "DATABASE_URL":
        if "SECRET_KEY" in os.environ:
            return os.environ["SECRET_KEY"]
        if kept.exists():
            return kept.read_text().strip()
    return "only-for-the-race-" + "0" * 40
