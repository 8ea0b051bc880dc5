"""Training on an instrument: given until a date, withdrawn with a reason."""

from datetime import datetime, timedelta
from uuid import UUID

from squaremile.booking import rules, words
from squaremile.booking.models import Equipment, Qualification
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require


@operation(
    "booking.qualify", ko="사용 자격 주기", en="Qualify a person", may=rules.qualify, refuses=(NOT_FOUND,),
    constraints={"qualification_no_overlap": words.QUALIFICATION_EXISTS},
)
def qualify(
    *, equipment: str, person: UUID, start: datetime | None = None, end: datetime | None = None
) -> Qualification:
    """Record that a person was trained on an instrument; valid for a year unless `end` says otherwise."""
    found = Equipment.objects.filter(code=equipment).first()
    if found is None:
        raise Missing(NOT_FOUND)
    begins = start or clock.now()
    made = Qualification.objects.create(
        equipment=found, person_id=person, valid=Period(begins, end or begins + timedelta(days=365)),
        given_by=require().actor,
    )
    note(subject=made, equipment=equipment, person=person, valid=made.valid)
    return made


@operation(
    "booking.withdraw_qualification", ko="사용 자격 거두기", en="Withdraw a qualification", may=rules.qualify,
    refuses=(NOT_FOUND, words.REASON_NEEDED),
)
def withdraw_qualification(*, qualification: UUID, reason: str) -> Qualification:
    """End a qualification now. Bookings already made stay, and cannot be started without it."""
    if not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    found = Qualification.objects.select_for_update().filter(id=qualification, revoked_at=None).first()
    if found is None:
        raise Missing(NOT_FOUND)
    found.revoked_at, found.revoked_why = clock.now(), reason.strip()
    found.save(update_fields=["revoked_at", "revoked_why"])
    note(subject=found, person=found.person_id, reason=found.revoked_why)
    return found
