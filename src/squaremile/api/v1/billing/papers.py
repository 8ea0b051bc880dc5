"""Over the API: tax identities, electronic invoices, Korean tax invoices, the journal."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from squaremile.api.answers import Answer, Coded
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.billing import operations as billing


class TaxIdentityKept(Coded):
    """Who somebody is to tax offices and to Peppol."""

    country: str
    registration: str
    legal_id: str
    vat_id: str
    endpoint_scheme: str
    endpoint: str
    representative: str
    business_type: str
    business_item: str


class DocumentFileKept(Answer):
    """A file that was made of a document. Its page gives the bytes."""

    kind: str
    language: str
    sha256: str


class TaxFilingKept(Coded):
    """A Korean tax invoice, in won."""

    kind: str
    state: str
    written_on: date
    due_on: date
    supply: int
    tax: int
    approval: str


class TaxFilingsKept(Answer):
    """The tax invoices that were prepared of a document: one for each kind of tax."""

    filings: list[TaxFilingKept]

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        """From the list that the operation gives back."""
        return cls(filings=[TaxFilingKept.model_validate(one) for one in found])


class BookAccountKept(Answer):
    """Under which account a book stands."""

    book: str
    number: str
    name: str


class JournalKept(Coded):
    """A month of entries that went out."""

    month: date
    entries: int
    fresh: int
    debit: int
    sha256: str


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(PATCH, "/billing/accounts/{code}/tax-identity", billing.identify_account, TaxIdentityKept, code="account"),
    Endpoint(PATCH, "/billing/issuers/{code}/tax-identity", billing.identify_issuer, TaxIdentityKept, code="issuer"),
    Endpoint(POST, "/billing/invoices/{code}/ubl", billing.make_ubl, DocumentFileKept, code="invoice", status=201),
    Endpoint(POST, "/billing/invoices/{code}/tax-invoices", billing.prepare_tax_invoices, TaxFilingsKept, code="invoice", status=201),
    Endpoint(POST, "/billing/tax-invoices/{code}/send", billing.send_tax_invoice, TaxFilingKept, code="filing"),
    Endpoint(POST, "/billing/tax-invoices/{code}/approval", billing.enter_tax_approval, TaxFilingKept, code="filing"),
    Endpoint(POST, "/billing/issuers/{code}/books", billing.name_book, BookAccountKept, code="issuer"),
    Endpoint(POST, "/billing/issuers/{code}/journals", billing.export_journal, JournalKept, code="issuer", status=201),
)
