"""Signs at doors: what each would say today, what was printed, and whether the two are the same.

Only those who answer for safety are told what a sign would say today, and that one is out of date: to a rival it would tell
that somebody's stock changed. What was printed hangs at the door, for everybody in the house (docs/safety/rooms.md).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.safety import rules
from squaremile.safety.models import (
    Container,
    DoorSign,
    DoorSignDetail,
    Holding,
    RoomBiosafety,
    RoomCard,
    RoomKeeper,
    Substance,
    WasteContainer,
)
from squaremile.safety.models.container import HERE
from squaremile.safety.policies import door_signs as policy
from squaremile.safety.policies.classing import Substance as Plain
from squaremile.safety.policies.packs import Pack
from squaremile.safety.reads import house, weighing
from squaremile.safety.reads.areas import today
from squaremile.safety.reads.house import RoomPlace
from squaremile.safety.reads.rooms import classes_of, counting_packs
from squaremile.safety.words import agents as agent_words
from squaremile.safety.words import emergency as words

CONTACTS = ("manager", "phone")
"""What hangs at the door and is not shown on the screen of whoever does not sit in the room."""
Says = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What a sign says, in words."""

    hazards: tuple[policy.Hazard, ...]
    level: int | None
    admits: tuple[Text, ...]
    modified: bool
    notice: str
    wear: tuple[Text, ...]
    adds: Text


@dataclass(frozen=True, slots=True)
class SignRow:
    """A room with its sign. `state` and `changed` are empty for whoever is not to know; `told` is the printed sign's."""

    room: str
    name: Text
    where: Text
    code: str
    made_at: datetime | None
    valid_until: date | None
    told: Told | None
    state: str = ""
    changed: tuple[Text, ...] = ()

    @property
    def state_said(self) -> Text | None:
        return words.SIGN_STATES[self.state] if self.state else None

    @property
    def look(self) -> str:
        return {"current": "ok", "never": "neutral"}.get(self.state, "stop")


def signs() -> list[SignRow]:
    """Every room with its newest sign, by building and storey; for those who keep them with how it stands. Fourteen
    statements, however many rooms there are."""
    every = house.rooms()
    printed = _printed()
    if not rules.see_everyone(require()):
        return [_row(each, printed.get(each.id)) for each in every if each.id in printed]
    kept = {d.sign_id: d for d in DoorSignDetail.objects.filter(sign__in=[s.id for s in printed.values()])}
    now, day = live(every), today()
    return [_standing(each, printed.get(each.id), kept, now[each.id], day) for each in every]


def sign_of(room: UUID) -> SignRow | None:
    """What hangs at one door; nothing where no sign was ever printed."""
    found = next((each for each in house.rooms() if each.id == room), None)
    printed = _printed([room])
    return _row(found, printed[room]) if found and room in printed else None


def live(every: Iterable[RoomPlace]) -> dict[UUID, Says]:
    """What the signs of rooms would say today. Raises Forbidden for whoever does not see everyone's."""
    if not rules.see_everyone(require()):
        raise Forbidden(NOT_ALLOWED)
    rooms = list(every)
    hazards = hazards_in()
    levels = {r.room_id: r for r in RoomBiosafety.objects.all()}
    cards = {r.room_id: r for r in RoomCard.objects.all()}
    keepers = {r.room_id: r for r in RoomKeeper.objects.all()}
    emergency = [n for n in (settings.EMERGENCY_NUMBER, settings.SAFETY_PHONE) if n]
    made = {}
    for room in rooms:
        its, card, keeper = levels.get(room.id), cards.get(room.id), keepers.get(room.id)
        found = policy.in_order(hazards[room.id] | ({"biohazard"} if its and its.level >= 2 else set()))
        level = its.level if its else None
        made[room.id] = {
            "room": room.code, "name": [room.name.ko, room.name.en], "hazards": list(found), "level": level,
            "admits": list(its.admits) if its else [], "modified": bool(its and its.admits_modified), "notice": its.notice if its else "",
            "wear": list(policy.to_wear(found, level, card.protection if card else ())),
            "adds": [card.says_ko, card.says_en] if card else ["", ""], "manager": keeper.manager if keeper else "",
            "phone": keeper.phone if keeper else "", "emergency": emergency,
        }
    return made


