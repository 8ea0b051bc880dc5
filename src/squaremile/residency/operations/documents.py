"""The licence on paper: one PDF with the Korean text first and the English after it, kept by its content."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from django.conf import settings

from squaremile.core import documents
from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.words import Text
from squaremile.residency.models import Licence, LicenceDocument
from squaremile.residency.policies.licence_terms import Terms
from squaremile.residency.reads.licence_terms import first_day

TEMPLATE = Path(__file__).resolve().parents[1] / "papers" / "licence.typ"


class Place(Protocol):
    """What the paper says of a place."""

    code: str
    name_ko: str
    name_en: str


def write(
    licence: Licence, terms: Terms, places: Sequence[Place], *, changes: Sequence[Text] = (), reason: str = "",
    effective_on: date | None = None,
) -> LicenceDocument:
    """The next document of a licence, inside another operation. An amendment says what it changes, why, and from when."""
    now = clock.now()
    number = LicenceDocument.objects.filter(licence=licence).count() + 1
    said = {
        **_said(licence, terms, places), "number": number, "changes": [[line.ko, line.en] for line in changes],
        "reason": reason, "effective_on": f"{effective_on or ''}",
    }
    content = documents.pdf(TEMPLATE, said, language="ko", made_at=now)
    stored = core.store_file(name=f"{licence.code}-{number}.pdf", content=content, organisation=licence.company_id)
    return LicenceDocument.objects.create(
        licence=licence, number=number, file=stored, sha256=stored.sha256, changes="\n".join(line.ko for line in changes),
        changes_en="\n".join(line.en for line in changes), made_at=now,
    )


def _said(licence: Licence, terms: Terms, places: Sequence[Place]) -> dict[str, object]:
    holder = licence.company.organisation
    return {
        "code": licence.code, "cluster_ko": settings.CLUSTER_NAME["ko"], "cluster_en": settings.CLUSTER_NAME["en"],
        "company_ko": holder.name_ko or holder.name_en, "company_en": holder.name_en or holder.name_ko,
        "start": f"{first_day(licence.period.start)}", "end": f"{terms.last_day}",
        "places": sorted([p.code, p.name_ko or p.name_en, p.name_en or p.name_ko] for p in places),
        "rent": terms.rent_money.said, "deposit": terms.deposit_money.said,
        "prices": terms.price_version, "notice": str(terms.notice_months), "people": str(terms.most_people),
        "use": terms.permitted_use, "covenants": list(terms.covenants),
        "verify": f"{settings.PUBLIC_URL}/public/verify/{licence.code}/",
    }
