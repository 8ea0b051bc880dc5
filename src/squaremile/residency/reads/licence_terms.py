"""The terms that hold of a licence: those of its newest amendment in effect, else those it was offered under."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.residency.models import Amendment, Licence, Offer, PriceVersion
from squaremile.residency.policies.head_count import civil_date
from squaremile.residency.policies.licence_terms import Terms


def terms_of(licence: Licence) -> Terms | None:
    """None for a licence from before squaremile came, which has no terms here."""
    offer = Offer.objects.select_related("price_version").filter(licence=licence).first()
    if offer is None:
        return None
    amended = Amendment.objects.select_related("price_version").filter(licence=licence, state="in_effect")
    newest = amended.order_by("document__number").last()
    return combined(offer, newest, licence.period.end)


def combined(offer: Offer, newest: Amendment | None, end: datetime) -> Terms:
    """An offer's terms with those of its newest amendment over them."""
    over = newest or offer
    listed: PriceVersion = over.price_version
    return Terms(
        last_day(end), listed.code, over.rent, listed.currency, offer.deposit, offer.notice_months, over.most_people,
        over.permitted_use, tuple(offer.covenants),
    )


def first_day(start: datetime) -> date:
    """The first day on the site of what begins at a moment."""
    return civil_date(start, ZoneInfo(settings.TIME_ZONE))


def last_day(end: datetime) -> date:
    """The last day on the site of what ends at a moment."""
    return civil_date(end - timedelta(microseconds=1), ZoneInfo(settings.TIME_ZONE))
