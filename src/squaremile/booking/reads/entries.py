"""The catalogue's entries by key and by name, for imports and other staff work: no more than names and codes."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from squaremile.booking.models import BookingRules, Equipment, EquipmentKind, Reservation, Session
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class Entry:
    """An instrument, retired ones too."""

    id: UUID
    code: str
    names: frozenset[str]
    """Its names, code and asset number in lower case: what a sheet may call it."""
    retired: bool


def equipment() -> list[Entry]:
    """Every instrument, in one statement."""
    rows = Equipment.objects.order_by("code").values_list("id", "code", "name_ko", "name_en", "asset_number", "state")
    return [
        Entry(key, code, frozenset(n.casefold() for n in (code, ko, en, asset) if n), state == "retired")
        for key, code, ko, en, asset, state in rows
    ]


def kinds() -> dict[str, str]:
    """Code of each kind of equipment by its code and by its names, in lower case."""
    rows = EquipmentKind.objects.order_by("-code").values_list("code", "name_ko", "name_en")
    return {name.casefold(): code for code, ko, en in rows for name in (ko, en, code) if name}


def rule_sets() -> dict[UUID, str]:
    """Codes of the rule sets by key."""
    return dict(BookingRules.objects.values_list("id", "code"))


def reservation_codes(keys: Iterable[UUID]) -> dict[UUID, str]:
    """Codes of bookings by key."""
    return dict(Reservation.objects.filter(id__in=set(keys)).values_list("id", "code"))


def names(codes: Iterable[str]) -> dict[str, Text]:
    """What instruments are called by their codes, retired ones too. One statement."""
    rows = Equipment.objects.filter(code__in=set(codes)).values_list("code", "name_ko", "name_en")
    return {code: both(ko, en) for code, ko, en in rows}


def bookings_of(sessions: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    """Session → its code and its booking's, of those that the asker may see. One statement."""
    rows = Session.objects.filter(id__in=set(sessions)).values_list("id", "code", "reservation__code")
    return {key: (code, booking) for key, code, booking in rows}


def instruments_in(place: UUID) -> list[tuple[str, Text, Text]]:
    """Code, name and kind of the instruments that stand in a place, but for those that are retired. One statement."""
    found = Equipment.objects.filter(place=place).exclude(state="retired").select_related("kind").order_by("code")
    return [(e.code, both(e.name_ko, e.name_en), both(e.kind.name_ko, e.kind.name_en)) for e in found]


def standing_in(place: UUID) -> list[str]:
    """Codes of the instruments in a place, but for those that are retired."""
    found = Equipment.objects.filter(place=place).exclude(state="retired").order_by("code")
    return list(found.values_list("code", flat=True))


def owned_by(company: UUID) -> list[str]:
    """Codes of a company's own instruments, but for those that are retired."""
    return list(Equipment.objects.filter(owner=company).exclude(state="retired").order_by("code").values_list("code", flat=True))
