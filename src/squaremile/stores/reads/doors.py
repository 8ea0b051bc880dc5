"""An open minibar as its holder sees it: the clock, what is inside, what is on the list, and what it will cost."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.stores.models import Opening, Taking
from squaremile.stores.reads import catalogue
from squaremile.stores.words import minibar as words


@dataclass(frozen=True, slots=True)
class Line:
    """One item of the cabinet: how many are inside, and how many are on the list."""

    item: catalogue.ItemRow
    inside: int
    taken: int

    @property
    def more(self) -> int:
        return min(self.taken + 1, self.inside)

    @property
    def fewer(self) -> int:
        return max(self.taken - 1, 0)

    @property
    def cost(self) -> Money | None:
        return Money(self.item.price.minor * self.taken, self.item.price.currency) if self.item.price else None


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """One opening with what was taken."""

    code: str
    point: str
    point_name: Text
    organisation: str
    company: Text
    person: UUID
    name: Text | None
    state: str
    opened_at: datetime
    closes_by: datetime
    closed_at: datetime | None

    @property
    def state_said(self) -> Text:
        return words.STATES[self.state]

    @property
    def over(self) -> bool:
        return self.state != "open" or clock.now() >= self.closes_by


def mine(point: str) -> OpeningRow | None:
    """The opening of that door which the asker holds now."""
    found = _rows().filter(stock_point__code=point, state="open", person=require().actor).first()  # type: ignore[misc]
    return _row(found, {}) if found else None


def opening(code: str) -> OpeningRow:
    """One, one's own company's or any for staff. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.OPENING_UNKNOWN)
    return _row(found, people.named([found.person]))


def lately(most: int = 50) -> list[OpeningRow]:
    """The newest openings that the asker may see. Two statements."""
    found = list(_rows().order_by("-opened_at")[:most])
    names = people.named({each.person for each in found})
    return [_row(each, names) for each in found]


def lines(code: str, point: str) -> list[Line]:
    """What is inside a door and what is on the list of one opening, by name."""
    taken: dict[str, int] = defaultdict(int)
    for item, quantity in Taking.objects.filter(opening__code=code).values_list("lot__item__code", "quantity"):
        taken[item] += quantity
    return [Line(item, count, taken[item.code]) for item, count in catalogue.inside(point)]


def any_lapsed() -> bool:
    """Is any door open beyond its minutes? For the worker."""
    return Opening.objects.filter(state="open", closes_by__lte=clock.now()).exists()


def _rows() -> QuerySet[Opening]:
    return Opening.objects.select_related("stock_point", "organisation")


def _row(found: Opening, names: dict[UUID, people.Named]) -> OpeningRow:
    point, whose = found.stock_point, found.organisation
    return OpeningRow(
        found.code, point.code, both(point.name_ko, point.name_en), whose.code, both(whose.name_ko, whose.name_en), found.person,
        names[found.person].name if found.person in names else None, found.state, found.opened_at, found.closes_by, found.closed_at,
    )
