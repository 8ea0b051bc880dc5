"""The cluster seals what both sides have signed: the PDF gets a signature that any reader of PDFs checks."""

import hashlib
from datetime import datetime

from django.db.models import Count

from squaremile.core import shelf
from squaremile.core.seals.certificate import Unusable
from squaremile.core.seals.sealing import seal
from squaremile.kernel import clock
from squaremile.kernel.operation import note, operation
from squaremile.residency import rules
from squaremile.residency.models import LicenceDocument, LicenceSeal, Signature
from squaremile.residency.words import licences as words

ONCE = {"seal_of_signed": words.NOT_SIGNED, "residency_licence_seal_document_id_key": words.SEALED_ALREADY}


@operation(
    "residency.seal_documents", ko="서명이 끝난 문서 봉인하기", en="Seal what both sides have signed", may=rules.lapse,
    refuses=(words.NOT_SIGNED, words.SEALED_ALREADY), constraints=ONCE,
)
def seal_documents() -> int:
    """Every document of a licence that both sides have signed and that bears no seal yet. Where the cluster has no
    certificate, or a stored file is not what was signed, it stays unsealed. Returns how many were sealed."""
    waiting = LicenceDocument.objects.filter(seal=None).annotate(hands=Count("signatures")).filter(hands=2)
    done = 0
    for document in waiting.select_related("licence").order_by("made_at", "id"):
        try:
            made = _sealed(document, clock.now())
        except Unusable:
            break
        if made is not None:
            note(subject=document.licence, organisation=document.licence.company_id, document=document.number, sha256=made.sha256)
            done += 1
    note(sealed=done)
    return done


def _sealed(document: LicenceDocument, now: datetime) -> LicenceSeal | None:
    path = shelf.place(document.sha256)
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != document.sha256:
        return None
    hands = list(Signature.objects.filter(document=document).order_by("number"))
    made = seal(content, reason=_reason(document, hands), at=now)
    if made is None:
        return None
    return LicenceSeal.objects.create(
        document=document, sha256=shelf.keep(made.content), after=hands[-1].digest, certificate=made.by.fingerprint,
        subject=made.by.subject[:300], stamped=made.stamped, sealed_at=now,
    )


def _reason(document: LicenceDocument, hands: list[Signature]) -> str:
    """Readers of PDFs show it beside the seal: who signed what, when."""
    signed = "; ".join(f"{words.PARTIES[one.party].en}: {one.name}, {one.at:%Y-%m-%d %H:%M:%S} UTC" for one in hands)
    return f"{document.licence.code}-{document.number}. {signed}. SHA-256 {document.sha256}, chain {hands[-1].digest}"
