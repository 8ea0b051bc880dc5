"""What the forecast is told: prices by kind of place, and since when the record of stays is whole."""

from django.db import models
from django.db.models import Q

from squaremile.kernel.models import Row
from squaremile.kernel.money import MINOR_DIGITS


class ForecastPrice(Row):
    """The price of a place a month, by its kind, from a day on. For the forecast alone: nothing is billed by it."""

    place_kind = models.CharField(max_length=20)
    from_on = models.DateField()
    monthly_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    set_at = models.DateTimeField()
    set_by = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_forecast_price"
        constraints = (
            models.CheckConstraint(
                name="forecast_price_sound", condition=Q(monthly_minor__gte=0, currency__in=tuple(MINOR_DIGITS))
            ),
        )

    def __str__(self) -> str:
        return f"{self.place_kind}: {self.monthly_minor} {self.currency}"


class RecordBeginning(Row):
    """A statement: every stay that still ran on `whole_from`, or began later, is on record. The newest one counts."""

    whole_from = models.DateField()
    said_at = models.DateTimeField()
    said_by = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_record_beginning"

    def __str__(self) -> str:
        return str(self.whole_from)
