"""Loads: a company's own with the cycle that it went through, everybody's for staff. Nobody sees whose else was in it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Value, When

from squaremile.core.reads import people
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.stores.models import Indicator, Load, LoadTransition
from squaremile.stores.words import services as words

HERE = ("quarantined", "loaded", "ready")


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One load, and what was measured of the cycle that it last went through."""

    code: str
    organisation: str
    organisation_id: UUID
    company: Text
    service_order: str
    requested_by: UUID | None
    what: str
    state: str
    cycle: str
    steriliser: str
    machine_kind: str
    machine: Text
    program: str
    cycle_state: str
    started_at: datetime
    ended_at: datetime | None
    celsius: Decimal | None
    kilopascal: Decimal | None
    minutes_held: Decimal | None
    chemical: str
    quarantined_at: datetime | None
    quarantined_for: str
    released_at: datetime | None
    released_by: UUID | None
    released_because: str
    handed_to: str
    gone_at: datetime | None

    @property
    def state_said(self) -> Text:
        return words.LOAD_STATES[self.state]

    @property
    def cycle_said(self) -> Text:
        return words.CYCLE_STATES[self.cycle_state]

    @property
    def chemical_said(self) -> Text:
        return words.CHEMICAL[self.chemical]

    @property
    def why_said(self) -> Text:
        return words.CAUSES[self.quarantined_for]

    @property
    def look(self) -> str:
        return {"loaded": "in_use", "ready": "ok", "quarantined": "stop"}.get(self.state, "neutral")


def loads(*, here: bool = True, most: int = 200) -> list[LoadRow]:
    """Those that are here, what is kept back first; or those that are gone, the newest first. One statement."""
    if here:
        first = Case(*(When(state=s, then=Value(n)) for n, s in enumerate(HERE)), output_field=IntegerField())
        found = _rows().filter(state__in=HERE).order_by(first, "-cycle__started_at", "code")
    else:
        found = _rows().exclude(state__in=HERE).order_by("-gone_at", "code")
    return [_row(each) for each in found[:most]]


def of_cycle(code: str) -> list[LoadRow]:
    """Those whose last cycle it was. One statement."""
    return [_row(each) for each in _rows().filter(cycle__code=code).order_by("code")]


def of_order(code: str) -> list[LoadRow]:
    """Those of a request. One statement."""
    return [_row(each) for each in _rows().filter(service_order__code=code).order_by("code")]


def load(code: str) -> LoadRow:
    """One. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.LOAD_UNKNOWN)
    return _row(found)


def steps(code: str) -> list[tuple[datetime, Text]]:
    """What became of it, the newest first."""
    found = LoadTransition.objects.filter(load__code=code).order_by("-at").values_list("at", "after")
    return [(at, words.LOAD_STATES[after]) for at, after in found]


def tests(cycle: str) -> list[Text]:
    """How the biological indicators of its cycle stand."""
    return [words.TEST_STATES[s] for s in Indicator.objects.filter(cycle__code=cycle).order_by("incubated_at").values_list("state", flat=True)]


def releaser(row: LoadRow) -> Text | None:
    """Who decided, where somebody did."""
    if row.released_by is None:
        return None
    found = people.named([row.released_by]).get(row.released_by)
    return found.name if found else None


def _rows() -> QuerySet[Load]:
    return Load.objects.select_related("organisation", "service_order", "cycle__steriliser")


def _row(x: Load) -> LoadRow:
    ran, order = x.cycle, x.service_order
    return LoadRow(
        x.code, x.organisation.code, x.organisation_id, both(x.organisation.name_ko, x.organisation.name_en), order.code if order else "",
        order.requested_by if order else None, x.what, x.state, ran.code, ran.steriliser.code, ran.steriliser.kind,
        both(ran.steriliser.name_ko, ran.steriliser.name_en), ran.program, ran.state, ran.started_at, ran.ended_at, ran.celsius,
        ran.kilopascal, ran.minutes_held, ran.chemical, x.quarantined_at, x.quarantined_for, x.released_at, x.released_by,
        x.released_because, x.handed_to, x.gone_at,
    )
