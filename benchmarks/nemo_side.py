"""NEMO in the race: installed from PyPI, seeded, served, and what each of its requests looks like.

None of NEMO's code is kept here. Reservations are created the way its own calendar does (its form
endpoint), because that is where its rules run: its REST endpoint checks none of them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from importlib.metadata import version
from urllib.parse import urlencode

from .postgres import Server
from .processes import Web, serving
from .terms import ROOT, VAR, WEB, Shape, Slot, Slots, feed_monday, free_from, last_seeded_day
from .wire import Reply, request

PACKAGES = ("NEMO==8.1.5", f"{WEB.program}=={version(WEB.program)}", "psycopg2-binary")
DATABASE = "sm_bench_nemo"
FOLDER = VAR / "nemo"
CSRF = "0" * 32

SEED = """
INSERT INTO "NEMO_reservation" (user_id, creator_id, creation_time, tool_id, project_id, start,
    "end", short_notice, cancelled, missed, shortened, self_configuration, title, validated, waived)
SELECT p.user_id, p.user_id, now(), t.id, p.project_id, s.at, s.at + interval '1 hour',
    false, false, false, false, false, '', false, false
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM "NEMO_tool") t
CROSS JOIN generate_series(0, %(days)s - 1) AS day
CROSS JOIN generate_series(0, %(per_day)s - 1) AS hour
CROSS JOIN LATERAL (SELECT (%(last)s::date - day::int + make_interval(hours => %(first)s + hour))
    AT TIME ZONE 'Asia/Seoul' AS at) s
JOIN (SELECT user_id, project_id, row_number() OVER (ORDER BY user_id) - 1 AS n
    FROM "NEMO_user_projects") p ON p.n = (t.n * 97 + day * 13 + hour * 389) %% %(people)s
ORDER BY s.at, t.n
"""

DOUBLE = """
SELECT count(*) FROM "NEMO_reservation" a JOIN "NEMO_reservation" b
    ON a.tool_id = b.tool_id AND a.id < b.id AND a.start < b."end" AND b.start < a."end"
WHERE a.start >= %(since)s AND b.start >= %(since)s
    AND NOT (a.cancelled OR a.missed OR a.shortened OR b.cancelled OR b.missed OR b.shortened)
