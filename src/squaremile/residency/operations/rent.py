"""What a licence costs as it stands: told to whoever bills it."""

from datetime import timedelta

from squaremile.kernel import clock
from squaremile.kernel.operation import publish
from squaremile.published.residency import DepositPaid, RentAgreed
from squaremile.residency.models import Amendment, DepositPayment, Licence, Offer
from squaremile.residency.reads.days import today
from squaremile.residency.reads.licence_terms import first_day, last_day


def tell_rent(licence: Licence) -> None:
    """Its whole rent, from its first day to its last, inside another operation. A licence from before has no terms here."""
    offer = Offer.objects.select_related("price_version").filter(licence=licence).first()
    if offer is None:
        return
    first = first_day(licence.period.start)
    terms = [(first.isoformat(), str(offer.rent))]
    for amended in Amendment.objects.filter(licence=licence, state__in=("signed", "in_effect")).order_by("effective_on", "document__number"):
        terms.append((amended.effective_on.isoformat(), str(amended.rent)))
    last = last_day(licence.period.end)
    if licence.state == "ended":
        last = min(last, today())
    terms.append(((last + timedelta(days=1)).isoformat(), "0"))
    number = int(clock.now().timestamp() * 1_000_000)
    publish(RentAgreed(licence.id, licence.code, licence.company_id, offer.price_version.currency, number, tuple(terms)))


def tell_deposit(payment: DepositPayment) -> None:
    """Money that came in, inside another operation."""
    of = payment.licence
    currency = Offer.objects.filter(licence=of).values_list("price_version__currency", flat=True).first() or ""
    publish(DepositPaid(payment.id, of.id, of.code, of.company_id, payment.amount, payment.paid_on, currency))
