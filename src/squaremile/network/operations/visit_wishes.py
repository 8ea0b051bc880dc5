"""Where a visit may go and whom it wants to meet: places, ways between them, wishes, times that hosts are free."""

from datetime import datetime
from decimal import Decimal

from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.network import rules
from squaremile.network.models import (
    AgendaPerson,
    Delegation,
    HostWindow,
    VisitParty,
    VisitPlace,
    VisitStop,
    VisitWay,
    VisitWish,
)  # fmt: skip
from squaremile.network.operations.delegation_members import person_of
from squaremile.network.operations.delegations import OVER, open_delegation, partner_of
from squaremile.network.words import directory
from squaremile.network.words import visits as words

_OPEN = (words.DELEGATION_UNKNOWN, words.DELEGATION_OVER)
_WISH = (words.WISH_UNKNOWN, words.DELEGATION_OVER)


@operation(
    "network.add_visit_place", ko="방문 장소 넣기", en="Add a place of a visit", may=rules.liaise,
    refuses=(*_OPEN, words.COORDINATES),
    constraints={
        "network_visit_place_code_key": CODE_TAKEN, "visit_place_code_fits": CODE_UNFIT, "visit_base_once": words.BASE_TWICE,
        "visit_place_named": NAME_NEEDED, "visit_place_paired": words.COORDINATES,
    },
)
def add_visit_place(
    *, delegation: str, name_ko: str = "", name_en: str = "", address: str = "", latitude: Decimal | None = None,
    longitude: Decimal | None = None, base: bool = False, code: str = "",
) -> VisitPlace:
    """A place the visit may go to; `base` is where its days begin and end (the hotel)."""
    found = open_delegation(delegation)
    if (latitude is None) != (longitude is None):
        raise Invalid(words.COORDINATES)
    if latitude is not None and longitude is not None and not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise Invalid(words.COORDINATES)
    made = VisitPlace.objects.create(
        code=code or short_code("VP"), delegation=found, name_ko=name_ko.strip(), name_en=name_en.strip(),
        address=address.strip(), latitude=latitude, longitude=longitude, base=base,
    )
    note(subject=found, place=made.code)
    return made


@operation(
    "network.set_visit_way", ko="이동 시간 적기", en="Set a travel time", may=rules.liaise,
    refuses=(*_OPEN, words.PLACE_UNKNOWN, words.WAY_UNSOUND),
    constraints={"visit_way_once": words.WAY_UNSOUND, "visit_way_sound": words.WAY_UNSOUND},
)
def set_visit_way(*, delegation: str, origin_place: str, target_place: str, minutes: int) -> VisitWay:
    """How many minutes it takes from one place to another; the way back as long, unless it is set too."""
    found = open_delegation(delegation)
    origin, target = place_of(found, origin_place), place_of(found, target_place)
    if origin is None or target is None or origin == target or not 0 <= minutes <= 1440:
        raise Invalid(words.WAY_UNSOUND)
    kept, _ = VisitWay.objects.update_or_create(origin=origin, target=target, defaults={"minutes": minutes})
    note(subject=found, origin=origin.code, target=target.code, minutes=minutes)
    return kept


@operation(
    "network.add_wish", ko="면담 희망 넣기", en="Add a wish", may=rules.liaise,
    refuses=(*_OPEN, words.PLACE_UNKNOWN, words.PARTY_UNKNOWN, directory.PERSON_UNKNOWN, directory.PARTNER_UNKNOWN, BAD_INPUT),
    constraints={
        "network_visit_wish_code_key": CODE_TAKEN, "wish_code_fits": CODE_UNFIT, "wish_titled": NAME_NEEDED, "wish_sound": BAD_INPUT,
    },
)
def add_wish(
    *, delegation: str, title_ko: str = "", title_en: str = "", expert: str = "", partner: str = "", place: str = "",
    minutes: int = 60, priority: int = 3, equal_rank: bool = False, party: str = "", code: str = "",
) -> VisitWish:
    """Somebody the delegation wants to meet (`expert`, of the directory), where, how long, and how much: 1 to 5.

    All come, or the `party` alone.
    """
    found = open_delegation(delegation)
    if not (5 <= minutes <= 600 and 1 <= priority <= 5):
        raise Invalid(BAD_INPUT)
    host = person_of(expert)
    made = VisitWish.objects.create(
        code=code or short_code("VW"), delegation=found, host=host,
        partner=partner_of(partner) or (host.partner if host else None),
        title_ko=title_ko.strip() or (host.name_ko if host else ""), title_en=title_en.strip() or (host.name_en if host else ""),
        place=place_of(found, place), minutes=minutes, priority=priority, equal_rank=equal_rank, party=party_of(found, party),
    )
    note(subject=found, wish=made.code)
    return made


