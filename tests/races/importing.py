"""A sheet of bookings brought in, as the command does it, on a connection of this thread's own."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import connection

from squaremile.cli.imports.csv.apply import apply
from squaremile.cli.imports.csv.reader import read

ZONE = ZoneInfo("Asia/Seoul")
HEADER = "장비,이메일,시작,종료,비고\n"


def row(who: str, asked: dict[str, str]) -> str:
    """One booking as a row of the sheet."""
    start, end = (datetime.fromisoformat(asked[name]).astimezone(ZONE) for name in ("start", "end"))
    return f"{asked['equipment']},{who}@example.org,{start:%Y-%m-%d %H:%M},{end:%Y-%m-%d %H:%M},\n"


def bring(*rows: str) -> tuple[int, int]:
    """How many bookings were made, and how many were left out because the time was taken."""
    try:
        reading = read("bookings", (HEADER + "".join(rows)).encode(), zone=ZONE)
        assert apply(reading, zone=ZONE) == ()
        tally = reading.report.tallies["bookings"]
        return tally.created, tally.skipped["already_taken"]
    finally:
        connection.close()
