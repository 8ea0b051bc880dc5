"""A charge that its company says is wrong, and what staff answer."""

from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Missing, Refused
from squaremile.kernel.operation import NOT_ALLOWED, note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.stores import ChargeDisputed, DisputeSettled
from squaremile.safety.words.bringing import OVER_LIMIT
from squaremile.stores import rules
from squaremile.stores.models import Charge
from squaremile.stores.operations import limits
from squaremile.stores.operations.charging import credit
from squaremile.stores.operations.stock import MOVED, given, moved
from squaremile.stores.words import minibar as words
from squaremile.stores.words.stockroom import REASON_NEEDED

_STEP = {
    "charge_step_allowed": words.CHARGE_STEP, "charge_dispute_in_time": words.DISPUTE_LATE,
    "charge_settled_by_staff": words.SETTLED_BY_STAFF, "charge_reasons_given": REASON_NEEDED,
}


@operation(
    "stores.dispute_charge", ko="요금에 이의 제기하기", en="Dispute a charge", may=rules.dispute,
    refuses=(words.CHARGE_UNKNOWN, words.CHARGE_STEP, words.DISPUTE_LATE, REASON_NEEDED), constraints=_STEP,
)
def dispute_charge(*, charge: str, reason: str) -> Charge:
    """The company's admin says that it is wrong, and why, within the window. Staff answer."""
    found = Charge.objects.filter(code=charge.strip()).first()
    if found is None or not any(g.role == COMPANY_ADMIN and g.organisation == found.organisation_id for g in require().grants):
        raise Missing(words.CHARGE_UNKNOWN)
    found = _locked(charge)
    if found.state != "charged":
        raise Refused(words.CHARGE_STEP)
    if clock.now() > found.dispute_until:
        raise Refused(words.DISPUTE_LATE)
    found.state, found.disputed_because = "disputed", given(reason)
    found.save(update_fields=["state", "disputed_because"])
    note(subject=found, organisation=found.organisation_id, reason=found.disputed_because)
    publish(ChargeDisputed(found.id, found.code))
    return found


@operation(
    "stores.settle_dispute", ko="이의 처리하기", en="Settle a dispute", may=rules.settle,
    refuses=(words.CHARGE_UNKNOWN, words.CHARGE_STEP, REASON_NEEDED, OVER_LIMIT), constraints={**_STEP, **MOVED},
)
def settle_dispute(*, charge: str, accept: bool, reason: str, restock: bool = False) -> Charge:
    """Accepted, the charge is credited by an event that takes back the first; rejected, it stands. `restock`: what it was
    for is on its shelf again, within the limits of its area."""
    found = _locked(charge)
    if found.state != "disputed":
        raise Refused(words.CHARGE_STEP)
    if restock and not rules.keep(require()):
        raise Forbidden(NOT_ALLOWED)
    found.state, found.settled_because = "credited" if accept else "upheld", given(reason)
    found.save(update_fields=["state", "settled_because"])
    if accept:
        was = found.movement
        credit(found, was.lot.item.code)
        if restock:
            limits.shelved_within(was.lot.item, was.stock_point.place_id, found.quantity)
            moved(
                was.lot, was.stock_point, "return", found.quantity, organisation=found.organisation_id, person=require().actor,
                reason=found.settled_because, once=f"dispute:{found.id}",
            )
    note(subject=found, organisation=found.organisation_id, accept=accept, reason=found.settled_because)
    publish(DisputeSettled(found.id, found.code))
    return found


def _locked(code: str) -> Charge:
    found = Charge.objects.select_for_update(of=("self",)).select_related("movement__lot__item", "movement__stock_point").filter(
        code=code.strip()
    ).first()
    if found is None:
        raise Missing(words.CHARGE_UNKNOWN)
    return found
