"""What comes into a control area with the stores is held against the limits of the area, as every container is."""

from decimal import Decimal
from uuid import UUID

from django.db import connection

from squaremile.core import gates
from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel.errors import Refused
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import require, scope, system
from squaremile.kernel.words import Text, both
from squaremile.safety.policies.quantity import Amount
from squaremile.safety.policies.verdicts import NO
from squaremile.safety.reads import areas, attached, head_room, rule_packs, stock, weighing
from squaremile.safety.reads.place_gates import Carried
from squaremile.safety.words.bringing import OVER_LIMIT
from squaremile.stores.models import Cylinder, Item
from squaremile.stores.policies.air import GASES
from squaremile.stores.reads import standing
from squaremile.stores.words import stockroom as words

Over = tuple[str, Text, str, str, str, str, bool]
"""One limit of one area: the area's code, and how it is told; pack, class, condition, state, and whether only what stands outside
cabinets counts."""
_TURN = "SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 60))"
"""The turn that containers of the area take as well (safety.operations.containers)."""


def comes_in(place: UUID) -> None:
    """Whatever it is: nothing comes into a room that safety has locked. Raises Refused."""
    gates.check("stores.bring_in", Carried(place, require().actor))


def cylinder_within(found: Cylinder, place: UUID) -> None:
    """A full cylinder comes into a room: a burning or oxidising gas within what its area may hold. Raises Refused."""
    if GASES[found.gas].hazard:
        _within(place, found.gas, "gas", Amount(found.litres * found.bar, "gas"))


def shelved_within(item: Item, place: UUID, pieces: int) -> None:
    """So many packages come onto a shelf there, of a chemical within what its area may hold. Raises Refused."""
    comes_in(place)
    if not item.cas:
        return
    content, dimension = _held(item)
    if content is not None:
        phase = {"weight": attached.WEIGHED, "gas": "gas"}.get(dimension, "liquid")
        _within(place, item.cas, phase, Amount(content * pieces, dimension))


def _held(item: Item) -> tuple[Decimal | None, str]:
    """What one package holds now, and until this is written: nobody corrects it between the judgement and the shelf. Whoever
    corrects it afterwards finds on the shelf what came."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT content, content_dimension FROM stores_item WHERE id = %s FOR SHARE", (item.id,))
        found: tuple[Decimal | None, str] | None = cursor.fetchone()
    return found or (item.content, item.content_dimension)


def overruns() -> dict[Over, Decimal]:
    """What is over a limit now, and by which sum: in every area, for whoever keeps the stores."""
    return {
        (row.area.code, _told(row.area), gauge.pack, gauge.label.en, gauge.condition, gauge.state, gauge.outside): gauge.total
        for row in head_room.building() for gauge in row.gauges if _exceeds(gauge)
    }


def _exceeds(gauge: head_room.Gauge) -> bool:
    """A limit may be reached; at a multiple the duty has begun."""
    return gauge.limit is not None and (gauge.total >= gauge.limit if gauge.unit == "×" else gauge.total > gauge.limit)


def _told(area: areas.AreaRow) -> Text:
    """Names are no codes: another building may have an area of the same name."""
    building, name = area.building_name, area.name
    return Text(ko=f"{building.ko} {name.ko}", en=f"{building.en} {name.en}")


def tell_overrun(item: Item, before: dict[Over, Decimal], why: Text = words.OVERRUN) -> list[str]:
    """What stands on a shelf already is not refused when it turns out to be more than was said: safety is told of the areas that
    are over a limit by it, and `why`. Gives their codes."""
    areas_over = dict(sorted((over[0], over[1]) for over, total in overruns().items() if total > before.get(over, Decimal(0))))
    if areas_over:
        told = areas_over.values()
        where = Text(ko=", ".join(each.ko for each in told), en=", ".join(each.en for each in told))
        said = why.fill({"item": both(item.name_ko, item.name_en), "areas": where})
        with scope(system("worker")):
            tell(people.staff("safety_officer"), "stores.overrun", said, "/safety/head-room/", f"overrun:{uuid7()}")
    return list(areas_over)


def _within(place: UUID, key: str, phase: str, amount: Amount) -> None:
    """Who keeps the stores sees every amount, so that the sum is exact; what a verified limit forbids is refused, and what needs
    approval is shown to the safety officer where it stands."""
    area, plain = areas.of_room(place), standing.substance(key, phase)
    if area is None or plain is None or require().system == "import":
        return
    with connection.cursor() as cursor:
        cursor.execute(_TURN, (str(area.id),))
    held, coming = rule_packs.held(area.packs), stock.Wanted(plain, amount)
    said = stock.judge_in(area, coming, weighing.lines([area], held, plain), held).verdict
    if said.answer == NO:
        raise Refused(OVER_LIMIT, arithmetic=said.reasons[0] if said.reasons else None, remedy_url="/safety/can-bring/")


def same_area(one: UUID, other: UUID) -> bool:
    """Whether two rooms count in one area: nothing grows by what is carried from one to the other."""
    if one == other:
        return True
    first, second = areas.of_room(one), areas.of_room(other)
    return first is not None and second is not None and first.id == second.id
