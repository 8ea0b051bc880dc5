"""What stands in a room that may harm whoever works there: substances, gases and agents of one company, and the equipment.

Instruments are booking's, which stands above safety: it gives its own list by `attach`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from uuid import UUID

from squaremile.kernel.words import Text, both
from squaremile.safety.models import Container, Holding, SubstanceClass
from squaremile.safety.models.container import HERE
from squaremile.safety.policies.analysis import Hazard
from squaremile.safety.policies.classing import classed
from squaremile.safety.reads import areas, house, rule_packs, stock
from squaremile.safety.words import agents as agent_words
from squaremile.safety.words import analyses as words

UNITS = {"volume": "L", "weight": "kg", "gas": "L (NTP)"}
Equipment = tuple[str, Text, Text]
"""Code, name, kind."""
_sources: list[Callable[[UUID], Iterable[Equipment]]] = []


def attach(source: Callable[[UUID], Iterable[Equipment]]) -> None:
    """Called once by whoever knows what equipment stands in a room."""
    if source not in _sources:
        _sources.append(source)


def hazards(room: UUID, organisation: UUID) -> list[Hazard]:
    """Everything, substances first; seven statements and one for each kind of substance, however many containers there are."""
    return [*_substances(room, organisation), *_cylinders(room, organisation), *_agents(room, organisation), *_equipment(room)]


def _substances(room: UUID, organisation: UUID) -> list[Hazard]:
    area = areas.of_room(room)
    packs = [held.pack for held in rule_packs.held(area.packs)] if area else []
    found = Container.objects.filter(room_id=room, organisation_id=organisation, state__in=HERE).select_related("substance")
    sums: dict[tuple[UUID, str], Decimal] = defaultdict(Decimal)
    known = {}
    for each in found:
        sums[each.substance_id, each.dimension] += each.amount
        known[each.substance_id] = each.substance
    entered = defaultdict(list)
    for row in SubstanceClass.objects.filter(substance_id__in=known, current=True).order_by("scheme"):
        entered[row.substance_id].append(row)
    made = []
    for (key, dimension), amount in sums.items():
        substance, plain = known[key], stock.known(known[key])
        says = [f"{row.scheme}: {', '.join(row.classes) or '–'}" for row in entered[key]]
        sources = [f"{row.read_in} ({row.read_on.isoformat()})" for row in entered[key]]
        schemes = {row.scheme for row in entered[key]}
        for pack in packs:
            its = classed(pack, plain)
            if pack.code not in schemes and its.classes:
                says.append(f"{pack.code}: {', '.join(its.classes)}")
                sources.append(f"{pack.code} {pack.edition}{f', {substance.flash_by}' if substance.flash_by else ''}")
        name = both(substance.name_ko, substance.name_en)
        made.append(Hazard(
            "gas" if substance.phase in ("gas", "liquefied") else "substance", substance.code, name.ko, name.en, amount, UNITS[dimension],
            "; ".join(says), "; ".join(sources),
        ))  # fmt: skip
    return sorted(made, key=lambda h: (h.kind != "gas", h.ko, h.key))


def _cylinders(room: UUID, organisation: UUID) -> list[Hazard]:
    """Full gas cylinders that the company rents, by gas: what they hold at normal temperature and pressure."""
    sums: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for each in house.bottles():
        if each.place == room and each.organisation == organisation and not each.empty:
            sums[each.gas.ko, each.gas.en, each.hazard] += each.litres * each.bar
    compressed, source = (f"{said.ko} / {said.en}" for said in (words.COMPRESSED, words.CYLINDERS))
    return [
        Hazard("gas", f"cylinder:{en}", ko, en, amount, UNITS["gas"], f"{compressed}, {hazard}" if hazard else compressed, source)
        for (ko, en, hazard), amount in sorted(sums.items())
    ]


def _agents(room: UUID, organisation: UUID) -> list[Hazard]:
    found = Holding.objects.filter(room_id=room, organisation_id=organisation, here=True).select_related("agent")
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    known = {}
    for each in found:
        sums[each.agent.code, each.counted_in] += each.quantity
        known[each.agent.code] = each.agent
    made = []
    for (code, unit), amount in sums.items():
        agent = known[code]
        name, kind = both(agent.name_ko, agent.name_en), agent_words.KINDS[agent.kind]
        says = f"{kind.ko} / {kind.en}, {words.LEVEL.ko} / {words.LEVEL.en} {agent.risk_group}{', LMO' if agent.modified else ''}"
        made.append(Hazard("agent", code, name.ko, name.en, amount, unit, says, agent.read_in))
    return sorted(made, key=lambda h: (h.ko, h.key))


def _equipment(room: UUID) -> list[Hazard]:
    found = [each for source in _sources for each in source(room)]
    return [
        Hazard("equipment", code, name.ko, name.en, Decimal(0), "", f"{kind.ko} / {kind.en}", f"{words.REGISTER.ko} / {words.REGISTER.en}")
        for code, name, kind in sorted(found, key=lambda each: each[0])
    ]
