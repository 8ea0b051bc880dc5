"""Tables of billing, one noun a file."""

from squaremile.billing.models.account import Account, AccountTerm
from squaremile.billing.models.budget import Budget, BudgetAlert
from squaremile.billing.models.card import RateCard, RateCardVersion
from squaremile.billing.models.card_draft import RateCardDraft
from squaremile.billing.models.charge import BillException, Charge, MissedBooking
from squaremile.billing.models.checkout import PaymentEvent, PaymentRequest, PaymentRequestTransition
from squaremile.billing.models.close import Bill, BillTransition, Close, CloseTransition
from squaremile.billing.models.contract import Contract, ContractTerm, LicenceFact
from squaremile.billing.models.credit import Voucher, VoucherEnd, VoucherTaken, Wallet
from squaremile.billing.models.dunning import DunningStep, Stop
from squaremile.billing.models.filing import TaxFiling, TaxFilingTransition
from squaremile.billing.models.head_count import HeadCount
from squaremile.billing.models.invoice import Invoice, InvoiceLine
from squaremile.billing.models.issuer import Issuer, IssuerNumber
from squaremile.billing.models.journal import BookAccount, JournalExport, JournalMark
from squaremile.billing.models.ledger import Entry, Match, Payment, Posting
from squaremile.billing.models.line import BillLine, Dispute, DisputeTransition
from squaremile.billing.models.paper import DocumentFile
from squaremile.billing.models.refund import Refund
from squaremile.billing.models.sheet import ChargeSheet

__all__ = [
    "Account",
    "AccountTerm",
    "Bill",
    "BillException",
    "BillLine",
    "BillTransition",
    "BookAccount",
    "Budget",
    "BudgetAlert",
    "Charge",
    "ChargeSheet",
    "Close",
    "CloseTransition",
    "Contract",
    "ContractTerm",
    "Dispute",
    "DisputeTransition",
    "DocumentFile",
    "DunningStep",
    "Entry",
    "HeadCount",
    "Invoice",
    "InvoiceLine",
    "Issuer",
    "IssuerNumber",
    "JournalExport",
    "JournalMark",
    "LicenceFact",
    "Match",
    "MissedBooking",
    "Payment",
    "PaymentEvent",
    "PaymentRequest",
    "PaymentRequestTransition",
    "Posting",
    "RateCard",
    "RateCardDraft",
    "RateCardVersion",
    "Refund",
    "Stop",
    "TaxFiling",
    "TaxFilingTransition",
    "Voucher",
    "VoucherEnd",
    "VoucherTaken",
    "Wallet",
]
