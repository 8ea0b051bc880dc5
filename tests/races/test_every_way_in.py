"""One slot, two rivals, every way in: the page, the API and the import, against each other and themselves."""

import os
import subprocess
import sys
import time
from datetime import datetime
from functools import partial
from itertools import product
from pathlib import Path

import pytest

from tests.races.importing import HEADER, ZONE, bring, row
from tests.races.ring import DELAYS, OVERLAPS, admin, count, lanes, slot, together
from tests.server import ROOT, Server, running

pytestmark = pytest.mark.slow
WAYS = ("page", "api", "import")
TAKEN = "SELECT count(*) FROM booking_reservation WHERE state = 'confirmed'"


def ask(way: str, server: Server, who: str, entry: dict[str, dict[str, str]], asked: dict[str, str]) -> str:
    """Ask for the slot; `had`, `taken`, or what came instead."""
    if way == "import":
        return {(1, 0): "had", (0, 1): "taken"}[bring(row(who, asked))]
    if way == "api":
        status, answer = server.request("POST", "/api/v1/reservations", entry["tokens"][who], asked)
        said = str(answer)
    else:
        local = {k: f"{datetime.fromisoformat(asked[k]).astimezone(ZONE):%Y-%m-%dT%H:%M}" for k in ("start", "end")}
        status, said = server.submit("/book/new", entry["sessions"][who], {**asked, **local})
    if status in (201, 303):
        return "had"
    return "taken" if status == 409 and "booking.slot_taken" in said else f"{status} {said[:300]}"


def test_one_of_two_has_it_whichever_way_they_come(own_database, tokens, sessions, admin_url):
    """The second asks 0 to 100 ms after the first; either way in may be the first."""
    jobs = [(one, other, delay / 1000) for delay, one, other in product(DELAYS, WAYS, WAYS)]
    outcomes, entry = [], {"tokens": tokens, "sessions": sessions}
    with running(own_database) as server:

        def pair(number: int, one: str, other: str, delay: float) -> None:
            asked = slot(number)

            def later() -> str:
                time.sleep(delay)
                return ask(other, server, "sora", entry, asked)

            answers = together(lambda: ask(one, server, "hana", entry, asked), later)
            outcomes.append((one, other, delay, *sorted(answers)))

        numbered = list(enumerate(jobs, 100))
        lanes(lambda lane: [pair(number, *job) for number, job in numbered[lane::4]], 4)
    assert [o for o in outcomes if o[3:] != ("had", "taken")] == []
    assert len(outcomes) == len(jobs)
    database = admin(own_database, admin_url)
    assert (count(database, OVERLAPS), count(database, TAKEN)) == (0, len(jobs))


def test_sheets_that_cross_do_not_give_up(own_database, raced, admin_url):
    """Two sheets name the same slots of two instruments, one from the last to the first: each slot is one's."""
    slots = [slot(number, f"RACE-{number % 2}") for number in range(200, 212)]
    sheets = [[row("hana", each) for each in slots], [row("sora", each) for each in reversed(slots)]]
    assert sorted(together(*(partial(bring, *sheet) for sheet in sheets))) == [(0, 12), (12, 0)]
    assert count(admin(own_database, admin_url), OVERLAPS) == 0


def test_the_command_twice_at_once(own_database, raced, admin_url, tmp_path: Path):
    """The same sheet typed in two terminals: every booking is there once, and both end well."""
    sheet = tmp_path / "bookings.csv"
    sheet.write_text(HEADER + "".join(row("hana", slot(n, f"RACE-{n % 2}")) for n in range(300, 312)))
    env = {**os.environ, "DATABASE_APP_URL": own_database, "LC_ALL": "C"}
    words = [sys.executable, "-m", "squaremile.cli.main", "import", "csv", "bookings", str(sheet), "--site", "JB"]
    both = [subprocess.Popen(words, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(each.communicate(timeout=120)[1], each.returncode) for each in both] == [("", 0), ("", 0)]
    database = admin(own_database, admin_url)
    assert (count(database, OVERLAPS), count(database, TAKEN)) == (0, 12)
