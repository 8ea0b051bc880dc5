"""Who is told what: booking's own facts become notices, and e-mail with the calendar entry."""

from squaremile.booking.operations import hand_over, release_leaver
from squaremile.booking.reads import telling
from squaremile.core.notices import tell, write
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel.words import Text
from squaremile.published.booking import (
    FaultReported,
    FaultResolved,
    ReservationCancelled,
    ReservationDecided,
    ReservationHandedOver,
    ReservationHeld,
    ReservationMissed,
    ReservationMoved,
    SeriesHeld,
)
from squaremile.published.core import MembershipEnded
from squaremile.published.residency import WorkHandedOver

CONFIRMED = Text(
    ko="{instrument}: {when} 예약이 확정되었습니다.",
    en="{instrument}: your booking for {when} is confirmed.")
WAITS = Text(
    ko="{instrument}: {when} 예약이 승인을 기다립니다.", en="{instrument}: your booking for {when} awaits approval.")
MOVED = Text(
    ko="{instrument}: 예약이 {before}에서 {when}로 옮겨졌습니다.",
    en="{instrument}: your booking moved from {before} to {when}.")
MOVED_WAITS = Text(
    ko="{instrument}: 예약이 {before}에서 {when}로 옮겨졌고, 다시 승인을 기다립니다.",
    en="{instrument}: your booking moved from {before} to {when} and awaits approval again.")
CANCELLED = Text(
    ko="{instrument}: {when} 예약이 취소되었습니다.",
    en="{instrument}: your booking for {when} is cancelled.")
DISPLACED = Text(
    ko="{instrument}: 정비 때문에 {when} 예약이 취소되었습니다. 이유: {reason}. 요금은 없습니다.",
    en="{instrument}: maintenance took your booking for {when}. Reason: {reason}. Nothing is charged.")
DECLINED = Text(
    ko="{instrument}: {when} 예약이 승인되지 않았습니다. 이유: {reason}",
    en="{instrument}: your booking for {when} was declined. Reason: {reason}")
MISSED = Text(
    ko="{instrument}: {when} 예약에 사용 기록이 없어 나오지 않은 것으로 남았습니다.",
    en="{instrument}: no use was recorded on your booking for {when}; it counts as missed.")
SERIES = Text(
    ko="{instrument}: 반복 예약 {count}건을 잡았습니다. 첫 예약은 {when}입니다.",
    en="{instrument}: a series of {count} bookings is held. The first is {when}.")
RELEASED = Text(
    ko="{who:이가} 회사를 떠나 앞으로의 예약 {count}건이 취소되었습니다. 필요하면 다시 예약하십시오.",
    en="{who} has left the company: {count} coming booking(s) were cancelled. Book anew what is still needed.")
HANDED_OVER = Text(
    ko="{instrument}: {when} 예약을 넘겨받았습니다. 쓰지 않으면 취소하십시오.",
    en="{instrument}: the booking for {when} is yours now. Cancel it if it is not needed.")
ASKED = Text(
    ko="{instrument}: {when} 예약이 승인을 기다립니다.", en="{instrument}: a booking for {when} awaits your decision.")
FAULT = Text(
    ko="{instrument}에 고장이 접수되었습니다({severity}). 앞으로의 예약을 확인해 주십시오.",
    en="A fault was reported on {instrument} ({severity}). Please check your coming bookings.")
FAULT_STAFF = Text(
    ko="{instrument}에 고장이 접수되었습니다({severity}).", en="A fault was reported on {instrument} ({severity}).")
MENDED = Text(ko="{instrument:을를} 다시 쓸 수 있습니다.", en="{instrument} is in order again.")


@handles("ReservationHeld")
def held(fact: ReservationHeld) -> None:
    """To the person; to lab operations where it waits for them.

    A series is told as one (see `series`); of its dates only the calendar entries are sent, each in a message of its
    own: a message carries one event (RFC 5546 §3.2.2), and mail programs read no more than the first.
    """
    about = telling.booking(fact)
    waits = fact.state == "pending"
    said = (WAITS if waits else CONFIRMED).fill(about.values)
    letter = about.letter(said, None if waits else about.invited(0))
    if about.in_series:
        if not waits:
            write([fact.person], about.url, f"held:{fact.reservation}", letter, about=fact.organisation)
        return
    tell([fact.person], "booking.held", said, about.url, f"held:{fact.reservation}", letter, about=fact.organisation)
    if waits:
        _ask_staff(about, f"ask:{fact.reservation}:0")


@handles("SeriesHeld")
def series(fact: SeriesHeld) -> None:
    """One notice for all dates, each with its line in the e-mail; lab operations once if any of them waits."""
    about = telling.series(fact)
    said = SERIES.fill(about.values)
    origin = f"series:{fact.series}"
    tell([fact.person], "booking.series_held", said, "/bookings/", origin, about.letter(said), about=fact.organisation)
    if about.waits:
        _ask_staff(about, f"ask:{fact.series}")


