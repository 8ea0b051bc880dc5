"""The payer's side: accept a bill, dispute a line of it; and finance's answer."""

from datetime import timedelta

from django.db.models import Q

from squaremile.billing import rules
from squaremile.billing.models import Bill, BillLine, Dispute
from squaremile.billing.operations.closing import STEP, locked, redraft
from squaremile.billing.reads import answering, rating
from squaremile.billing.reads.rating import spoken
from squaremile.billing.words import closing as words
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.published.billing import BillAcceptedFor, DisputeAnswered

LEAST_REASON = 2


@operation(
    "billing.accept_bill", ko="청구 내역 승인하기", en="Accept a bill", may=rules.answer,
    refuses=(words.BILL_UNKNOWN, words.BILL_STEP, words.DISPUTES_OPEN), constraints=STEP,
)
def accept_bill(*, bill: str) -> Bill:
    """The payer's admin says that it is right. It is issued then."""
    found = locked(bill)
    if found.state != "shown":
        raise Refused(words.BILL_STEP)
    if n := Dispute.objects.filter(bill=found, state="open").count():
        raise Refused(words.DISPUTES_OPEN, {"n": n})
    found.state = "accepted"
    found.save(update_fields=["state"])
    note(subject=found, organisation=found.organisation_id, gross=found.gross)
    return found


@operation(
    "billing.accept_unanswered", ko="답이 없는 청구 내역을 사유와 함께 승인하기", en="Accept a bill that its payer does not answer",
    may=rules.keep_money, refuses=(words.BILL_UNKNOWN, words.BILL_STEP, words.DISPUTES_OPEN, words.REASON_NEEDED, words.ANSWER_AWAITED),
    constraints=STEP,
)
def accept_unanswered(*, bill: str, remark: str) -> Bill:
    """Finance accepts it in the payer's place, once her time to answer is over, and says why. Where silence is never consent her
    time has no end, and a day of it is the least. The payer reads it on the bill, and is told."""
    found = locked(bill)
    if found.state != "shown":
        raise Refused(words.BILL_STEP)
    if len(remark.strip()) < LEAST_REASON:
        raise Invalid(words.REASON_NEEDED)
    until = answering.not_before(found)
    if until is not None and clock.now() <= until:
        raise Refused(words.ANSWER_AWAITED, {"until": spoken(until)})
    if n := Dispute.objects.filter(bill=found, state="open").count():
        raise Refused(words.DISPUTES_OPEN, {"n": n})
    found.state, found.accepted_remark = "accepted", remark.strip()[:300]
    found.save(update_fields=["state", "accepted_remark"])
    publish(BillAcceptedFor(found.id, found.code, found.organisation_id))
    note(subject=found, organisation=found.organisation_id, gross=found.gross, remark=found.accepted_remark)
    return found


@operation(
    "billing.dispute_line", ko="청구 줄에 이의 제기하기", en="Dispute a line", may=rules.answer,
    refuses=(words.BILL_UNKNOWN, words.BILL_STEP, words.LINE_UNKNOWN, words.REASON_NEEDED, words.DISPUTED_ALREADY, words.DISPUTE_LATE),
    constraints={"dispute_one_open_a_line": words.DISPUTED_ALREADY, "dispute_step_allowed": words.BILL_STEP},
)
def dispute_line(*, bill: str, bill_line: int, reason: str) -> Dispute:
    """This line is not right, and why. The bill is not issued before finance has answered."""
    # Locked: while one of them disputes, neither silence nor a colleague accepts the bill.
    found = locked(bill)
    if found.state != "shown":
        raise Refused(words.BILL_STEP)
    until = found.answer_until or found.close.shown_until
    if until is not None and clock.now() > until:
        raise Refused(words.DISPUTE_LATE)
    if len(reason.strip()) < LEAST_REASON:
        raise Invalid(words.REASON_NEEDED)
    which = BillLine.objects.filter(bill=found, number=bill_line).exclude(kind__in=("voucher", "adjustment")).first()
    if which is None:
        raise Missing(words.LINE_UNKNOWN)
    if Dispute.objects.filter(bill=found, key=which.key, state="open").exists():
        raise Refused(words.DISPUTED_ALREADY)
    made = Dispute.objects.create(
        code=short_code("DI"), bill=found, organisation_id=found.organisation_id, key=which.key, reason=reason.strip()[:500],
        state="open", raised_at=clock.now(),
    )
    note(subject=made, organisation=found.organisation_id, bill=bill, line=bill_line)
    return made