@operation(
    "network.edit_wish", ko="면담 준비 적기", en="Write a meeting's sheet", may=rules.liaise,
    refuses=(*_WISH, words.PLACE_UNKNOWN, words.PARTY_UNKNOWN, BAD_INPUT), constraints={"wish_titled": NAME_NEEDED, "wish_sound": BAD_INPUT},
)
def edit_wish(
    *, wish: str, title_ko: str | None = None, title_en: str | None = None, place: str | None = None,
    minutes: int | None = None, priority: int | None = None, equal_rank: bool | None = None, asks_ko: str | None = None,
    asks_en: str | None = None, offers_ko: str | None = None, offers_en: str | None = None,
    talking_ko: str | None = None, talking_en: str | None = None, avoid_ko: str | None = None,
    avoid_en: str | None = None, party: str | None = None,
) -> VisitWish:
    """Change a wish, and write what its meeting's sheet says: asks, offers, talking points, what not to raise."""
    found = wish_of(wish)
    given = {
        "title_ko": title_ko, "title_en": title_en, "minutes": minutes, "priority": priority, "equal_rank": equal_rank,
        "asks_ko": asks_ko, "asks_en": asks_en, "offers_ko": offers_ko, "offers_en": offers_en, "talking_ko": talking_ko,
        "talking_en": talking_en, "avoid_ko": avoid_ko, "avoid_en": avoid_en,
    }
    for name, value in given.items():
        if value is not None:
            setattr(found, name, value.strip() if isinstance(value, str) else value)
    if not (5 <= found.minutes <= 600 and 1 <= found.priority <= 5):
        raise Invalid(BAD_INPUT)
    if place is not None:
        found.place = place_of(found.delegation, place)
    if party is not None:
        found.party = party_of(found.delegation, party)
    found.save()
    note(subject=found.delegation, wish=found.code, changed=sorted(n for n, v in given.items() if v is not None))
    return found


@operation(
    "network.drop_wish", ko="면담 희망 빼기", en="Drop a wish", may=rules.liaise, refuses=(*_WISH, words.WISH_PLANNED),
)
def drop_wish(*, wish: str) -> None:
    """The delegation no longer wants this meeting. Not while it stands in the itinerary."""
    found = wish_of(wish)
    if VisitStop.objects.filter(wish=found).exists():
        raise Refused(words.WISH_PLANNED)
    note(subject=found.delegation, wish=found.code, title=found.title)
    HostWindow.objects.filter(wish=found).delete()
    AgendaPerson.objects.filter(wish=found).update(wish=None)
    found.delete()


@operation(
    "network.add_window", ko="상대가 되는 시간 넣기", en="Add a time when a host is free", may=rules.liaise,
    refuses=(*_WISH, words.SPAN_EMPTY),
)
def add_window(*, wish: str, start: datetime, end: datetime) -> HostWindow:
    """A span in which the host can be met. Without any, the whole visit counts as free."""
    found = wish_of(wish)
    if end <= start:
        raise Invalid(words.SPAN_EMPTY)
    made = HostWindow.objects.create(wish=found, period=Period(start, end))
    note(subject=found.delegation, wish=found.code, period=made.period)
    return made


@operation(
    "network.clear_windows", ko="되는 시간 지우기", en="Clear a host's free times", may=rules.liaise, refuses=_WISH,
)
def clear_windows(*, wish: str) -> VisitWish:
    """Forget when the host is free, to enter it anew."""
    found = wish_of(wish)
    HostWindow.objects.filter(wish=found).delete()
    note(subject=found.delegation, wish=found.code)
    return found


def place_of(delegation: Delegation, code: str) -> VisitPlace | None:
    """A place of this visit by its code; None for none."""
    if not code:
        return None
    found = VisitPlace.objects.filter(delegation=delegation, code=code).first()
    if found is None:
        raise Missing(words.PLACE_UNKNOWN)
    return found


def party_of(delegation: Delegation, code: str) -> VisitParty | None:
    """A party of this visit by its code; None is everybody."""
    if not code:
        return None
    found = VisitParty.objects.filter(delegation=delegation, code=code).first()
    if found is None:
        raise Missing(words.PARTY_UNKNOWN)
    return found


def wish_of(code: str) -> VisitWish:
    """A wish of a visit that can still be changed."""
    found = VisitWish.objects.select_related("delegation", "host", "place", "party").filter(code=code).first()
    if found is None:
        raise Missing(words.WISH_UNKNOWN)
    if found.delegation.state in OVER:
        raise Refused(words.DELEGATION_OVER)
    return found