@handles("ReservationMoved")
def moved(fact: ReservationMoved) -> None:
    """A booking that waits again leaves the calendar until it is decided."""
    about = telling.booking(fact)
    waits = fact.state == "pending"
    said = (MOVED_WAITS if waits else MOVED).fill(about.values)
    event = about.revoked(fact.sequence) if waits else about.invited(fact.sequence)
    origin = f"moved:{fact.reservation}:{fact.sequence}"
    tell([fact.person], "booking.moved", said, about.url, origin, about.letter(said, event), about=fact.organisation)
    if waits:
        _ask_staff(about, f"ask:{fact.reservation}:{fact.sequence}")


@handles("ReservationCancelled")
def cancelled(fact: ReservationCancelled) -> None:
    """To the person, with the reason where maintenance took the slot."""
    about = telling.booking(fact)
    said = (DISPLACED if fact.displaced else CANCELLED).fill(about.values)
    letter = about.letter(said, about.revoked(fact.sequence))
    origin = f"cancelled:{fact.reservation}"
    tell([fact.person], "booking.cancelled", said, about.url, origin, letter, about=fact.organisation)


@handles("ReservationDecided")
def decided(fact: ReservationDecided) -> None:
    """To the person: yes with the calendar entry, no with the reason."""
    about = telling.booking(fact)
    said = (CONFIRMED if fact.approved else DECLINED).fill(about.values)
    event = about.invited(fact.sequence) if fact.approved else about.revoked(fact.sequence)
    origin = f"decided:{fact.reservation}:{fact.sequence}"
    tell([fact.person], "booking.decided", said, about.url, origin, about.letter(said, event), about=fact.organisation)


@handles("ReservationMissed")
def missed(fact: ReservationMissed) -> None:
    """To the person: a mistake can still be put right by lab operations."""
    about = telling.booking(fact)
    said = MISSED.fill(about.values)
    origin = f"missed:{fact.reservation}"
    tell([fact.person], "booking.missed", said, about.url, origin, about.letter(said), about=fact.organisation)


@handles("WorkHandedOver")
def work_handed_over(fact: WorkHandedOver) -> None:
    """Bookings go to the colleague who takes over; each is told by its own fact."""
    hand_over(
        person=fact.person, organisation=fact.organisation, hand_over_to=fact.hand_over_to, since=fact.since
    )


@handles("ReservationHandedOver")
def handed_over(fact: ReservationHandedOver) -> None:
    """To the new holder, with the calendar entry; it leaves the calendar of the one before her."""
    about = telling.booking(fact)
    said = HANDED_OVER.fill(about.values)
    origin = f"handed:{fact.reservation}:{fact.sequence}"
    event = None if fact.state == "pending" else about.invited(fact.sequence)
    tell([fact.person], "booking.handed_over", said, about.url, origin, about.letter(said, event), about=fact.organisation)
    gone = CANCELLED.fill(about.values)
    write([fact.was_person], about.url, f"{origin}:before", about.letter(gone, about.revoked(fact.sequence)),
          about=fact.organisation)


@handles("MembershipEnded")
def membership_ended(fact: MembershipEnded) -> None:
    """A leaver's bookings are given back, and her company's admins learn which, so that they can book anew."""
    released = release_leaver(person=fact.person, organisation=fact.organisation)
    if not released:
        return
    about = telling.released(released)
    said = RELEASED.fill(about.values)
    origin = f"left:{fact.person}:{fact.organisation}:{fact.at.isoformat()}"
    admins = people.admins(fact.organisation)
    tell(admins, "booking.released", said, "/bookings/", origin, about.letter(said), about=fact.organisation)


@handles("FaultReported")
def fault_reported(fact: FaultReported) -> None:
    """To lab operations always; to people with coming bookings on it unless it is only a note. Never who said it."""
    about = telling.fault(fact)
    staff = telling.operations()
    said = FAULT_STAFF.fill(about.values)
    tell(staff, "booking.fault", said, about.url, f"fault:{fact.fault}", about.letter(said))
    if fact.severity != "note":
        said = FAULT.fill(about.values)
        holders = telling.holders(fact.equipment) - set(staff)
        tell(holders, "booking.fault", said, about.url, f"fault:{fact.fault}", about.letter(said))


@handles("FaultResolved")
def fault_resolved(fact: FaultResolved) -> None:
    """To those with coming bookings on it."""
    about = telling.fault(fact)
    said = MENDED.fill(about.values)
    holders = telling.holders(fact.equipment)
    tell(holders, "booking.fault_resolved", said, about.url, f"mended:{fact.fault}", about.letter(said))


def _ask_staff(about: telling.Told, origin: str) -> None:
    said = ASKED.fill(about.values)
    tell(telling.operations(), "booking.approval", said, about.url, origin, about.letter(said))
