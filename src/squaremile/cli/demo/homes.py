"""Who rents which benches and suites: held, moved in, moved out, seen from today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from squaremile.cli.demo.companies import Company
from squaremile.kernel import clock
from squaremile.kernel.period import civil
from squaremile.spaces import operations as spaces

ARRIVING = ("BARAE", "GALMAET", "DALMURI")
"""Companies whose places are held and who have not moved in yet."""
GONE = (("JB-A409", "GARAM"), ("JB-A401-B08", "CHOROM"), ("JB-A406-B06", "NADEURI"))
"""Places that stand free now, and the members that rented them until some weeks ago."""


@dataclass(frozen=True, slots=True)
class Let:
    """One place let to one company, in days from today; `left` where it has moved out."""

    place: str
    company: str
    start: date
    end: date
    moved_in: bool
    left: bool = False


def lets(companies: tuple[Company, ...], today: date, draw: Random) -> Iterator[Let]:
    """Every letting of the demonstration. A company's places share their dates, as a licence would."""
    for company in companies:
        since = today - timedelta(days=draw.randint(60, 330))
        start, end = since.replace(day=1), today + timedelta(days=draw.randint(90, 500))
        if company.code in ARRIVING:
            start = today + timedelta(days=draw.randint(10, 30))
            end = start + timedelta(days=365)
        for place in company.home:
            yield Let(place, company.code, start, end, company.code not in ARRIVING)
    for place, code in GONE:
        left = today - timedelta(days=draw.randint(15, 45))
        if any(company.code == code for company in companies):
            yield Let(place, code, left - timedelta(days=200), left, moved_in=True, left=True)


def let_all(planned: list[Let], now: datetime, zone: ZoneInfo) -> Iterator[int]:
    """Hold, move in and release, each at the moment it would have been done; yields a running count."""

    def at(day: date) -> datetime:
        return civil(day, time(9), zone)

    for count, let in enumerate(planned, 1):
        signed = min(at(let.start) - timedelta(days=21), now - timedelta(days=1))
        with clock.as_of(signed):
            # One who has left had meant to stay longer.
            until = let.end + timedelta(days=90) if let.left else let.end
            held = spaces.hold(place=let.place, organisation=let.company, start=at(let.start), end=at(until))
        if let.moved_in:
            with clock.as_of(at(let.start) + timedelta(hours=2)):
                spaces.occupy(occupancy=held.code)
        if let.left:
            with clock.as_of(at(let.end)):
                spaces.release(occupancy=held.code)
        yield count
