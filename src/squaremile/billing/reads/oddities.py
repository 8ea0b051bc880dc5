"""Whose account hears of something odd: the one that prices the use, or would have priced it. And training that did not hold."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from squaremile.billing.models import MissedBooking
from squaremile.billing.policies.charges import SESSIONS
from squaremile.billing.reads import months
from squaremile.billing.words import closing as words
from squaremile.kernel.words import Text
from squaremile.metering.reads import circumstances

Elsewhere = Callable[[str, str, datetime], bool]
"""Is a use of a meter, of a thing, at a moment, another account's?"""


def others(origins: Iterable[str], elsewhere: Elsewhere) -> set[str]:
    """Those of some origins that are another account's: uses, and bookings that were missed. Two statements."""
    asked = list(origins)
    found = {one.origin for one in circumstances.known(asked) if elsewhere(one.meter, one.subject, one.start)}
    for missed in MissedBooking.objects.filter(origin__in=asked):
        if elsewhere(SESSIONS, missed.subject, missed.start):
            found.add(missed.origin)
    return found


def untrained(
    organisation: UUID, month: date, as_of: datetime, elsewhere: Elsewhere, spoken: Callable[[datetime], str]
) -> Iterator[tuple[str, Text]]:
    """Uses of a month during which some training did not hold: origin, and what there is to say. One statement."""
    start, end = months.bounds(month)
    for one in circumstances.saying("untrained", organisation, start=start, end=end, before=as_of):
        said = one.evidence["untrained"]
        lacking = [each for each in said if isinstance(each, dict)] if isinstance(said, list) else []
        if lacking and not elsewhere(one.meter, one.subject, one.start):
            what = Text(ko=", ".join(str(each.get("ko")) for each in lacking), en=", ".join(str(each.get("en")) for each in lacking))
            yield one.origin, words.SAYS["untrained"].fill({"subject": one.subject, "start": spoken(one.start), "what": what})
