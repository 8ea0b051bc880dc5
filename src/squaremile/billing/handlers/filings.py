"""Tax invoices: prepared as soon as a document is issued, handed to the provider once, and its answer taken."""

from squaremile.billing.models import Account, Invoice, Issuer, TaxFiling
from squaremile.billing.operations import hear_tax_office, prepare_tax_invoices
from squaremile.billing.operations.filings import provider
from squaremile.billing.policies.exports.etax import registered
from squaremile.billing.reads import documents
from squaremile.billing.words import papers
from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads.people import staff
from squaremile.kernel import rows
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.words import both
from squaremile.published.billing import InvoiceIssued, TaxInvoiceSent

_OF = (Invoice, Account, Issuer)
_ISSUED = """
SELECT {}, {}, {} FROM billing_invoice i JOIN billing_account a ON a.id = i.account_id JOIN billing_issuer p ON p.id = a.issuer_id
 WHERE i.id = %s
"""


@handles("InvoiceIssued")
def prepare(fact: InvoiceIssued) -> None:
    """Where something is missing the list of tax invoices says what, and finance prepares it there."""
    (row,) = rows.ask(_ISSUED.format(*map(rows.columns, _OF, "iap")), [fact.invoice])
    found, account, issuer = rows.models(row, *_OF)
    found.account, account.issuer = account, issuer
    if found.settlement != "invoice" or found.currency != "KRW" or not all(map(registered, documents.registrations(found))):
        return
    try:
        prepare_tax_invoices(invoice=found.code)
    except SquaremileError:
        return


@handles("TaxInvoiceSent")
def hand_over(fact: TaxInvoiceSent) -> None:
    """The provider knows the key: handed over again, it gives the same answer."""
    found = TaxFiling.objects.get(id=fact.filing)
    if found.state != "sent":
        return
    if (service := provider()) is None:
        raise RuntimeError("ETAX_PROVIDER was taken away while an invoice was on its way: it is tried again")
    answer = service.issue(found.origin, found.message)
    hear_tax_office(filing=found.code, approval=answer.approval, answer_ko=answer.says.ko, answer_en=answer.says.en)
    if not answer.approval:
        text = papers.TOLD_REFUSED.fill({"code": found.invoice.code, "why": both(answer.says.ko, answer.says.en)})
        tell(staff("finance"), "billing.tax_invoice", text, "/money/tax-invoices/", f"tax:{found.id}:{found.prepared_at.isoformat()}")
