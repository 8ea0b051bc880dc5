"""When somebody leaves a company, what she held for it is handed to a colleague, or given back."""

from datetime import datetime
from uuid import UUID

from squaremile.booking import rules, words
from squaremile.booking.models import ReservationDetail
from squaremile.booking.operations.change import give_back
from squaremile.booking.operations.queue import of_reservations, queue_for
from squaremile.booking.operations.standing import slot_of, still_stands
from squaremile.booking.policies import cancellation
from squaremile.core.reads import grants
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import note, operation, publish
from squaremile.published.booking import ReservationHandedOver


@operation(
    "booking.release_leaver", ko="떠난 사람의 예약 풀기", en="Release a leaver's bookings", may=rules.release_leaver,
    constraints={"reservation_step_allowed": words.STEP_NOT_ALLOWED},
)
def release_leaver(*, person: UUID, organisation: UUID) -> list[UUID]:
    """Cancel what is still to come of a person's bookings for a company that she no longer belongs to.

    Late or not is recorded as in any cancellation. Nothing happens where she has come back meanwhile; a session that
    runs is left to be ended. Returns the reservations, in the order of their times.
    """
    if grants.belongs(person, organisation):
        return []
    coming = ReservationDetail.objects.filter(
        person_id=person, organisation_id=organisation, reservation__kind="booking",
        reservation__state__in=("pending", "confirmed"), reservation__ends_at__gt=clock.now(),
    )
    queue_for(of_reservations(coming.values_list("reservation_id", flat=True)))
    rows = coming.select_for_update(of=("self",)).select_related("reservation__equipment__rules").order_by("starts_at")
    released = []
    for detail in rows:
        shape = detail.reservation
        late = cancellation.is_late(shape.period, shape.equipment.rules.cancel_free_minutes, clock.now())
        give_back(detail, late=late, reason=f"{words.LEFT.ko} / {words.LEFT.en}")
        released.append(shape)
    note(organisation=organisation, person=person, released=[shape.code for shape in released])
    return [shape.id for shape in released]


@operation(
    "booking.hand_over", ko="동료에게 예약 넘기기", en="Hand bookings over to a colleague", may=rules.release_leaver,
)
def hand_over(*, person: UUID, organisation: UUID, hand_over_to: UUID, since: datetime) -> list[UUID]:
    """Make a colleague the holder of what a person holds for their company from `since` on.

    What the colleague may not use (training, a shut gate) stays where it is. Shares are not asked again: the company
    holds no more than before. Returns the reservations that changed hands, in the order of their times.
    """
    if person == hand_over_to or not grants.belongs(hand_over_to, organisation):
        return []
    coming = ReservationDetail.objects.filter(
        person_id=person, organisation_id=organisation, reservation__kind="booking",
        reservation__state__in=("pending", "confirmed"), reservation__starts_at__gte=max(since, clock.now()),
    )
    queue_for(of_reservations(coming.values_list("reservation_id", flat=True)))
    rows = coming.select_for_update(of=("self",)).select_related("reservation__equipment__rules").order_by("starts_at")
    handed = [detail.reservation for detail in rows if _taken_over(detail, hand_over_to)]
    note(organisation=organisation, person=person, to=hand_over_to, handed_over=[shape.code for shape in handed])
    return [shape.id for shape in handed]


def _taken_over(detail: ReservationDetail, colleague: UUID) -> bool:
    """Make a colleague the holder of one slot, if she may use it."""
    shape, before = detail.reservation, detail.owner()[1]
    detail.person_id = colleague
    try:
        still_stands(slot_of(detail))
    except Refused:
        return False
    detail.sequence += 1
    detail.save(update_fields=["person", "sequence"])
    publish(ReservationHandedOver(
        reservation=shape.id, code=shape.code, equipment=shape.equipment_id, organisation=detail.owner()[0],
        person=colleague, was_person=before, start=shape.period.start, end=shape.period.end, state=shape.state,
        sequence=detail.sequence,
    ))
    return True
