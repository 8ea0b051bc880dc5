"""What billing tells others."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class BillAsked:
    """The worker is asked for the next step of an account's bill: rate, draft or issue. Each is done once."""

    bill: UUID
    code: str
    step: str


@dataclass(frozen=True, slots=True)
class BillShown:
    """A bill went to its payer, who may accept it or dispute its lines."""

    bill: UUID
    code: str
    organisation: UUID


@dataclass(frozen=True, slots=True)
class BillAcceptedFor:
    """Finance accepted a bill in the place of a payer who did not answer."""

    bill: UUID
    code: str
    organisation: UUID


@dataclass(frozen=True, slots=True)
class DisputeAnswered:
    """Finance answered a dispute."""

    dispute: UUID
    code: str
    organisation: UUID


@dataclass(frozen=True, slots=True)
class InvoiceIssued:
    """A document was issued: an invoice or a credit note."""

    invoice: UUID
    code: str
    organisation: UUID
    kind: str


@dataclass(frozen=True, slots=True)
class TaxInvoiceSent:
    """The worker is asked to hand a Korean tax invoice to its provider. `organisation` is the payer."""

    filing: UUID
    code: str
    organisation: UUID
