"""Sterilisers with their tests, and cycles: for those who run them, read them and answer for them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, Max, Q, QuerySet

from squaremile.core.reads import people
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.safety.reads.areas import today
from squaremile.stores.models import Cycle, Indicator, Steriliser
from squaremile.stores.policies import sterile
from squaremile.stores.words import services as words


@dataclass(frozen=True, slots=True)
class SteriliserRow:
    """One machine, and how its tests stand."""

    code: str
    name: Text
    kind: str
    place: str
    place_name: Text
    instrument: str
    test_days: int | None
    since: date
    active: bool
    last_negative: date | None
    suspect: bool

    @property
    def kind_said(self) -> Text:
        return words.MACHINE_KINDS[self.kind]

    @property
    def due_on(self) -> date | None:
        return sterile.due_on(self.test_days, self.since, self.last_negative)

    @property
    def overdue(self) -> bool:
        due = self.due_on
        return self.active and due is not None and due < today()

    @property
    def look(self) -> str:
        return "stop" if self.suspect else "warn" if self.overdue else "ok" if self.active else "neutral"


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One biological indicator."""

    code: str
    cycle: str
    lot: str
    state: str
    incubated_at: datetime
    read_at: datetime | None

    @property
    def state_said(self) -> Text:
        return words.TEST_STATES[self.state]

    @property
    def look(self) -> str:
        return {"negative": "ok", "positive": "stop", "invalid": "warn"}.get(self.state, "pending")


@dataclass(frozen=True, slots=True)
class CycleRow:
    """One cycle."""

    code: str
    steriliser: str
    machine_kind: str
    machine: Text
    program: str
    state: str
    started_at: datetime
    ended_at: datetime | None
    celsius: Decimal | None
    kilopascal: Decimal | None
    minutes_held: Decimal | None
    chemical: str
    failed_because: str
    run_by: UUID | None
    load_count: int
    indicators: tuple[IndicatorRow, ...]

    @property
    def state_said(self) -> Text:
        return words.CYCLE_STATES[self.state]

    @property
    def chemical_said(self) -> Text:
        return words.CHEMICAL[self.chemical]

    @property
    def look(self) -> str:
        return {"running": "in_use", "passed": "ok"}.get(self.state, "stop")


def sterilisers() -> list[SteriliserRow]:
    """All, by name. Two statements. How tests stand is only said to those who see them."""
    found = _verdicts()
    return [_machine(each, found) for each in _machines().order_by("code")]


def steriliser(code: str) -> SteriliserRow:
    """One. Raises Missing."""
    found = _machines().filter(code=code).first()
    if found is None:
        raise Missing(words.STERILISER_UNKNOWN)
    return _machine(found, _verdicts(found.id))


def overdue() -> list[SteriliserRow]:
    """Machines whose test is overdue."""
    return [row for row in sterilisers() if row.overdue]


def any_overdue() -> bool:
    """For the worker."""
    return bool(overdue())


def ran(machine: UUID) -> list[sterile.Ran]:
    """What a machine ran, with what its tests said. A cycle that still runs is decided when it ends; a negative test of a cycle
    that did not pass proves nothing."""
    found = Cycle.objects.filter(steriliser_id=machine).annotate(
        grew=Count("indicators", filter=Q(indicators__state="positive")), not_grown=Count("indicators", filter=Q(indicators__state="negative")),
    )
    return [
        sterile.Ran(each.id, each.started_at, "positive" if each.grew else "negative" if each.not_grown and each.state == "passed" else "")
        for each in found.order_by("started_at") if each.state != "running" or each.grew
    ]


def cycles(*, steriliser: str = "", running: bool = False, most: int = 60) -> list[CycleRow]:
    """The newest first. Three statements."""
    found = _cycles().order_by("-started_at", "code")
    if steriliser:
        found = found.filter(steriliser__code=steriliser)
    if running:
        found = found.filter(state="running")
    return [_cycle(each) for each in found[:most]]


def cycle(code: str) -> CycleRow:
    """One. Raises Missing."""
    found = _cycles().filter(code=code).first()
    if found is None:
        raise Missing(words.CYCLE_UNKNOWN)
    return _cycle(found)


def runner(row: CycleRow) -> Text | None:
    """Who ran it."""
    found = people.named([row.run_by]).get(row.run_by) if row.run_by else None
    return found.name if found else None


def incubating() -> list[IndicatorRow]:
    """Indicators that wait to be read, the oldest first."""
    return [_indicator(each) for each in Indicator.objects.select_related("cycle").filter(state="incubating").order_by("incubated_at")]


def told(code: str) -> tuple[Text, str] | None:
    """For those who tell of an indicator: its machine's name, and its cycle."""
    found = Indicator.objects.select_related("cycle__steriliser").filter(code=code).first()
    return (both(found.cycle.steriliser.name_ko, found.cycle.steriliser.name_en), found.cycle.code) if found else None


def _machines() -> QuerySet[Steriliser]:
    return Steriliser.objects.select_related("place")


def _verdicts(machine: UUID | None = None) -> dict[UUID, list[tuple[datetime, str, date]]]:
    """By machine: when the cycle began, what its test said, and the day on which it was read."""
    zone, found = ZoneInfo(settings.TIME_ZONE), defaultdict(list)
    tests = Indicator.objects.filter(Q(state="positive") | Q(state="negative", cycle__state="passed"))
    if machine:
        tests = tests.filter(cycle__steriliser_id=machine)
    newest = tests.values("cycle__steriliser_id", "cycle__started_at", "state").annotate(read=Max("read_at"))
    for row in newest:
        said = (row["cycle__started_at"], row["state"], row["read"].astimezone(zone).date())
        found[row["cycle__steriliser_id"]].append(said)
    return found


def _machine(m: Steriliser, found: dict[UUID, list[tuple[datetime, str, date]]]) -> SteriliserRow:
    tests = found.get(m.id, [])
    last = max(((day, at) for at, said, day in tests if said == "negative"), default=None)
    return SteriliserRow(
        m.code, both(m.name_ko, m.name_en), m.kind, m.place.code, both(m.place.name_ko, m.place.name_en), m.instrument, m.test_days, m.since,
        m.active, last[0] if last else None, bool(tests) and max(tests)[1] == "positive",
    )


def _cycles() -> QuerySet[Cycle]:
    return Cycle.objects.select_related("steriliser").prefetch_related("indicators", "loads")


def _indicator(i: Indicator, cycle: str = "") -> IndicatorRow:
    return IndicatorRow(i.code, cycle or i.cycle.code, i.lot, i.state, i.incubated_at, i.read_at)


def _cycle(c: Cycle) -> CycleRow:
    tests = sorted(c.indicators.all(), key=lambda each: each.incubated_at)
    return CycleRow(
        c.code, c.steriliser.code, c.steriliser.kind, both(c.steriliser.name_ko, c.steriliser.name_en), c.program, c.state,
        c.started_at, c.ended_at, c.celsius,
        c.kilopascal, c.minutes_held, c.chemical, c.failed_because, c.run_by, len(c.loads.all()), tuple(_indicator(i, c.code) for i in tests),
    )
