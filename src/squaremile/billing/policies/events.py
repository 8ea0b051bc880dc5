"""Usage as rating sees it, and the one order in which it is rated.

The canonical order is company, start, identifier: never arrival. A correction stands right behind the event it corrects
and is added to it before anything is priced. So tiers and caps are allocated the same way however late a row came in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Event:
    """One use. `quantity` is what the meter recorded; `used` and `booked` where it knows both. `end` is after `start`.

    `priced_on`: the day whose card holds, where the price froze before the use began.
    """

    id: str
    company: str
    meter: str
    subject: str
    start: datetime
    end: datetime
    quantity: Fraction
    project: str = ""
    person: str = ""
    payer_class: str = ""
    used: Fraction | None = None
    booked: Fraction | None = None
    assisted: bool = False
    priced_on: date | None = None
    corrects: str = ""

    @property
    def key(self) -> tuple[str, datetime, str, bool, str]:
        """Where it stands in the canonical order."""
        return (self.company, self.start, self.corrects or self.id, bool(self.corrects), self.id)


class Inconsistent(ValueError):
    """Two rows that cannot both be true. `event` names the one, `why` says what is wrong: `twice` or `corrects_nothing`."""

    def __init__(self, event: str, why: str) -> None:
        self.event, self.why = event, why
        super().__init__(f"{event}: {why}")


def folded(events: Iterable[Event]) -> Iterator[Event]:
    """Events in canonical order with their corrections added to them; a row that comes again counts once.

    Raises:
        Inconsistent: the same identifier with other contents, or a correction without its event at the same start.
    """
    standing: Event | None = None
    last: Event | None = None
    for event in events:
        if last is not None and event.id == last.id and event.company == last.company:
            if event != last:
                raise Inconsistent(event.id, "twice")
            continue
        last = event
        if not event.corrects:
            if standing is not None:
                yield standing
            standing = event
            continue
        if standing is None or (standing.id, standing.company, standing.meter) != (event.corrects, event.company, event.meter):
            raise Inconsistent(event.id, "corrects_nothing")
        standing = replace(
            standing, quantity=standing.quantity + event.quantity, used=_sum(standing.used, event.used),
            booked=_sum(standing.booked, event.booked),
        )
    if standing is not None:
        yield standing


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return one if other is None else other if one is None else one + other
