"""The electronic invoice of a document: whether it is made, and what it lacks where it is not."""

from dataclasses import dataclass
from datetime import datetime

from squaremile.billing.models import DocumentFile, Invoice
from squaremile.billing.policies.exports.ubl import lacking
from squaremile.billing.reads import documents
from squaremile.billing.words import papers as words
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Lack:
    """What has to be filled in first, and with whom: the address of the editor's owner."""

    term: str
    says: Text
    account: str
    issuer: str


@dataclass(frozen=True, slots=True)
class ElectronicInvoice:
    """Where the file of a document stands."""

    made_at: datetime | None
    sha256: str
    language: str
    lacks: tuple[Lack, ...]


def electronic(code: str, *, keeps: bool) -> ElectronicInvoice:
    """For whoever sees the document; what it lacks for those who can fill it in."""
    made = DocumentFile.objects.defer("content").filter(invoice__code=code, kind="ubl").first()
    if made is not None:
        return ElectronicInvoice(made.made_at, made.sha256, made.language, ())
    if not keeps:
        return ElectronicInvoice(None, "", "", ())
    account, issuer = Invoice.objects.values_list("account__code", "issuer__code").get(code=code)
    return ElectronicInvoice(None, "", "", tuple(
        Lack(one.term, one.says, account if one.whose == "payer" else "", issuer if one.whose == "issuer" else "")
        for one in lacking(documents.addressed(code))
    ))


def ubl(code: str) -> DocumentFile:
    """The file as it was made. Raises Missing."""
    found = DocumentFile.objects.filter(invoice__code=code, kind="ubl").first()
    if found is None:
        raise Missing(words.FILE_UNKNOWN)
    return found
