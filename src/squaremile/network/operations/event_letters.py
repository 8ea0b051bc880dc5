"""What those who come to an event are told. Runs as the worker: whoever acts does not learn whom it reaches."""

from collections.abc import Iterable
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.core import calendars
from squaremile.core.notices import Letter, tell
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from squaremile.network.models import Event, Seat, SeatHolder
from squaremile.network.policies.event_times import said

PROMOTED = Text(ko="{title}: 대기하던 자리가 났습니다. {when}에 오십시오.", en="{title}: a seat has come free for you. See you on {when}.")
CONFIRMED = Text(ko="{title}: {when} 참석이 확정되었습니다.", en="{title}: you have a seat on {when}.")
MOVED = Text(ko="{title}: 시간이나 장소가 바뀌었습니다. {when}", en="{title}: time or place has changed. {when}")
CANCELLED = Text(ko="{title}: {when} 행사가 취소되었습니다.", en="{title}, {when}, is cancelled.")
SOON = Text(ko="{title}: {when}에 시작합니다.", en="{title} begins on {when}.")


def promote(event: Event) -> None:
    """Give free seats to those who wait, in the order in which they asked. The caller has queued for the event."""
    if event.state not in ("announced", "open", "closed", "running"):
        return
    with scope(system("worker")):
        going = Seat.objects.filter(event=event, state="going").count()
        waiting = Seat.objects.filter(event=event, state="waiting").order_by("turn")
        free = len(waiting) if event.capacity is None else event.capacity - going
        for seat in waiting[: max(0, free)]:
            seat.state = "going"
            seat.save(update_fields=["state"])
            _tell(event, [seat.holder.person_id], PROMOTED, f"promoted:{seat.id}:{seat.turn}")


def tell_confirmed(event: Event, person: UUID) -> None:
    """Whoever has a seat gets the entry for her calendar."""
    with scope(system("worker")):
        _tell(event, [person], CONFIRMED, f"seat:{event.id}:{event.sequence}")


def tell_moved(event: Event) -> None:
    with scope(system("worker")):
        _tell(event, _going(event), MOVED, f"moved:{event.id}:{event.sequence}")


def tell_cancelled(event: Event) -> None:
    with scope(system("worker")):
        _tell(event, _going(event, "going", "waiting"), CANCELLED, f"off:{event.id}", calendars.CANCEL)


def tell_soon(event: Event) -> None:
    """The day before. Told once, whatever runs how often."""
    _tell(event, _going(event), SOON, f"soon:{event.id}:{event.sequence}")


def tell_participants(event: Event, people: Iterable[UUID], text: Text, origin: str) -> None:
    """A notice about requests or meetings, without an e-mail of its own."""
    with scope(system("worker")):
        tell(people, "network.partnering", text, f"/network/events/{event.code}/partnering/", origin)


def _going(event: Event, *states: str) -> list[UUID]:
    held = SeatHolder.objects.filter(event=event, seat__state__in=states or ("going",))
    return list(held.order_by("id").values_list("person_id", flat=True))


def _tell(event: Event, people: Iterable[UUID], text: Text, origin: str, method: str = calendars.REQUEST) -> None:
    zone, title = ZoneInfo(settings.TIME_ZONE), event.named
    when = said(event.period, zone)
    filled = text.fill({"title": title, "when": when})
    entry = calendar_entry(event, method)
    tell(people, "network.event", filled, f"/network/events/{event.code}/", origin,
         mail=Letter(subject=filled, body=filled, event=entry, about_bookings=False))


def calendar_entry(event: Event, method: str = calendars.REQUEST) -> calendars.Event:
    """The event as an entry of somebody's calendar."""
    where = Text(ko=event.where_ko or event.where_en, en=event.where_en or event.where_ko)
    if event.place is not None:
        names = event.place.name_ko or event.place.name_en, event.place.name_en or event.place.name_ko
        where = Text(ko=f"{names[0]} {where.ko}".strip(), en=f"{names[1]} {where.en}".strip())
    return calendars.Event(
        uid=f"{event.code}@{_host()}", sequence=event.sequence, start=event.period.start, end=event.period.end,
        summary=event.named, place=where, url=f"/network/events/{event.code}/", method=method,
    )


def _host() -> str:
    return settings.PUBLIC_URL.partition("://")[2].partition("/")[0].partition(":")[0]


def now_minute() -> str:
    """For origins of what may rightly be told again later."""
    return f"{clock.now():%Y%m%d%H%M}"
