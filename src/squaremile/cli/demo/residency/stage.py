"""What every part of residency's demonstration is given, and as whom it acts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from squaremile.cli.demo.companies import Company
from squaremile.cli.demo.homes import Let
from squaremile.core.reads import people
from squaremile.kernel.period import civil
from squaremile.kernel.scope import Grant, Scope


@dataclass(frozen=True, slots=True)
class Stage:
    """The cluster so far: its companies, staff by role, what is to be let by a licence, and the moment."""

    companies: tuple[Company, ...]
    organisations: Mapping[str, UUID]
    staff: Mapping[str, UUID]
    people: Mapping[str, list[UUID]]
    """By the organisation's code."""
    lets: tuple[Let, ...]
    now: datetime
    zone: ZoneInfo
    draw: Callable[[str], Random]
    """A stream of its own for each name."""
    records: dict[str, str] = field(default_factory=dict)
    """Codes of company records, by the organisation's code."""

    def at(self, days: int, hour: int = 10) -> datetime:
        """A moment so many days from today, on the site's clock."""
        return civil(self.now.astimezone(self.zone).date() + timedelta(days=days), time(hour), self.zone)

    def staffed(self, role: str) -> Scope:
        return Scope(actor=self.staff[role], grants=(Grant(role),))

    def signer(self, company: str) -> str:
        """The name under which a company's admin signs."""
        actor = self.admin(company).actor
        assert actor is not None
        return people.named([actor])[actor].name.ko

    def admin(self, company: str) -> Scope:
        """The admin of a company, by the organisation's code."""
        whose = self.organisations[company]
        return Scope(actor=people.admins(whose)[0], grants=(Grant("company_admin", whose),))
