"""Bookings of one organisation, counted by month and instrument."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, F, Sum
from django.db.models.functions import TruncMonth

from squaremile.booking.models import ReservationDetail
from squaremile.booking.words import named
from squaremile.kernel import clock
from squaremile.kernel.words import Text

TAKEN = ("confirmed", "in_use", "done")


@dataclass(frozen=True, slots=True)
class Counted:
    """What was booked of one instrument in a month, which is named by its first day."""

    month: date
    code: str
    name: Text
    bookings: int
    length: timedelta


def by_month(organisation: UUID) -> list[Counted]:
    """Bookings that have begun by now, by the month in which they begin on the site; not those given back, declined or
    missed. One statement; row security leaves out what the asker may not see."""
    found = ReservationDetail.objects.filter(
        organisation_id=organisation, starts_at__lte=clock.now(), reservation__kind="booking", reservation__state__in=TAKEN,
    ).annotate(
        month=TruncMonth("starts_at", tzinfo=ZoneInfo(settings.TIME_ZONE)), code=F("reservation__equipment__code"),
        ko=F("reservation__equipment__name_ko"), en=F("reservation__equipment__name_en"),
    ).values_list("month", "code", "ko", "en").annotate(
        bookings=Count("id"), length=Sum(F("reservation__ends_at") - F("reservation__starts_at")),
    ).order_by("-month", "code")
    return [Counted(month.date(), code, named(ko, en), n, length) for month, code, ko, en, n, length in found]
