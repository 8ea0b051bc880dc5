"""What companies declare they will bring: for a safety check, and for whoever judges it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from squaremile.kernel.words import Text
from squaremile.residency.models import Declaration, Feasibility
from squaremile.residency.policies.declaration import SAID
from squaremile.residency.words.applications import VERDICTS

DOUBTS = {
    "quantity": Text(ko="양을 읽을 수 없음", en="quantity cannot be read"),
    "state": Text(ko="상태를 알 수 없음", en="state not said"),
    "cas": Text(ko="CAS 번호가 맞지 않음", en="CAS number fails its check"),
    "level": Text(ko="위험군을 알 수 없음", en="risk group not said"),
    "power": Text(ko="전력을 알 수 없음", en="power not said"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One declared thing; quantity in a base unit, None where it could not be read."""

    kind: str
    kind_said: Text
    name: str
    quantity: Decimal | None
    unit: str
    state: str
    cas: str
    level: int | None
    power_w: Decimal | None
    heat_w: Decimal | None
    says: str
    doubts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What safety said."""

    verdict: str
    verdict_said: Text
    reasons: str
    conditions: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Declared:
    """The newest declaration of an application, with what safety said to it, the newest first."""

    id: UUID
    number: int
    biosafety: int | None
    made_at: datetime
    lines: tuple[Line, ...]
    judged: tuple[Judged, ...]


def newest(application: UUID) -> Declared | None:
    """Of an application that the asker may see."""
    found = Declaration.objects.filter(application_id=application).order_by("-number").first()
    if found is None:
        return None
    lines = tuple(
        Line(
            each.kind, SAID[each.kind], each.name, None if each.quantity is None else each.quantity.normalize(), each.unit,
            each.state, each.cas, each.level, each.power_w, each.heat_w, each.says, tuple(DOUBTS[d] for d in each.doubts),
        )
        for each in found.lines.order_by("id")
    )
    judged = tuple(
        Judged(each.verdict, VERDICTS[each.verdict], each.reasons, each.conditions, each.at)
        for each in Feasibility.objects.filter(declaration=found).order_by("-at", "-id")
    )
    return Declared(found.id, found.number, found.biosafety, found.made_at, lines, judged)
