"""The licence on paper: one PDF with the Korean text first and the English after it, kept by its content."""

from pathlib import Path

from squaremile.core import documents
from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.residency.models import Licence, LicenceDocument, Offer

TEMPLATE = Path(__file__).resolve().parents[1] / "papers" / "licence.typ"


def write(licence: Licence, offer: Offer, *, changes: str = "") -> LicenceDocument:
    """The next document of a licence, inside another operation. An amendment says what it changes."""
    now = clock.now()
    number = LicenceDocument.objects.filter(licence=licence).count() + 1
    content = documents.pdf(TEMPLATE, _said(licence, offer, number, changes), language="ko", made_at=now)
    stored = core.store_file(name=f"{licence.code}-{number}.pdf", content=content, organisation=licence.company_id)
    return LicenceDocument.objects.create(
        licence=licence, number=number, file=stored, sha256=stored.sha256, changes=changes, made_at=now
    )


def _said(licence: Licence, offer: Offer, number: int, changes: str) -> dict[str, object]:
    holder, places = licence.company.organisation, licence.places.select_related("place").order_by("place__code")
    return {
        "code": licence.code, "number": number, "changes": changes,
        "company_ko": holder.name_ko or holder.name_en, "company_en": holder.name_en or holder.name_ko,
        "start": f"{licence.period.start:%Y-%m-%d}", "end": f"{licence.period.end:%Y-%m-%d}",
        "places": [[p.place.code, p.place.name_ko or p.place.name_en, p.place.name_en or p.place.name_ko] for p in places],
        "rent": f"{offer.rent:,} {offer.price_version.currency}", "deposit": f"{offer.deposit:,} {offer.price_version.currency}",
        "prices": offer.price_version.code, "notice": str(offer.notice_months), "people": str(offer.most_people),
        "use": offer.permitted_use, "covenants": list(offer.covenants),
    }
