"""The steps of a bill: each fact is one transaction, so a close goes on where it was when the machine stops."""

from squaremile.billing.models import Bill, Dispute, MissedBooking
from squaremile.billing.operations import draft_bill, issue_bill, rate_bill
from squaremile.billing.reads.rating import spoken
from squaremile.billing.words import money as words
from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel import clock, rows
from squaremile.published.billing import BillAcceptedFor, BillAsked, BillShown, DisputeAnswered, InvoiceIssued
from squaremile.published.booking import ReservationMissed

STEPS = {"rate": rate_bill, "draft": draft_bill, "issue": issue_bill}


@handles("BillAsked")
def next_step(fact: BillAsked) -> None:
    """Rate, draft or issue; what was done already is left alone."""
    STEPS[fact.step](bill=fact.code)


@handles("BillShown")
def bill_shown(fact: BillShown) -> None:
    """The company's admins are asked to look at it."""
    sql = "SELECT c.month, c.shown_until FROM billing_bill b JOIN billing_close c ON c.id = b.close_id WHERE b.id = %s"
    ((month, until),) = rows.ask(sql, [fact.bill])
    said = words.SHOWN if until else words.SHOWN_OPEN
    text = said.fill({"month": f"{month:%Y-%m}", "until": spoken(until) if until else ""})
    tell(people.admins(fact.organisation), "billing.bill", text, f"/money/bills/{fact.code}/", f"bill:{fact.bill}", about=fact.organisation)


@handles("BillAcceptedFor")
def accepted_for(fact: BillAcceptedFor) -> None:
    """They hear that finance accepted it in their place, and why."""
    found = Bill.objects.select_related("close").get(id=fact.bill)
    text = words.ACCEPTED_FOR.fill({"month": f"{found.close.month:%Y-%m}", "remark": found.accepted_remark})
    tell(people.admins(fact.organisation), "billing.bill", text, f"/money/bills/{fact.code}/", f"accepted:{fact.bill}", about=fact.organisation)


@handles("DisputeAnswered")
def dispute_answered(fact: DisputeAnswered) -> None:
    """They hear what finance said."""
    found = Dispute.objects.select_related("bill").get(id=fact.dispute)
    text = words.ANSWERED.fill({"code": found.bill.code, "answer": found.answer})
    url = f"/money/bills/{found.bill.code}/"
    tell(people.admins(fact.organisation), "billing.bill", text, url, f"dispute:{fact.dispute}", about=fact.organisation)


@handles("InvoiceIssued")
def invoice_issued(fact: InvoiceIssued) -> None:
    """They hear of the document."""
    text = words.ISSUED.fill({"kind": words.KINDS[fact.kind], "code": fact.code})
    url = f"/money/invoices/{fact.code}/"
    tell(people.admins(fact.organisation), "billing.invoice", text, url, f"invoice:{fact.invoice}", about=fact.organisation)


@handles("ReservationMissed")
def booking_missed(fact: ReservationMissed) -> None:
    """Kept for the close, which asks staff to look at it."""
    MissedBooking.objects.get_or_create(
        origin=f"missed:{fact.reservation}",
        defaults={
            "organisation_id": fact.organisation, "reservation_code": fact.code, "subject": fact.subject, "start": fact.start,
            "recorded_at": clock.now(),
        },
    )
