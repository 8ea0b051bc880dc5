"""Recalls: what, why, what is left of it, and who got some, as far as the asker may know."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet, Sum

from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.stores.models import Movement, Recall
from squaremile.stores.words import stockroom as words


@dataclass(frozen=True, slots=True)
class Got:
    """So many packages of the lot that a company got and did not bring back."""

    organisation: UUID
    company: Text
    pieces: int
    people: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class RecallRow:
    """One recall. `got`: one's own company's part; for staff everybody's."""

    code: str
    lot: str
    number: str
    item: str
    name: Text
    reason: Text
    at: datetime
    left: int
    got: tuple[Got, ...]


def recalls() -> list[RecallRow]:
    """The newest first. Three statements."""
    found = list(_rows().order_by("-at"))
    got = _got(each.lot_id for each in found)
    return [_row(each, got[each.lot_id]) for each in found]


def recall(code: str) -> RecallRow:
    """One. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.LOT_UNKNOWN)
    return _row(found, _got([found.lot_id])[found.lot_id])


def _rows() -> QuerySet[Recall]:
    return Recall.objects.select_related("lot__item").prefetch_related("lot__stock")


def _got(lots: Iterable[UUID]) -> dict[UUID, list[Got]]:
    """Lot → what each company got, less what it brought back. Row security leaves out what is not the asker's."""
    moved = Movement.objects.filter(lot_id__in=list(lots), kind__in=("issue", "return"))
    takers: dict[tuple[UUID, UUID], set[UUID]] = defaultdict(set)
    for lot, whose, person in moved.filter(kind="issue", person__isnull=False).values_list("lot_id", "organisation_id", "person"):
        if person is not None:
            takers[lot, whose].add(person)
    found: dict[UUID, list[Got]] = defaultdict(list)
    sums = moved.values_list("lot_id", "organisation_id", "organisation__name_ko", "organisation__name_en").annotate(n=Sum("quantity"))
    for lot, whose, ko, en, n in sums.order_by("organisation__code"):
        if n < 0:
            found[lot].append(Got(whose, both(ko, en), -n, tuple(sorted(takers[lot, whose]))))
    return found


def _row(r: Recall, got: list[Got]) -> RecallRow:
    lot = r.lot
    return RecallRow(
        r.code, lot.code, lot.number, lot.item.code, both(lot.item.name_ko, lot.item.name_en), both(r.reason_ko, r.reason_en), r.at,
        sum(stock.on_hand for stock in lot.stock.all()), tuple(got),
    )
