"""What every part of money's demonstration is given: whom it bills, which months, and as whom it acts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from squaremile.core.reads import people
from squaremile.kernel.period import civil
from squaremile.kernel.scope import Grant, Scope


@dataclass(frozen=True, slots=True)
class Setting:
    """`organisations` by code, in the order in which accounts are opened; `now` lies after all that was recorded."""

    organisations: Mapping[str, UUID]
    finance: UUID
    now: datetime
    today: date
    zone: ZoneInfo

    @property
    def current(self) -> date:
        """The month that runs."""
        return self.today.replace(day=1)

    @property
    def last(self) -> date:
        """Whose bills are with their payers."""
        return (self.current - timedelta(days=1)).replace(day=1)

    @property
    def first(self) -> date:
        """That is closed whole."""
        return (self.last - timedelta(days=1)).replace(day=1)

    def at(self, day: date, hour: int = 9) -> datetime:
        return civil(day, time(hour), self.zone)

    @property
    def bookkeeper(self) -> Scope:
        return Scope(actor=self.finance, grants=(Grant("finance"),))

    def payer(self, company: str) -> Scope:
        """An admin of a company, by the organisation's code."""
        whose = self.organisations[company]
        return Scope(actor=people.admins(whose)[0], grants=(Grant("company_admin", whose),))
