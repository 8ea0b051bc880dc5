"""Whether a member of staff was beside the user: asked for with the booking, or said by staff."""

from squaremile.booking import rules, words
from squaremile.booking.models import Reservation, Session
from squaremile.booking.operations.change import CHANGEABLE, held
from squaremile.booking.operations.use import origin_of
from squaremile.kernel.operation import note, operation
from squaremile.metering.operations import count_again


@operation(
    "booking.mark_assisted", ko="담당자 지원 표시", en="Mark as assisted", may=rules.approve, refuses=CHANGEABLE,
    constraints={"metering_usage_event_origin_key": words.STEP_NOT_ALLOWED},
)
def mark_assisted(*, reservation: str, assisted: bool) -> Reservation:
    """Staff were there, or were not. Of a use that is over, what was counted is taken back and counted again with this in its
    evidence: the bill says so, the next one where the month is closed."""
    detail = held(reservation, "pending", "confirmed", "in_use", "done")
    shape = detail.reservation
    if detail.assisted != assisted:
        detail.assisted = assisted
        detail.save(update_fields=["assisted"])
        for session in Session.objects.filter(reservation=shape, ended_at__isnull=False).order_by("started_at"):
            count_again(origin=origin_of(session), evidence={"assisted": assisted})
    note(subject=shape, organisation=detail.organisation_id, assisted=assisted)
    return shape
