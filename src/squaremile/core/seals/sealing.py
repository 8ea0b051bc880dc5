"""Putting the seal on a PDF: the document's bytes stay as they are, and the signature is added after them."""

import io
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from squaremile.core.seals import certificate
from squaremile.core.seals.apart import apart
from squaremile.core.seals.certificate import Certificate

FIELD = "Seal"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed PDF, and by which certificate. `stamped`: an authority for time answers for the moment too."""

    content: bytes
    by: Certificate
    stamped: bool


def seal(pdf: bytes, *, reason: str, at: datetime) -> Sealed | None:
    """The PDF with a PAdES signature over all of it that allows no later change. None where this cluster has no certificate
    that holds at that moment.

    The network is asked only where SEAL_TSA names an authority for time. Raises Unusable.
    """
    content = certificate.read()
    if content is None or not (by := certificate.told(certificate.opened(content))).holds(at):
        return None
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from pyhanko.sign.timestamps import HTTPTimeStamper

    signer = signers.SimpleSigner.load_pkcs12_data(content, [], certificate.passphrase())
    if signer is None:
        raise certificate.Unusable("the file holds no key that signs")
    says = signers.PdfSignatureMetadata(
        field_name=FIELD, name=by.subject, reason=reason, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES,
        certify=True, docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    stamper = HTTPTimeStamper(settings.SEAL_TSA, timeout=10) if settings.SEAL_TSA else None
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    made = apart(lambda: signers.sign_pdf(writer, says, signer=signer, timestamper=stamper))
    return Sealed(made.getvalue(), by, stamper is not None)
