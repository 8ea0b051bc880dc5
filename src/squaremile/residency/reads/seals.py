"""Seals of signed documents: what stands in the records, and what a file itself proves."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from squaremile.core import shelf
from squaremile.core.seals.certificate import Certificate
from squaremile.core.seals.judging import Judged, judge
from squaremile.residency.models import LicenceSeal
from squaremile.residency.reads.licences import content_digest


@dataclass(frozen=True, slots=True)
class Seal:
    """The seal of one document. `whole`: the sealed file on the shelf is the one that was sealed."""

    sha256: str
    subject: str
    certificate: str
    stamped: bool
    sealed_at: datetime
    whole: bool


def seals(licence: UUID) -> dict[UUID, Seal]:
    """Of a licence, by document."""
    return {
        one.document_id: Seal(
            one.sha256, one.subject, one.certificate, one.stamped, one.sealed_at, content_digest(one.sha256) == one.sha256
        )
        for one in LicenceSeal.objects.filter(document__licence=licence)
    }


@dataclass(frozen=True, slots=True)
class SealVerdict:
    """What anybody learns of a seal. `ours`: this cluster has sealed documents by that very certificate."""

    intact: bool
    by: Certificate | None
    ours: bool


def seal_of(content: bytes) -> SealVerdict | None:
    """Of a file that somebody holds; None where it bears no seal."""
    found = judge(content)
    return None if found is None else SealVerdict(found.intact, found.by, _ours(found))


def kept_seal(sha256: str) -> SealVerdict:
    """Of the sealed file that is kept here under a digest."""
    path = shelf.place(sha256)
    return (seal_of(path.read_bytes()) if path.is_file() else None) or SealVerdict(False, None, False)


def _ours(found: Judged) -> bool:
    if found.by is None:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT residency_sealed_by(%s)", [found.by.fingerprint])
        (said,) = cursor.fetchone()
    return bool(said)
