"""Over the API: issued documents, their corrections, payments."""

from datetime import date

from squaremile.api.answers import Answer, Coded
from squaremile.api.endpoint import POST, Endpoint
from squaremile.billing import operations as billing


class InvoiceKept(Coded):
    """An issued document, in minor units."""

    kind: str
    issued_on: date
    due_on: date
    net: int
    tax: int
    gross: int
    payable: int
    reason: str


class PaymentKept(Coded):
    """Money that came in, in minor units."""

    amount: int
    paid_on: date
    reference: str


class PaymentMatchKept(Answer):
    """So much went to an invoice."""

    amount: int


class RefundKept(Coded):
    """Money that went back, in minor units."""

    source: str
    amount: int
    paid_on: date
    reference: str


class PaymentRequestKept(Coded):
    """An online payment that was begun, in minor units."""

    amount: int
    currency: str
    state: str


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/billing/bills/{code}/issue", billing.issue_bill, InvoiceKept, code="bill", status=201),
    Endpoint(POST, "/billing/invoices/{code}/corrections", billing.correct_invoice, InvoiceKept, code="invoice", status=201),
    Endpoint(POST, "/billing/payments", billing.record_payment, PaymentKept, status=201),
    Endpoint(POST, "/billing/refunds", billing.refund, RefundKept, status=201),
    Endpoint(POST, "/billing/invoices/{code}/payment-requests", billing.ask_payment, PaymentRequestKept, code="invoice", status=201),
    Endpoint(POST, "/billing/payments/{code}/matches", billing.match_payment, PaymentMatchKept, code="payment", status=201),
)
