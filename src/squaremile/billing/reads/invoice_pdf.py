"""A bill as a PDF: the same document gives the same bytes."""

from datetime import UTC, datetime, time

from squaremile.billing.policies.document import Document
from squaremile.billing.policies.exports.paper import printed
from squaremile.core import documents

TEMPLATE = documents.PACKAGE / "billing" / "documents" / "invoice.typ"


def pdf(document: Document, language: str) -> bytes:
    """In Korean or English. The file is of the day of issue, whenever it is made."""
    made_at = datetime.combine(document.issued_on, time(), UTC)
    return documents.pdf(TEMPLATE, printed(document, language), language=language, made_at=made_at)
