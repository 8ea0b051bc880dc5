"""A deposit's settlement in the books: what residency deducts is set off against what is open."""

from datetime import date

from squaremile.billing.models import Account, LicenceFact, Payment
from squaremile.billing.operations.books import enter
from squaremile.billing.operations.matching import spread
from squaremile.billing.reads import deposits
from squaremile.billing.words import money
from squaremile.billing.words import refunds as words
from squaremile.kernel import clock
from squaremile.kernel.ids import short_code

SET_OFF = {
    "match_within": money.MATCH_AMOUNT, "match_of_one_thing": money.MATCH_AMOUNT, "deposit_holds": words.DEPOSIT_SHORT,
    "billing_payment_origin_key": money.PAYMENT_KNOWN, "payment_positive": money.PAYMENT_UNSOUND,
    "billing_entry_origin_key": money.PAYMENT_KNOWN, "entry_balanced": money.UNBALANCED,
}


def set_off(account: Account, kept: LicenceFact) -> int:
    """What is deducted pays open invoices, the oldest first, inside another operation. Gives back how much that was: never more
    than the deposit holds."""
    taken = min(int(kept.payload["taken"]), deposits.held(account))
    if taken <= 0:
        return 0
    day, organisation = date.fromisoformat(kept.payload["settled_on"]), account.organisation_id
    made = Payment.objects.create(
        code=short_code("PM"), account=account, organisation_id=organisation, amount=taken, paid_on=day,
        reference=words.SET_OFF.fill({"code": kept.payload["code"]}).ko[:120], origin=kept.origin, recorded_at=clock.now(),
    )
    enter(account.issuer, organisation, day, kept.origin, made.code, [("deposit", taken, None), ("receivable", -taken, None)])
    spread(made, account)
    return taken
