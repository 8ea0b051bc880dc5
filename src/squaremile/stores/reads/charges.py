"""What was taken and what it costs: one's own company's, or everybody's for staff. Row security decides."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both
from squaremile.stores.models import Charge, ChargeTransition
from squaremile.stores.words import minibar as words


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """One charge."""

    id: UUID
    code: str
    organisation: str
    organisation_id: UUID
    company: Text
    item: str
    name: Text
    lot: str
    point: Text
    opening: str
    person: UUID | None
    who: Text | None
    project: str
    quantity: int
    amount: Money
    state: str
    at: datetime
    dispute_until: datetime
    disputed_because: str
    settled_because: str

    @property
    def state_said(self) -> Text:
        return words.CHARGE_STATES[self.state]

    @property
    def look(self) -> str:
        return {"charged": "neutral", "disputed": "warn", "credited": "ok", "upheld": "info"}[self.state]

    @property
    def disputable(self) -> bool:
        return self.state == "charged" and clock.now() <= self.dispute_until


def charges(*, state: str = "", organisation: str = "", most: int = 200) -> list[ChargeRow]:
    """The newest first. Two statements."""
    found = _rows().order_by("-at", "code")
    if state:
        found = found.filter(state=state)
    if organisation:
        found = found.filter(organisation__code=organisation)
    return _named(list(found[:most]))


def of_opening(code: str) -> list[ChargeRow]:
    """What one opening of a minibar cost."""
    return _named(list(_rows().filter(movement__opening__code=code).order_by("code")))


def charge(code: str) -> tuple[ChargeRow, list[tuple[datetime, Text]]]:
    """One with its steps, the newest first. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.CHARGE_UNKNOWN)
    steps = ChargeTransition.objects.filter(charge=found).order_by("-at").values_list("at", "after")
    return _named([found])[0], [(at, words.CHARGE_STATES[after]) for at, after in steps]


def told(code: str) -> ChargeRow | None:
    """For those who tell people of it: the charge, while it is there to be seen."""
    found = _rows().filter(code=code).first()
    return _row(found, {}) if found else None


def _rows() -> QuerySet[Charge]:
    return Charge.objects.select_related(
        "organisation", "project", "movement__lot__item", "movement__stock_point", "movement__opening"
    )


def _named(found: list[Charge]) -> list[ChargeRow]:
    names = people.named({each.movement.person for each in found if each.movement.person})
    return [_row(each, names) for each in found]


def _row(c: Charge, names: dict[UUID, people.Named]) -> ChargeRow:
    made, whose = c.movement, c.organisation
    item, point = made.lot.item, made.stock_point
    who = names.get(made.person) if made.person else None
    return ChargeRow(
        c.id, c.code, whose.code, whose.id, both(whose.name_ko, whose.name_en), item.code, both(item.name_ko, item.name_en),
        made.lot.number, both(point.name_ko, point.name_en), made.opening.code if made.opening else "", made.person,
        who.name if who else None, c.project.code if c.project else "", c.quantity, Money(c.minor, c.currency), c.state, c.at,
        c.dispute_until, c.disputed_because, c.settled_because,
    )
