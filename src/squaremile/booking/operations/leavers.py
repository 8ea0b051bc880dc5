"""When somebody leaves a company, what she held for it is given back."""

from uuid import UUID

from squaremile.booking import rules, words
from squaremile.booking.models import ReservationDetail
from squaremile.booking.operations.change import give_back
from squaremile.booking.operations.queue import of_reservations, queue_for
from squaremile.booking.policies import cancellation
from squaremile.core.reads import grants
from squaremile.kernel import clock
from squaremile.kernel.operation import note, operation


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
