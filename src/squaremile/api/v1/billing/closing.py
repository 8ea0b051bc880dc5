"""Over the API: the month close, step by step, and the payer's answers."""

from datetime import date, datetime

from squaremile.api.answers import Coded
from squaremile.api.endpoint import POST, Endpoint
from squaremile.billing import operations as billing


class CloseKept(Coded):
    """A month close."""

    month: date
    state: str
    as_of: datetime
    shown_until: datetime | None


class BillKept(Coded):
    """An account's month, in minor units."""

    state: str
    net: int
    tax: int
    gross: int
    payable: int


class ExceptionKept(Coded):
    """Something odd, looked at."""

    kind: str
    says_ko: str
    says_en: str
    remark: str


class DisputeKept(Coded):
    """A dispute; what was taken off in minor units."""

    state: str
    reason: str
    taken_off: int
    answer: str


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/billing/closes", billing.confirm_usage, CloseKept, status=201),
    Endpoint(POST, "/billing/closes/{code}/show", billing.show_bills, CloseKept, code="close"),
    Endpoint(POST, "/billing/closes/{code}/issue", billing.release_close, CloseKept, code="close"),
    Endpoint(POST, "/billing/bills/{code}/rate", billing.rate_bill, BillKept, code="bill"),
    Endpoint(POST, "/billing/bills/{code}/draft", billing.draft_bill, BillKept, code="bill"),
    Endpoint(POST, "/billing/bills/{code}/again", billing.rate_again, BillKept, code="bill"),
    Endpoint(POST, "/billing/bills/{code}/approve", billing.approve_bill, BillKept, code="bill"),
    Endpoint(POST, "/billing/bills/{code}/accept", billing.accept_bill, BillKept, code="bill"),
    Endpoint(POST, "/billing/bills/{code}/accept-unanswered", billing.accept_unanswered, BillKept, code="bill"),
    Endpoint(POST, "/billing/bills/{code}/disputes", billing.dispute_line, DisputeKept, code="bill", status=201),
    Endpoint(POST, "/billing/disputes/{code}/settle", billing.settle_dispute, DisputeKept, code="dispute"),
    Endpoint(POST, "/billing/disputes/{code}/withdraw", billing.withdraw_dispute, DisputeKept, code="dispute"),
    Endpoint(POST, "/billing/exceptions/{code}/clear", billing.clear_exception, ExceptionKept, code="bill_exception"),
)
