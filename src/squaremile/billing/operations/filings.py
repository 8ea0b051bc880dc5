"""Korean electronic tax invoices: prepared from an issued document, sent by a provider or entered by hand, answered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from django.conf import settings

from squaremile.billing import rules
from squaremile.billing.models import Invoice, TaxFiling
from squaremile.billing.policies.exports.etax import NotForTheTaxOffice, Provider, TaxInvoice, tax_invoices, told
from squaremile.billing.policies.exports.etax_sandbox import Sandbox
from squaremile.billing.reads import documents
from squaremile.billing.words import money, papers
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.published.billing import TaxInvoiceSent

PROVIDERS: dict[str, Callable[[], Provider]] = {"sandbox": Sandbox}
STEP = {
    "filing_step_allowed": papers.FILING_STEP, "filing_state_known": papers.FILING_STEP, "filing_stands": papers.FILING_STEP,
    "filing_approved": papers.APPROVAL_UNSOUND,
}


def provider() -> Provider | None:
    """The one that the installation is connected with; none where invoices are entered by hand."""
    made = PROVIDERS.get(settings.ETAX_PROVIDER)
    return made() if made else None


@operation(
    "billing.prepare_tax_invoices", ko="세금계산서 작성", en="Prepare tax invoices", may=rules.close_by_itself,
    refuses=(money.INVOICE_UNKNOWN, papers.NOT_FOR_TAX, papers.ORIGINAL_NOT_FILED, papers.FILING_KNOWN),
    constraints={"billing_tax_filing_origin_key": papers.FILING_KNOWN, **STEP},
)
def prepare_tax_invoices(*, invoice: str) -> Sequence[TaxFiling]:
    """One for each kind of tax of the document. Those that were refused are prepared anew; others stay as they are."""
    found = documents.issued(invoice)
    try:
        made = [_of_original(found, one) for one in tax_invoices(documents.identified(found))]
    except NotForTheTaxOffice as not_one:
        raise Invalid(papers.NOT_FOR_TAX, {"why": not_one.says}) from not_one
    if not made:
        raise Invalid(papers.NOT_FOR_TAX, {"why": papers.NOTHING_SUPPLIED})
    known = {row.origin: row for row in TaxFiling.objects.select_for_update().filter(invoice=found)}
    filings = [_prepared(found, one, known.get(one.management_key)) for one in made]
    if not (new := [row for row in filings if row is not None]):
        raise Refused(papers.FILING_KNOWN)
    note(subject=new[0], organisation=found.organisation_id, invoice=invoice, prepared=[row.code for row in new])
    return new


def _of_original(found: Invoice, made: TaxInvoice) -> TaxInvoice:
    """A correction names the approval of the very invoice that it corrects or stands in place of, of the same kind of tax."""
    original = found.corrects or found.replaces
    if original is None:
        return made
    first = TaxFiling.objects.filter(invoice=original, kind=made.kind, state="accepted").first()
    if first is None:
        raise Refused(papers.ORIGINAL_NOT_FILED, {"code": original.code})
    return replace(made, original_approval=first.approval)


def _prepared(found: Invoice, one: TaxInvoice, before: TaxFiling | None) -> TaxFiling | None:
    said = {
        "written_on": one.written_on, "due_on": one.due_on, "supply": one.supply, "tax": one.tax, "message": told(one),
        "prepared_at": clock.now(), "answer_ko": "", "answer_en": "", "answered_at": None, "state": "prepared",
    }
    if before is None:
        return TaxFiling.objects.create(
            code=short_code("TX"), invoice=found, organisation_id=found.organisation_id, origin=one.management_key, kind=one.kind, **said
        )
    if before.state != "refused":
        return None
    for name, value in said.items():
        setattr(before, name, value)
    before.save(update_fields=list(said))
    return before


@operation(
    "billing.send_tax_invoice", ko="세금계산서 전송", en="Send a tax invoice", may=rules.keep_money,
    refuses=(papers.FILING_UNKNOWN, papers.FILING_STEP, papers.NO_PROVIDER), constraints=STEP,
)
def send_tax_invoice(*, filing: str) -> TaxFiling:
    """The worker hands it to the provider, once; its answer comes back by itself. It stays as it was sent."""
    found = _locked(filing)
    if provider() is None:
        raise Refused(papers.NO_PROVIDER)
    if found.state != "prepared":
        raise Refused(papers.FILING_STEP)
    found.state = "sent"
    found.save(update_fields=["state"])
    publish(TaxInvoiceSent(found.id, found.code, found.organisation_id))
    note(subject=found, organisation=found.organisation_id, origin=found.origin)
    return found


@operation(
    "billing.hear_tax_office", ko="국세청 답 받기", en="Hear the tax office", may=rules.by_the_clock, refuses=(papers.FILING_UNKNOWN,),
    constraints=STEP,
)
def hear_tax_office(*, filing: str, approval: str, answer_ko: str = "", answer_en: str = "") -> TaxFiling:
    """Accepted with its number, or refused with the reason. Answered already: nothing happens."""
    found = _locked(filing)
    if found.state == "sent":
        found.state, found.approval = ("accepted", approval) if approval else ("refused", "")
        found.answer_ko, found.answer_en, found.answered_at = answer_ko[:300], answer_en[:300], clock.now()
        found.save(update_fields=["state", "approval", "answer_ko", "answer_en", "answered_at"])
    note(subject=found, organisation=found.organisation_id, state=found.state, approval=found.approval)
    return found


@operation(
    "billing.enter_tax_approval", ko="승인번호 적기", en="Enter an approval number", may=rules.keep_money,
    refuses=(papers.FILING_UNKNOWN, papers.FILING_STEP, papers.APPROVAL_UNSOUND), constraints=STEP,
)
def enter_tax_approval(*, filing: str, approval: str) -> TaxFiling:
    """It was issued at the tax office's own site, from the sheet or by hand: this is the number that it got."""
    found = _locked(filing)
    if found.state != "prepared":
        raise Refused(papers.FILING_STEP)
    said = "".join(c for c in approval if c.isalnum())
    if len(said) != 24 or not said.isascii() or not _is_day(said[:8]):
        raise Invalid(papers.APPROVAL_UNSOUND)
    found.state, found.approval, found.answered_at = "accepted", said, clock.now()
    found.save(update_fields=["state", "approval", "answered_at"])
    note(subject=found, organisation=found.organisation_id, approval=said)
    return found


def _is_day(said: str) -> bool:
    try:
        date.fromisoformat(said)
    except ValueError:
        return False
    return True


def _locked(code: str) -> TaxFiling:
    found = TaxFiling.objects.select_for_update(of=("self",)).select_related("invoice").filter(code=code).first()
    if found is None:
        raise Missing(papers.FILING_UNKNOWN)
    return found