def hazards_in() -> defaultdict[UUID, set[str]]:
    """The hazards of everything that stands in each room, whosever it is: containers, waste, cylinders, agents."""
    found: defaultdict[UUID, set[str]] = defaultdict(set)
    stands = Container.objects.filter(state__in=HERE).values_list("room_id", "substance_id").distinct()
    by_room = list(stands)
    rows = list(Substance.objects.filter(id__in={substance for _, substance in by_room}))
    plain = weighing.facts(rows)
    packs = counting_packs()
    its = {row.id: _hazards(plain[row.id], row.phase, packs) for row in rows}
    for room, substance in by_room:
        found[room] |= its[substance]
    for room, stream in WasteContainer.objects.exclude(state="picked_up").values_list("room_id", "stream").distinct():
        found[room] |= set(policy.WASTE.get(stream, ()))
    for bottle in house.bottles():
        if not bottle.empty:
            found[bottle.place] |= policy.of_substance({"us-ibc": (bottle.hazard,) if bottle.hazard else ()}, "gas")
    for room in Holding.objects.filter(here=True, agent__risk_group__gte=2).values_list("room_id", flat=True).distinct():
        found[room].add("biohazard")
    return found


def printed_says(codes: Iterable[str]) -> list[tuple[DoorSign, Says]]:
    """The newest signs of rooms as they were printed, contacts and all, in the order of the house; for those who keep them."""
    wanted = set(codes)
    signs = [s for s in _printed().values() if not wanted or s.says["room"] in wanted]
    kept = {d.sign_id: d.says for d in DoorSignDetail.objects.filter(sign__in=[s.id for s in signs])}
    order = {room.id: n for n, room in enumerate(house.rooms())}
    return sorted(((s, kept[s.id]) for s in signs if s.id in kept), key=lambda pair: order.get(pair[0].room_id, len(order)))


def keeper(room: UUID) -> tuple[str, str] | None:
    """Who answers for a room and her telephone: for staff, and for companies that sit there (row security)."""
    return RoomKeeper.objects.filter(room_id=room).values_list("manager", "phone").first()


def card(room: UUID) -> RoomCard | None:
    """What safety adds to the sign of a room."""
    return RoomCard.objects.filter(room_id=room).first()


def stale() -> list[SignRow]:
    """Signs that were printed and are not current any more."""
    return [row for row in signs() if row.state in ("outdated", "expired")]


def _hazards(plain: Plain, phase: str, packs: Iterable[Pack]) -> frozenset[str]:
    """With what its own company claims: a sign says rather more than too little. What somebody has entered as harmless is not
    unclassified."""
    known = classes_of(plain, packs)
    every = {scheme: (*known.get(scheme, ()), *plain.claimed.get(scheme, ())) for scheme in {*known, *plain.claimed}}
    return policy.of_substance(every, phase) - ({"unclassified"} if plain.entered or plain.claimed else frozenset())


def _printed(rooms: Iterable[UUID] | None = None) -> dict[UUID, DoorSign]:
    found = DoorSign.objects.order_by("room", "-made_at", "-id").distinct("room")
    return {s.room_id: s for s in (found if rooms is None else found.filter(room__in=list(rooms)))}


def _where(room: RoomPlace) -> Text:
    parts = [text for text in (room.building_name, room.floor_name) if text.ko]
    return Text(ko=" ".join(t.ko for t in parts) or "–", en=", ".join(t.en for t in parts) or "–")


def _row(room: RoomPlace, sign: DoorSign | None) -> SignRow:
    if sign is None:
        return SignRow(room.code, room.name, _where(room), "", None, None, None)
    return SignRow(room.code, room.name, _where(room), sign.code, sign.made_at, sign.valid_until, told(sign.says))


def _standing(
    room: RoomPlace, sign: DoorSign | None, kept: Mapping[UUID, DoorSignDetail], now: Says, day: date
) -> SignRow:
    row = _row(room, sign)
    if sign is None:
        return replace(row, told=told(now), state="never")
    was = kept[sign.id]
    same = was.digest == policy.digest(now)
    changed = () if same else policy.changed(was.says, now)
    state = "outdated" if not same else "expired" if sign.valid_until < day else "current"
    return replace(row, state=state, changed=changed)


def told(says: Mapping[str, Any]) -> Told:
    """What a sign says, in words."""
    return Told(
        tuple(policy.HAZARDS[h] for h in says["hazards"] if h in policy.HAZARDS), says["level"],
        tuple(agent_words.KINDS[kind] for kind in says["admits"] if kind in agent_words.KINDS), says["modified"], says["notice"],
        tuple(policy.PROTECTION[w] for w in says["wear"] if w in policy.PROTECTION), both(*says["adds"]),
    )
