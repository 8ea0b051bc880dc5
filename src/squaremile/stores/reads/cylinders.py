"""Gas cylinders: where each is, since when, and what its content would do to the air of its room."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet

from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.safety.policies.quantity import Amount
from squaremile.safety.reads import areas, rule_packs, weighing
from squaremile.safety.reads import stock as hazards
from squaremile.safety.reads.areas import today
from squaremile.spaces.reads import keeping
from squaremile.stores.models import Cylinder, CylinderTransition
from squaremile.stores.policies import air
from squaremile.stores.reads import standing
from squaremile.stores.words import dock as words

CEILING = Decimal("2.7")
"""Metres, where no plan says otherwise."""


@dataclass(frozen=True, slots=True)
class CylinderRow:
    """One cylinder."""

    code: str
    gas: str
    serial: str
    litres: Decimal
    bar: int
    owner: str
    organisation: str
    company: Text | None
    place: str
    place_id: UUID
    place_name: Text
    state: str
    since: date
    returned_on: date | None
    organisation_id: UUID | None = None

    @property
    def gas_said(self) -> Text:
        return words.GASES[self.gas]

    @property
    def state_said(self) -> Text:
        return words.CYLINDER_STATES[self.state]


def cylinders(*, here: bool = True) -> list[CylinderRow]:
    """Those that are here, by room; or those that went back, the newest first. One statement."""
    found = _rows().exclude(state="returned").order_by("place__code", "gas", "code") if here else (
        _rows().filter(state="returned").order_by("-returned_on", "code")[:100]
    )  # fmt: skip
    return [_row(each) for each in found]


def cylinder(code: str) -> tuple[CylinderRow, list[tuple[datetime, Text]]]:
    """One with its steps, the newest first. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.CYLINDER_UNKNOWN)
    steps = CylinderTransition.objects.filter(cylinder=found).order_by("-at").values_list("at", "after")
    return _row(found), [(at, words.CYLINDER_STATES[after]) for at, after in steps]


def any_uncounted() -> bool:
    """Has a rented cylinder a day that is over and not counted? For the worker."""
    return Cylinder.objects.exclude(state="returned").filter(organisation__isnull=False, counted_to__lt=today()).exists()


def in_the_air(row: CylinderRow) -> list[Text]:
    """Warnings about its room: oxygen driven out or enriched. Nothing is blocked by them."""
    gas = air.GASES[row.gas]
    if gas.kind == "air" or row.state in ("empty", "returned"):
        return []
    area = keeping.record(row.place)["area_m2"]
    if area is None:
        return [words.NO_AREA]
    room, out = area * CEILING, air.released(row.litres, row.bar)
    percent = air.oxygen_after(room, out, oxygen=gas.kind == "oxygen")
    values = {"percent": percent, "gas_m3": out.quantize(Decimal("0.1")), "room_m3": room.quantize(Decimal("0.1"))}
    if percent < air.DEFICIENT:
        return [words.LOW_OXYGEN.fill(values)]
    return [words.MUCH_OXYGEN.fill(values)] if percent > air.ENRICHED else []


def by_the_code(row: CylinderRow) -> list[tuple[str, Text]]:
    """What the rule packs of its room say to so much of a burning or oxidising gas beside what else stands there: (verdict,
    sentence). For those who may ask safety; the sums have the cylinder itself, which is taken out of them first."""
    substance = standing.known(row.gas, "gas") and standing.substance(row.gas, "gas")
    if substance is None or row.state in ("empty", "returned"):
        return []
    its = hazards.Wanted(substance, Amount(row.litres * row.bar, "gas"), "closed" if row.state == "connected" else "storage")
    area = areas.of_room(row.place_id)
    held = rule_packs.held(area.packs) if area else []
    there = weighing.lines([area], held, substance) if area else []
    found = hazards.judge_in(area, its, there, held, leaving=its)
    return [(step.verdict, step.says) for step in found.verdict.steps]


def _rows() -> QuerySet[Cylinder]:
    return Cylinder.objects.select_related("organisation", "place")


def _row(c: Cylinder) -> CylinderRow:
    whose = c.organisation
    return CylinderRow(
        c.code, c.gas, c.serial, c.litres, c.bar, c.owner, whose.code if whose else "", both(whose.name_ko, whose.name_en) if whose else None,
        c.place.code, c.place_id, both(c.place.name_ko, c.place.name_en), c.state, c.since, c.returned_on, c.organisation_id,
    )
