"""An online payment as its payer sees it."""

from dataclasses import dataclass

from squaremile.billing.models import PaymentRequest
from squaremile.billing.words import money, refunds
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class RequestSeen:
    """What was asked for, and where it stands."""

    code: str
    invoice: str
    amount: Money
    state: str
    said: Text


def request(code: str) -> RequestSeen:
    """One request. Raises Missing for what one may not see."""
    found = PaymentRequest.objects.select_related("invoice").filter(code=code).first()
    if found is None:
        raise Missing(money.PAYMENT_UNKNOWN)
    return _seen(found)


def of_invoice(code: str) -> list[RequestSeen]:
    """The requests of a document, newest first."""
    return [_seen(one) for one in PaymentRequest.objects.select_related("invoice").filter(invoice__code=code).order_by("-asked_at")]


def _seen(one: PaymentRequest) -> RequestSeen:
    return RequestSeen(one.code, one.invoice.code, Money(one.amount, one.currency), one.state, refunds.CHECKOUT_STATES[one.state])
