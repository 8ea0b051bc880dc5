"""What one organisation used, by month and meter."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F, Sum
from django.db.models.functions import TruncMonth

from squaremile.kernel.units import UNITS
from squaremile.kernel.words import Text, both
from squaremile.metering.models import UsageEvent


@dataclass(frozen=True, slots=True)
class Used:
    """What one meter counted in a month, which is named by its first day; corrections are taken off."""

    month: date
    meter: str
    name: Text
    quantity: Decimal
    unit: Text


def by_month(organisation: UUID) -> list[Used]:
    """By the month in which the use began on the site. One statement; row security leaves out what is not the asker's."""
    found = UsageEvent.objects.filter(organisation_id=organisation).annotate(
        month=TruncMonth("period__startswith", tzinfo=ZoneInfo(settings.TIME_ZONE)),
    ).values_list("month", "meter__code", "meter__name_ko", "meter__name_en", "meter__unit").annotate(
        used=Sum(F("quantity"))
    ).order_by("-month", "meter__code")
    return [
        Used(month.date(), code, both(ko, en), used, UNITS[unit].label) for month, code, ko, en, unit, used in found if used
    ]
