"""Files of issued documents for other people's machines."""

from hashlib import sha256

from squaremile.billing import rules
from squaremile.billing.models import DocumentFile, Invoice
from squaremile.billing.policies.exports.ubl import NotForPeppol, ubl
from squaremile.billing.reads import documents
from squaremile.billing.words import money, papers
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text


@operation(
    "billing.make_ubl", ko="전자송장(UBL) 만들기", en="Make the electronic invoice (UBL)", may=rules.keep_money,
    refuses=(money.INVOICE_UNKNOWN, papers.NOT_FOR_PEPPOL, papers.FILE_MADE), constraints={"document_file_once": papers.FILE_MADE},
)
def make_ubl(*, invoice: str, language: str = "en") -> DocumentFile:
    """UBL 2.1 for Peppol BIS Billing 3.0, made once of an issued document and kept: the same bytes ever after. What its
    parties lacked of addresses on the day of issue is taken from the account and the issuer as they stand now."""
    found = Invoice.objects.filter(code=invoice).first()
    if found is None:
        raise Missing(money.INVOICE_UNKNOWN)
    if DocumentFile.objects.filter(invoice=found, kind="ubl").exists():
        raise Refused(papers.FILE_MADE)
    try:
        content = ubl(documents.addressed(invoice), "ko" if language == "ko" else "en").decode()
    except NotForPeppol as not_yet:
        says = [f"{one.term}: " for one in not_yet.lacking]
        why = Text(
            ko=" ".join(term + one.says.ko for term, one in zip(says, not_yet.lacking, strict=True)),
            en=" ".join(term + one.says.en for term, one in zip(says, not_yet.lacking, strict=True)),
        )
        raise Invalid(papers.NOT_FOR_PEPPOL, {"why": why}, fields={one.term: one.says for one in not_yet.lacking}) from not_yet
    made = DocumentFile.objects.create(
        invoice=found, organisation_id=found.organisation_id, kind="ubl", language="ko" if language == "ko" else "en", content=content,
        sha256=sha256(content.encode()).hexdigest(), made_at=clock.now(),
    )
    note(subject=made, organisation=found.organisation_id, invoice=invoice, sha256=made.sha256)
    return made
