"""How much of the time in which an instrument could be used it was booked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from squaremile.booking.policies.slots import Hours, open_spans
from squaremile.booking.policies.state_now import Taken
from squaremile.kernel.period import Period


@dataclass(frozen=True, slots=True)
class Utilisation:
    """Whole minutes in a window: open by the rules, under maintenance, and booked, within opening hours all three."""

    days: int
    open_minutes: int
    maintenance_minutes: int
    booked_minutes: int

    @property
    def base_minutes(self) -> int:
        """Open and not under maintenance: what could have been booked."""
        return self.open_minutes - self.maintenance_minutes

    @property
    def percent(self) -> int | None:
        """Booked per cent of the base, rounded half up; None where there was nothing to book."""
        return (200 * self.booked_minutes + self.base_minutes) // (2 * self.base_minutes) if self.base_minutes else None


def utilisation(taken: Iterable[Taken], hours: Sequence[Hours], *, window: Period, zone: ZoneInfo) -> Utilisation:
    """`taken` are live spans, which never overlap one another; only what lies in `window` and in open hours counts."""
    opened = open_spans(window, hours, zone)
    minutes = {"maintenance": 0, "booked": 0}
    for span in taken:
        what = "maintenance" if span.kind == "maintenance" else "booked"
        minutes[what] += sum(part.minutes for each in opened if (part := span.period.clipped(each)))
    return Utilisation(
        days=window.duration.days, open_minutes=sum(each.minutes for each in opened),
        maintenance_minutes=minutes["maintenance"], booked_minutes=minutes["booked"],
    )
