"""The clocks of visits: their settings, how they stand for one delegation, and what is to be told today."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.words import Text
from squaremile.network.models import ClockDone, Delegation, VisitClock
from squaremile.network.policies import visit_clocks
from squaremile.network.reads.visit_plan import zone_of
from squaremile.network.words import visits as words


@dataclass(frozen=True, slots=True)
class Setting:
    """One clock as this installation sets it."""

    clock: str
    label: Text
    anchor: str
    days: int
    default: bool


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One clock of one delegation."""

    clock: str
    label: Text
    on: date
    state: str
    days: int
    done_at: datetime | None

    @property
    def state_name(self) -> Text:
        return words.CLOCK_STATES[self.state]


@dataclass(frozen=True, slots=True)
class Reminder:
    """What the lead of a delegation is told."""

    delegation: UUID
    code: str
    name: Text
    lead: UUID
    clock: str
    on: date
    late: bool
    told: str


def settings() -> tuple[Setting, ...]:
    """Every clock, in the order of the trade. One statement."""
    kept = {row.clock: row for row in VisitClock.objects.all()}
    found = []
    for name, (anchor, days) in visit_clocks.DEFAULTS.items():
        row = kept.get(name)
        found.append(Setting(
            name, words.CLOCKS[name], row.anchor if row else anchor, row.days if row else days, row is None,
        ))
    return tuple(found)


def clocks(delegation: Delegation, done: dict[str, datetime] | None = None) -> tuple[ClockRow, ...]:
    """How each clock stands today, where the visit takes place. Two statements."""
    if done is None:
        done = dict(ClockDone.objects.filter(delegation=delegation).values_list("clock", "done_at"))
    return _rows(delegation, settings(), done)


def _rows(delegation: Delegation, kept: tuple[Setting, ...], done: dict[str, datetime]) -> tuple[ClockRow, ...]:
    today = clock.now().astimezone(zone_of(delegation)).date()
    found = []
    for each in kept:
        due = visit_clocks.due(
            each.clock, each.anchor, each.days, starts_on=delegation.starts_on, ends_on=delegation.ends_on, today=today,
            done=each.clock in done,
        )
        found.append(ClockRow(each.clock, each.label, due.on, due.state, due.days, done.get(each.clock)))
    return tuple(sorted(found, key=lambda row: row.on))


def reminders() -> tuple[Reminder, ...]:
    """What is due soon (told once) or late (told once a week), for every visit that is not over."""
    kept, found = settings(), []
    done: dict[object, dict[str, datetime]] = {}
    for key, name, at in ClockDone.objects.values_list("delegation_id", "clock", "done_at"):
        done.setdefault(key, {})[name] = at
    for delegation in Delegation.objects.exclude(state__in=("closed", "cancelled")).order_by("id"):
        for row in _rows(delegation, kept, done.get(delegation.id, {})):
            if row.state not in ("soon", "late"):
                continue
            told = "soon" if row.state == "soon" else f"late{-row.days // 7}"
            found.append(Reminder(
                delegation.id, delegation.code, Text(ko=delegation.name_ko or delegation.name_en, en=delegation.name_en or delegation.name_ko),
                delegation.lead_id, row.clock, row.on, row.state == "late", told,
            ))
    return tuple(found)
