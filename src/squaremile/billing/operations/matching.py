"""What pays an invoice: so much of a payment, or of a credit note."""

from django.db.models import Sum

from squaremile.billing.models import Account, Invoice, Match, Payment, Stop
from squaremile.billing.words import money as words
from squaremile.kernel import clock

MATCHED = {"match_within": words.MATCH_AMOUNT, "match_of_one_thing": words.MATCH_AMOUNT}


def spread(made: Payment, found: Account, wanted: Invoice | None = None) -> int:
    """The invoice named, then the oldest open ones. Gives back what is left of the payment."""
    left = made.amount
    due = Invoice.objects.filter(account=found, kind="invoice").order_by("due_on", "issued_at")
    for one in [*([wanted] if wanted else []), *(each for each in due if wanted is None or each.id != wanted.id)]:
        if left > 0 and (part := min(left, open_of(one))) > 0:
            match(one, part, payment=made)
            left -= part
    return left


def open_of(invoice: Invoice) -> int:
    """What is not paid of it yet, in minor units."""
    return invoice.payable - (invoice.matches.aggregate(all=Sum("amount"))["all"] or 0)


def match(invoice: Invoice, amount: int, *, payment: Payment | None = None, credit_note: Invoice | None = None) -> Match:
    made = Match.objects.create(
        invoice=invoice, payment=payment, credit_note=credit_note, organisation_id=invoice.organisation_id, amount=amount, at=clock.now()
    )
    if open_of(invoice) <= 0:
        Stop.objects.filter(invoice=invoice, lifted_at=None).update(lifted_at=clock.now())
    return made