"""


class Nemo:
    """The peer."""

    name = "nemo"
    title = "NEMO 8.1.5"
    database = DATABASE

    def __init__(self, server: Server, shape: Shape) -> None:
        self.server = server
        self.shape = shape
        self.slots = Slots(shape.instruments)
        self._turn = 0
        self._keys: dict[str, list[str]] = {}

    # -- preparing ---------------------------------------------------------------------------
    def prepare(self) -> None:
        """Install, migrate and seed, doing again only what is missing or of another size."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        python = FOLDER / "venv" / "bin" / "python"
        if not (python.parent / WEB.program).exists():
            subprocess.run([sys.executable, "-m", "venv", str(FOLDER / "venv")], check=True)
            install = [str(python), "-m", "pip", "install", "--quiet", *PACKAGES]
            subprocess.run(install, check=True, stderr=subprocess.DEVNULL)
        sessions = FOLDER / "sessions.json"
        if self.server.ensure(DATABASE, anew=not sessions.exists()):
            sessions.unlink(missing_ok=True)
        if not sessions.exists():
            self._inside("base")
        self._keys = json.loads(sessions.read_text())
        self._reservations()

    def _reservations(self) -> None:
        seal = f"{self.shape} until {last_seeded_day()}"
        table = '"NEMO_reservation"'
        with self.server.connect(DATABASE) as connection:
            row = connection.execute("SELECT obj_description(%s::regclass, 'pg_class')", [table]).fetchone()
            if row and row[0] == seal:
                connection.execute(f"DELETE FROM {table} WHERE start >= %s", [free_from()])
            else:
                connection.execute(f"TRUNCATE {table} CASCADE")
                connection.execute(
                    SEED,
                    {
                        "days": self.shape.days,
                        "per_day": self.shape.per_day,
                        "first": self.shape.first_hour,
                        "people": self.shape.people,
                        "last": last_seeded_day(),
                    },
                )
                connection.execute(f"COMMENT ON TABLE {table} IS '{seal}'".encode())
            connection.execute(f"VACUUM ANALYZE {table}")

    def _environment(self) -> dict[str, str]:
        return {
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "benchmarks.nemo_settings",
            "SM_BENCH_NEMO_FOLDER": str(FOLDER),
            "SM_BENCH_PG_HOST": self.server.host,
            "SM_BENCH_PG_PORT": str(self.server.port),
            "SM_BENCH_PG_USER": self.server.user,
            "SM_BENCH_PG_PASSWORD": self.server.password,
            "SM_BENCH_PG_DATABASE": DATABASE,
        }

    def _inside(self, command: str) -> str:
        python = FOLDER / "venv" / "bin" / "python"
        done = subprocess.run(
            [python, "-m", "benchmarks.nemo_inside", command],
            env={**os.environ, **self._environment()},
            cwd=FOLDER, check=True, text=True, stdout=subprocess.PIPE,
        )  # fmt: skip
        return done.stdout

    @contextmanager
    def serve(self) -> Iterator[Web]:
        """NEMO's web server under the shared terms."""
        program = FOLDER / "venv" / "bin" / WEB.program
        application = "NEMO.wsgi:application"
        with serving(self.name, program, application, self._environment(), "/health/") as web:
            yield web

    # -- racing ------------------------------------------------------------------------------
    def create(self, slot: Slot | None = None) -> bytes:
        """A request that books `slot`, or the next free one, for the next person in turn."""
        slot = slot or self.slots.take()
        self._turn += 1
        session = self._keys["people"][self._turn % len(self._keys["people"])]
        form = {
            "item_type": "tool",
            "item_id": self._keys["tools"][slot.instrument],
            "start": int(slot.start.timestamp()),
            "end": int(slot.end.timestamp()),
        }
        headers = {
            **self._signed_in(session),
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Requested-With": "XMLHttpRequest",
            "X-CSRFToken": CSRF,
            "Referer": "http://127.0.0.1/",
        }
        return request("POST", "/create_reservation/", headers, urlencode(form).encode())

    def created(self, reply: Reply) -> bool:
        """NEMO answers 200 with an empty body when it booked, with a dialog when it refused."""
        return reply.status == 200 and not reply.body

    def week(self) -> bytes:
        """The week of every instrument, as its calendar asks for it."""
        return self._feed({"all_tools": "yes"})

    def instrument_week(self) -> bytes:
        """The week of one instrument."""
        self._turn += 1
        tool = self._keys["tools"][self._turn % len(self._keys["tools"])]
        return self._feed({"item_type": "tool", "item_id": tool})

    def bare_week(self) -> bytes:
        """The week of every instrument from the REST API: rows of numbers, no names."""
        monday = feed_monday()
        window = {
            "start__gte": f"{monday}T00:00:00+09:00",
            "start__lt": f"{monday + timedelta(days=7)}T00:00:00+09:00",
            "page_size": 100_000,
            "format": "json",
        }
        headers = self._signed_in(self._keys["staff"][0])
        return request("GET", "/api/reservations/?" + urlencode(window), headers)

    def _feed(self, what: dict[str, str]) -> bytes:
        monday = feed_monday()
        window = {"start": str(monday), "end": str(monday + timedelta(days=7))}
        query = urlencode({**window, "event_type": "reservations", **what})
        session = self._keys["people"][0]
        return request("GET", f"/event_feed/?{query}", self._signed_in(session))

    def _signed_in(self, session: str) -> dict[str, str]:
        return {"Cookie": f"sessionid={session}; csrftoken={CSRF}"}

    def events(self, reply: Reply) -> int:
        """How many reservations a feed's reply holds."""
        found = json.loads(reply.body)
        return len(found["results"] if isinstance(found, dict) else found)

    # -- checking ----------------------------------------------------------------------------
    def double_bookings(self) -> int:
        """Pairs of live reservations that overlap on one instrument, among those of the races."""
        with self.server.connect(DATABASE) as connection:
            row = connection.execute(DOUBLE, {"since": free_from()}).fetchone()
        return int(str(row[0])) if row else 0

    def statements(self) -> dict[str, int]:
        """SQL statements per request, counted in process."""
        found = json.loads(self._inside("sql").splitlines()[-1])
        return {str(key): int(value) for key, value in found.items()}

    def versions(self) -> str:
        """What was installed."""
        python = FOLDER / "venv" / "bin" / "python"
        code = (
            "from importlib.metadata import version as v;"
            "print(*(f'{n} {v(n)}' for n in ('NEMO', 'Django', 'granian', 'psycopg2-binary')))"
        )
        done = subprocess.run([python, "-c", code], check=True, text=True, stdout=subprocess.PIPE)
        return done.stdout.strip()
