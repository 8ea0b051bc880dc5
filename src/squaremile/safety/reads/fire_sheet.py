"""The sheet for the fire service: what each control area holds by class, in gallons and litres, against its limits; cabinets,
cylinders, shut-offs and whom to call. On paper, in one language."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.core import documents
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.models import RoomKeeper
from squaremile.safety.policies.door_signs import HAZARDS, in_order
from squaremile.safety.reads import door_signs, head_room, house
from squaremile.safety.reads.head_room import Fullness, Gauge
from squaremile.safety.words import stock as stock_words

TEMPLATE = documents.PACKAGE / "safety" / "documents" / "fire_sheet.typ"
OTHER = {"gal": ("L", Decimal("3.785411784")), "lb": ("kg", Decimal("0.45359237")), "cf": ("m³", Decimal("0.028316846592")),
         "L": ("gal", 1 / Decimal("3.785411784")), "kg": ("lb", 1 / Decimal("0.45359237"))}  # fmt: skip
"""The other unit that is written beside a limit's own, and how many of it one is."""
OUTSIDE = Text(ko="보관함 밖", en="outside cabinets")
NO_LIMIT = Text(ko="제한 없음", en="not limited")
DESK = Text(ko="안전관리자", en="Safety officer")
FIRE = Text(ko="신고", en="Emergency")
ROOM = Text(ko="{room} 책임자", en="{room}, manager")


def pdf(language: str) -> bytes:
    """As of now. Raises Forbidden."""
    if not rules.see_emergency(require()):
        raise Forbidden(NOT_ALLOWED)
    as_of = clock.now()
    areas = head_room.building()
    hazards = door_signs.hazards_in()
    said = {
        "cluster": settings.CLUSTER_NAME[language], "as_of": as_of.astimezone(ZoneInfo(settings.TIME_ZONE)).strftime("%Y-%m-%d %H:%M %Z"),
        "areas": [_area(each, language) for each in areas], "bottles": list(_bottles(language)),
        "shut_offs": [[s.kind_said.say(language), s.place_name.say(language), s.where.say(language)] for s in house.shut_offs()],
        "contacts": list(_contacts(language)),
        "rooms": [
            [room.name.say(language), room.code, ", ".join(HAZARDS[h].word.say(language) for h in found)]
            for room in house.rooms() if (found := in_order(hazards[room.id]))
        ],
    }  # fmt: skip
    return documents.pdf(TEMPLATE, said, language=language, made_at=as_of)


def _area(full: Fullness, language: str) -> dict[str, Any]:
    area = full.area
    return {
        "title": f"{area.building_name.say(language)} · {area.name.say(language)}", "storey": area.storey, "sprinklered": area.sprinklered,
        "rooms": ", ".join(room.name.say(language) for room in area.rooms), "packs": ", ".join(area.packs) or "–",
        "unclassified": full.unclassified,
        "rows": [_gauge(g, language) for g in full.gauges if g.total or (g.limit is not None and not g.outside)],
        "cabinets": [
            [box.name.say(language), box.code, room.name.say(language), "✓" if box.approved else "–"]
            for room in area.rooms for box in room.cabinets if box.active
        ],
    }  # fmt: skip


def _gauge(g: Gauge, language: str) -> list[str]:
    what = g.label.say(language)
    if g.condition in ("closed", "open"):
        what = f"{what} ({stock_words.CONDITIONS[g.condition].say(language)})"
    if g.outside:
        what = f"{what} ({OUTSIDE.say(language)})"
    limit = NO_LIMIT.say(language) if g.limit is None else both_units(g.limit, g.unit)
    share = f"{g.total * 100 / g.limit:.0f} %" if g.limit else "–"
    return [what, both_units(g.total, g.unit), limit, share, f"{g.pack} · {g.certainty}"]


def both_units(amount: Decimal, unit: str) -> str:
    """In the limit's own unit and in the other one: 30 gal (113.6 L)."""
    if unit not in OTHER:
        return f"{_short(amount)} {unit}"
    other, times = OTHER[unit]
    return f"{_short(amount)} {unit} ({_short(amount * times)} {other})"


def _short(amount: Decimal) -> str:
    return f"{amount.quantize(Decimal('0.01')):f}".rstrip("0").rstrip(".")


def _bottles(language: str) -> Iterable[list[str]]:
    rooms = {room.id: room for room in house.rooms()}
    for b in sorted(house.bottles(), key=lambda b: (rooms[b.place].code if b.place in rooms else "", b.code)):
        room = rooms.get(b.place)
        yield [
            room.name.say(language) if room else "–", b.gas.say(language), f"{_short(b.litres)} L", f"{b.bar} bar",
            f"{_short(b.litres * b.bar / 1000)} m³", b.state.say(language), b.code,
        ]


def _contacts(language: str) -> Iterable[list[str]]:
    yield [FIRE.say(language), settings.EMERGENCY_NUMBER]
    if settings.SAFETY_PHONE:
        yield [DESK.say(language), settings.SAFETY_PHONE]
    keepers = {k.room_id: k for k in RoomKeeper.objects.exclude(manager="", phone="")}
    for room in house.rooms():
        if room.id in keepers:
            k = keepers[room.id]
            yield [ROOM.fill({"room": room.name}).say(language), f"{k.manager} {k.phone}".strip()]
