"""Who comes to an event, for the check-in desk; and one's own badge."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.network.models import Event, SeatHolder


@dataclass(frozen=True, slots=True)
class Guest:
    """One who comes or waits."""

    code: str
    name: Text
    email: str
    state: str
    checked_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class GuestList:
    """The desk's list. `found` are those the search names; the counts are of all."""

    code: str
    title: Text
    going: int
    arrived: int
    waiting: int
    found: tuple[Guest, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """One's own: what stands on it, and the code that the desk reads."""

    code: str
    event: str
    title: Text
    name: Text


def guests(event: str, question: str = "") -> GuestList:
    """Those who come or wait, by name. `question`: a part of a name or address, or a badge's code. Raises Missing."""
    one = Event.objects.filter(code=event).first()
    if one is None:
        raise Missing(NOT_FOUND)
    held = SeatHolder.objects.filter(event=one).exclude(seat__state="cancelled")
    counts = list(held.values_list("seat__state", "checked_in_at"))
    asked = question.strip()
    if asked:
        held = held.filter(
            Q(code__iexact=asked) | Q(person__name_ko__icontains=asked) | Q(person__name_en__icontains=asked)
            | Q(person__email__icontains=asked)
        )  # fmt: skip
    rows = held.select_related("person", "seat").order_by("seat__state", "person__name_ko", "person__name_en", "code")
    return GuestList(
        one.code, one.named, sum(s == "going" for s, _ in counts), sum(at is not None for _, at in counts),
        sum(s == "waiting" for s, _ in counts),
        tuple(
            Guest(h.code, both(h.person.name_ko, h.person.name_en), h.person.email, h.seat.state, h.checked_in_at)
            for h in rows
        ),
    )  # fmt: skip


def badge(event: str) -> Badge:
    """One's own badge. Raises Missing for whoever has no seat."""
    held = SeatHolder.objects.select_related("event", "person").filter(
        event__code=event, person_id=require().actor, seat__state="going"
    ).first()
    if held is None:
        raise Missing(NOT_FOUND)
    return Badge(held.code, event, held.event.named, both(held.person.name_ko, held.person.name_en))