@operation(
    "billing.settle_dispute", ko="이의에 답하기", en="Answer a dispute", may=rules.keep_money,
    refuses=(words.DISPUTE_UNKNOWN, words.REASON_NEEDED, words.DISPUTE_AMOUNT, words.BILL_STEP),
    constraints={"dispute_step_allowed": words.DISPUTE_UNKNOWN, "dispute_sound": words.DISPUTE_AMOUNT, **STEP},
)
def settle_dispute(*, dispute: str, taken_off: int, reply: str) -> Dispute:
    """So much is taken off the line's net, in minor units, as a line of its own; 0: it stands as it is. The payer has the time of
    the issuer's terms to look at the answer before silence is consent."""
    if len(reply.strip()) < LEAST_REASON:
        raise Invalid(words.REASON_NEEDED)
    found = Dispute.objects.select_for_update(of=("self",)).select_related("bill").filter(code=dispute, state="open").first()
    if found is None:
        raise Missing(words.DISPUTE_UNKNOWN)
    bill = locked(found.bill.code)
    if bill.state != "shown":
        raise Refused(words.BILL_STEP)
    most = left_of(bill, found.key)
    if not 0 <= taken_off <= max(0, most):
        raise Invalid(words.DISPUTE_AMOUNT, {"most": rating.said(max(0, most), bill.close.issuer.currency)})
    found.state, found.taken_off, found.answer = ("granted" if taken_off else "upheld"), taken_off, reply.strip()[:500]
    found.save(update_fields=["state", "taken_off", "answer"])
    if taken_off:
        redraft(bill)
    bill.told_at = clock.now()
    if days := bill.close.issuer.silence_days:
        bill.answer_until = clock.now() + timedelta(days=days)
    bill.save(update_fields=["answer_until", "told_at"])
    publish(DisputeAnswered(found.id, found.code, found.organisation_id))
    note(subject=found, organisation=found.organisation_id, taken_off=taken_off, answer=found.answer)
    return found


@operation(
    "billing.withdraw_dispute", ko="이의 철회", en="Withdraw a dispute", may=rules.answer, refuses=(words.DISPUTE_UNKNOWN, words.BILL_STEP),
    constraints={"dispute_step_allowed": words.DISPUTE_UNKNOWN, "dispute_sound": words.DISPUTE_UNKNOWN, **STEP},
)
def withdraw_dispute(*, dispute: str) -> Dispute:
    """The payer lets the line stand, while nobody has answered her. She may dispute it again as long as her time lasts."""
    found = Dispute.objects.select_for_update(of=("self",)).select_related("bill").filter(code=dispute, state="open").first()
    if found is None:
        raise Missing(words.DISPUTE_UNKNOWN)
    if locked(found.bill.code).state != "shown":
        raise Refused(words.BILL_STEP)
    found.state = "dropped"
    found.save(update_fields=["state"])
    note(subject=found, organisation=found.organisation_id)
    return found


def left_of(bill: Bill, key: str) -> int:
    """What is left of a line's net after what was granted before."""
    line = BillLine.objects.filter(bill=bill, key=key).first()
    granted = sum(Dispute.objects.filter(bill=bill, key=key, state="granted").values_list("taken_off", flat=True))
    return (line.net if line else 0) - granted


@operation(
    "billing.accept_silent", ko="답이 없는 청구 내역 승인하기", en="Accept bills by silence", may=rules.by_the_clock,
    refuses=(words.BILL_STEP,), constraints=STEP,
)
def accept_silent() -> int:
    """Bills whose time to answer is over and that nobody disputes, where the issuer's terms take silence for consent."""
    over = Q(answer_until__lte=clock.now()) | Q(answer_until=None, close__shown_until__lte=clock.now())
    due = [bill.id for bill in Bill.objects.select_for_update(of=("self",)).filter(
        over, state="shown", close__issuer__silence_days__gt=0
    ).exclude(disputes__state="open").order_by("code")]  # fmt: skip
    # Disputed while they were waited for; now that they are held nobody disputes one any more.
    disputed = set(Dispute.objects.filter(bill__in=due, state="open").values_list("bill_id", flat=True)) if due else set()
    done = Bill.objects.filter(id__in=[bill for bill in due if bill not in disputed]).update(state="accepted", accepted_silently=True)
    note(accepted=done)
    return done
