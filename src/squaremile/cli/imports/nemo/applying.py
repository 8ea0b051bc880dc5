"""What every part of applying a NEMO plan is handed: the plan, what is known already, and the codes made so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from squaremile.cli.imports.applying import Ledger
from squaremile.cli.imports.nemo.plan import Plan
from squaremile.cli.imports.progress import Track
from squaremile.core.sheets.report import Report
from squaremile.kernel.period import civil


@dataclass(frozen=True, slots=True)
class Owner:
    """An organisation that was imported."""

    id: UUID
    code: str
    name: str


@dataclass(slots=True)
class Applying:
    """One run. The mappings go from NEMO's external ids to what stands for them here."""

    plan: Plan
    report: Report
    ledger: Ledger
    zone: ZoneInfo
    now: datetime
    track: Track
    organisations: dict[str, Owner] = field(default_factory=dict)
    projects: dict[str, UUID] = field(default_factory=dict)
    open_projects: dict[UUID, str] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
    rooms: dict[str, str] = field(default_factory=dict)
    """Codes of rooms by external id of the area; "" is the room of tools without one."""
    equipment: dict[str, str] = field(default_factory=dict)
    """Codes of instruments in use; retired ones are left out."""
    bookings: dict[str, str] = field(default_factory=dict)
    """Codes of bookings that were recorded, now or earlier."""
    kept: list[str] = field(default_factory=list)
    """External ids of records that go to the kept section although they were planned."""

    def hold_back(self, kind: str, external_id: str) -> None:
        self.report.hold_back(kind)
        self.kept.append(external_id)

    def name_of(self, person: str) -> str:
        return next((each.name for each in self.plan.people if each.external_id == person), person)

    def called(self, equipment: str) -> str:
        return next((each.name for each in self.plan.equipment if each.external_id == equipment), equipment)

    def when(self, start: datetime, end: datetime | None) -> str:
        first = f"{start.astimezone(self.zone):%Y-%m-%d %H:%M}"
        return first if end is None else f"{first} – {end.astimezone(self.zone):%Y-%m-%d %H:%M}"

    def midnight(self, day: date) -> datetime:
        return civil(day, time.min, self.zone)


def external_ids(plan: Plan) -> Iterator[str]:
    """Every external id that a plan may have left behind in an earlier run."""
    for group in (plan.organisations, plan.projects, plan.people, plan.places, plan.equipment, plan.qualifications,
                  plan.faults, plan.bookings.standing, plan.bookings.missed, plan.uses):  # fmt: skip
        for each in group:
            yield each.external_id
