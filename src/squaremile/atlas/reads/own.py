"""The cluster's own truth, as sums over five organisations or more: how full, how much used, how much used together.

Read from spaces, booking and metering as the asker may see them; a figure behind which fewer organisations stand is
withheld. What was held and what was used are two figures, never one.
"""

from dataclasses import dataclass
from datetime import datetime

from squaremile.atlas.models.fact import FEWEST
from squaremile.atlas.words import own as words
from squaremile.atlas.words.own import Defined
from squaremile.booking.reads.use import machines, use
from squaremile.metering.reads.sums import metered
from squaremile.spaces.reads.sites import SiteRow
from squaremile.spaces.reads.tree import overview


@dataclass(frozen=True, slots=True)
class Share:
    """`percent` of `base`; None where there is no base or no record (`nothing`), or `withheld` for too few organisations."""

    defined: Defined
    percent: float | None
    base: float
    organisations: int
    withheld: bool
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Own:
    """One site from `start` to `end`: places let now, hours held and hours metered of all hours, and how much of each on
    machines that two or more used. `events` metered ones."""

    site: SiteRow
    start: datetime
    end: datetime
    occupancy: Share
    utilisation: Share
    joint: Share
    metered: Share
    metered_joint: Share
    instruments: int
    events: int

    @property
    def shares(self) -> tuple[Share, ...]:
        return self.occupancy, self.utilisation, self.metered, self.joint, self.metered_joint


def own(code: str, start: datetime, end: datetime) -> Own:
    """Raises Missing for a site that is not there. Five statements, whatever the size of the site."""
    found = overview(code)
    spots = [spot for floor in found.floors for spot in floor.spots]
    holders = {str(s.standing.stay.holder) for s in spots if s.standing.state == "occupied" and s.standing.stay and s.standing.stay.holder}
    used = use(found.site.id, start, end)
    counted = metered(machines(found.site.id), start, end)
    none = not counted.events
    return Own(
        found.site, start, end,
        _share(words.OCCUPANCY, found.occupation.occupied, found.occupation.rentable, len(holders)),
        _share(words.UTILISATION, used.hours, used.open_hours, used.organisations),
        _share(words.JOINT, used.shared, used.hours, used.sharing),
        _share(words.METERED, counted.hours, used.open_hours, counted.organisations, nothing=none),
        _share(words.METERED_JOINT, counted.shared, counted.hours, counted.sharing, nothing=none),
        used.instruments, counted.events,
    )  # fmt: skip


def _share(defined: Defined, part: float, base: float, organisations: int, nothing: bool = False) -> Share:
    if nothing:
        return Share(defined, None, base, 0, withheld=False, nothing=True)
    if organisations < FEWEST:
        return Share(defined, None, base, organisations, withheld=True)
    return Share(defined, 100 * part / base if base else None, base, organisations, withheld=False)
