"""Services on offer, and what companies asked for: a company's own, everybody's for staff."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet

from squaremile.core.reads import people
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.safety.reads.areas import today
from squaremile.stores.models import Service, ServiceOrder, ServiceOrderTransition
from squaremile.stores.words import services as words

OPEN = ("asked", "accepted")


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service."""

    code: str
    kind: str
    name_ko: str
    name_en: str
    says_ko: str
    says_en: str
    unit: str
    offered: bool

    @property
    def name(self) -> Text:
        return both(self.name_ko, self.name_en)

    @property
    def says(self) -> Text:
        return both(self.says_ko, self.says_en)

    @property
    def kind_said(self) -> Text:
        return words.KINDS[self.kind]

    @property
    def unit_said(self) -> Text:
        return words.UNITS[self.unit]


@dataclass(frozen=True, slots=True)
class ServiceOrderRow:
    """One request."""

    code: str
    organisation: str
    organisation_id: UUID
    company: Text
    service: str
    service_name: Text
    kind: str
    unit: str
    amount: Decimal
    wanted_on: date | None
    remark: str
    state: str
    requested_by: UUID | None
    requester: Text | None
    settled_because: str
    at: datetime
    done_amount: Decimal | None
    done_at: datetime | None

    @property
    def state_said(self) -> Text:
        return words.ORDER_STATES[self.state]

    @property
    def unit_said(self) -> Text:
        return words.UNITS[self.unit]

    @property
    def look(self) -> str:
        return {"asked": "pending", "accepted": "in_use", "done": "ok", "refused": "stop"}.get(self.state, "neutral")

    @property
    def late(self) -> bool:
        return self.state in OPEN and self.wanted_on is not None and self.wanted_on < today()


def services(*, offered: bool = True) -> list[ServiceRow]:
    """By kind and name. One statement."""
    found = Service.objects.filter(offered=True) if offered else Service.objects.all()
    return [_service(each) for each in found.order_by("kind", "code")]


def service(code: str) -> ServiceRow:
    """One. Raises Missing."""
    found = Service.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.SERVICE_UNKNOWN)
    return _service(found)


def orders(*, waiting: bool, most: int = 100) -> list[ServiceOrderRow]:
    """Those that wait, the soonest wanted first; or those that are settled, the newest first. Two statements."""
    found = _rows().filter(state__in=OPEN).order_by("wanted_on", "at") if waiting else _rows().exclude(state__in=OPEN).order_by("-at")
    rows = list(found[:most])
    names = people.named({each.requested_by for each in rows if each.requested_by})
    return [_row(each, names) for each in rows]


def order(code: str) -> tuple[ServiceOrderRow, list[tuple[datetime, Text]]]:
    """One with its steps, the newest first. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.SERVICE_ORDER_UNKNOWN)
    steps = ServiceOrderTransition.objects.filter(service_order=found).order_by("-at").values_list("at", "after")
    return _row(found, people.named([found.requested_by] if found.requested_by else [])), [(at, words.ORDER_STATES[s]) for at, s in steps]


def told(code: str) -> ServiceOrderRow | None:
    """For those who tell people of it."""
    found = _rows().filter(code=code).first()
    return _row(found, {}) if found else None


def _rows() -> QuerySet[ServiceOrder]:
    return ServiceOrder.objects.select_related("organisation", "service")


def _service(s: Service) -> ServiceRow:
    return ServiceRow(s.code, s.kind, s.name_ko, s.name_en, s.says_ko, s.says_en, s.unit, s.offered)


def _row(o: ServiceOrder, names: dict[UUID, people.Named]) -> ServiceOrderRow:
    who = names.get(o.requested_by) if o.requested_by else None
    return ServiceOrderRow(
        o.code, o.organisation.code, o.organisation_id, both(o.organisation.name_ko, o.organisation.name_en), o.service.code,
        both(o.service.name_ko, o.service.name_en), o.service.kind, o.service.unit, o.amount, o.wanted_on, o.remark, o.state, o.requested_by,
        who.name if who else None, o.settled_because, o.at, o.done_amount, o.done_at,
    )
