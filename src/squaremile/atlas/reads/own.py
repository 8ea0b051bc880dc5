"""The cluster's own truth, as sums over five organisations or more: how full, how much used, how much used together.

Read from spaces and booking as the asker may see them; a figure behind which fewer organisations stand is withheld.
"""

from dataclasses import dataclass
from datetime import datetime

from squaremile.atlas.models.fact import FEWEST
from squaremile.booking.reads.use import use
from squaremile.spaces.reads.sites import SiteRow
from squaremile.spaces.reads.tree import overview


@dataclass(frozen=True, slots=True)
class Share:
    """`percent` of `base`; None where there is no base, or `withheld` because too few organisations stand behind it."""

    percent: float | None
    base: float
    organisations: int
    withheld: bool


@dataclass(frozen=True, slots=True)
class Own:
    """One site from `start` to `end`: places let now, hours held of all hours, hours on machines that two or more used."""

    site: SiteRow
    start: datetime
    end: datetime
    occupancy: Share
    utilisation: Share
    joint: Share
    instruments: int


def own(code: str, start: datetime, end: datetime) -> Own:
    """Raises Missing for a site that is not there. Three statements, whatever the size of the site."""
    found = overview(code)
    spots = [spot for floor in found.floors for spot in floor.spots]
    holders = {str(s.standing.stay.holder) for s in spots if s.standing.state == "occupied" and s.standing.stay and s.standing.stay.holder}
    used = use(found.site.id, start, end)
    return Own(
        found.site, start, end,
        _share(found.occupation.occupied, found.occupation.rentable, len(holders)),
        _share(used.hours, used.open_hours, used.organisations),
        _share(used.shared, used.hours, used.sharing), used.instruments,
    )


def _share(part: float, base: float, organisations: int) -> Share:
    if organisations < FEWEST:
        return Share(None, base, organisations, withheld=True)
    return Share(100 * part / base if base else None, base, organisations, withheld=False)
