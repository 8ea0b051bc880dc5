"""Reminding of what is overdue, and in the end stopping new bookings."""

from squaremile.billing import rules
from squaremile.billing.models import DunningStep, Invoice, Stop
from squaremile.billing.operations.matching import MATCHED, open_of
from squaremile.billing.operations.payments import settle_from_payments
from squaremile.billing.policies.dunning import Ladder, due
from squaremile.billing.reads import months
from squaremile.billing.reads.rating import said
from squaremile.billing.words import money as words
from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.operation import note, operation


@operation(
    "billing.run_dunning", ko="미납 안내하기", en="Remind of what is overdue", may=rules.by_the_clock,
    constraints={"dunning_step_once": words.PAYMENT_KNOWN, **MATCHED},
)
def run_dunning() -> int:
    """What stands to a payer's credit pays what is overdue; then the next step for each overdue invoice, once. Nothing
    is barred but new bookings, and that last of all."""
    steps, today = 0, months.today()
    overdue = Invoice.objects.select_related("issuer", "account").filter(
        kind="invoice", due_on__lt=today, settlement="invoice"
    ).order_by("due_on", "code")
    for one in overdue:
        if open_of(one) > 0:
            settle_from_payments(one)
        days, open_ = (today - one.due_on).days, open_of(one)
        ladder = Ladder(one.issuer.remind_days, one.issuer.notice_days, one.issuer.warn_days, one.issuer.stop_days)
        if open_ <= 0:
            continue
        taken = dict(one.dunning.values_list("level", "at"))
        rested = (today - max(taken.values()).astimezone(months.zone()).date()).days if taken else None
        if not (level := due(ladder, days, taken, rested)):
            continue
        DunningStep.objects.create(invoice=one, organisation_id=one.organisation_id, level=level, at=clock.now())
        if level == "stop":
            Stop.objects.create(organisation_id=one.organisation_id, invoice=one, since=clock.now())
        text = words.DUN[level].fill({
            "code": one.code, "due": one.due_on, "open": said(open_, one.currency), "days": days, "stop": one.issuer.stop_days,
        })
        readers = people.admins(one.organisation_id)
        tell(readers, "billing.dunning", text, f"/money/invoices/{one.code}/", f"dunning:{one.id}:{level}", about=one.organisation_id)
        steps += 1
    note(steps=steps)
    return steps
