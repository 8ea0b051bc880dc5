"""What the cluster really holds of a company's deposits: what was paid under its licences, less what was settled."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Sum

from squaremile.kernel.money import Money
from squaremile.residency.models import Departure, DepositPayment, Offer, PeopleTerms


def paid(companies: Iterable[UUID]) -> dict[tuple[UUID, str], int]:
    """Minor units that came in, by company and currency; "" where a licence on paper does not say in which. What a licence that
    never began had been paid was settled when it was voided. One statement."""
    rows = DepositPayment.objects.filter(licence__company__in=list(companies)).exclude(licence__state="lapsed").values_list(
        "licence__company", "licence__offer__price_version__currency"
    )
    return {(company, currency or ""): int(total) for company, currency, total in rows.annotate(total=Sum("amount")).order_by()}


def held_by(companies: Iterable[UUID]) -> dict[tuple[UUID, str], int]:
    """Paid, less what departures have settled, by company and currency; "" as in `paid`. Two statements; none for nobody."""
    asked = list(companies)
    if not asked:
        return {}
    left: dict[tuple[UUID, str], int] = {}
    settled = Departure.objects.filter(company__in=asked, settled_at__isnull=False).values_list("company", "currency")
    for company, currency, gone in settled.annotate(gone=Sum("deposit_minor")).order_by():
        left[company, currency] = -int(gone)
    for (company, currency), came in paid(asked).items():
        left[company, currency] = left.get((company, currency), 0) + came
    for (company, currency), over in list(left.items()):
        if currency and over < 0:
            # More was settled in it than came in under its name: the rest was paid on paper.
            left[company, currency], left[company, ""] = 0, left.get((company, ""), 0) + over
    return left


def of(left: Mapping[tuple[UUID, str], int], company: UUID, currency: str) -> Money:
    """Of one company in its currency, in which what a licence on paper does not say is counted too."""
    return Money(max(0, left.get((company, currency), 0) + left.get((company, ""), 0)), currency)


def held(company: UUID, currency: str) -> Money:
    """What is held of one company. Two statements."""
    return of(held_by([company]), company, currency)


def currency_of(company: UUID, agreed: str) -> str:
    """That in which a deposit is held, for no sum is ever said in another; what was paid under a licence on paper is in the one
    that was agreed. Where nothing is held, that of its licence in force, of the newest where there are several; else the agreed one.
    What was settled long ago says nothing of today."""
    still = {currency for (_company, currency), left in held_by([company]).items() if left > 0}
    if len(still) == 1 and "" not in still:
        return still.pop()
    if still:
        return _on_paper(company, agreed)
    running = Offer.objects.filter(company=company, licence__state="in_force").order_by("-licence__period__startswith", "-created_at")
    licensed: str | None = running.values_list("price_version__currency", flat=True).first()
    return licensed or agreed


def _on_paper(company: UUID, agreed: str) -> str:
    """What was agreed before anything was offered here: with the first licence, terms follow that one."""
    first = Offer.objects.filter(company=company).order_by("created_at").values_list("created_at", flat=True).first()
    if first is None:
        return agreed
    before = PeopleTerms.objects.filter(company=company, made_at__lt=first).order_by("made_at", "id")
    return before.values_list("currency", flat=True).last() or "KRW"


def in_others(company: UUID, currency: str) -> list[str]:
    """Currencies besides this one in which deposits are still held: they are not settled together. Two statements."""
    return sorted({each for (_company, each), left in held_by([company]).items() if left > 0} - {currency, ""})
