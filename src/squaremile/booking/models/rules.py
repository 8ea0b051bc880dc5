"""The rules of use that an instrument follows: hours, lengths, notice, buffers, quotas."""

import pghistory
from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    model_name="BookingRulesHistory",
    append_only=True,
    obj_field=None,
    context_field=None,  # type: ignore[arg-type]
    context_id_field=None,  # type: ignore[arg-type]
    meta={"db_table": "booking_rules_history"},
)
class BookingRules(Row):
    """One set of rules; several instruments may share it. Minutes throughout; zero means no limit."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    step_minutes = models.PositiveSmallIntegerField(default=15)
    min_minutes = models.PositiveIntegerField(default=15)
    max_minutes = models.PositiveIntegerField(default=480)
    lead_minutes = models.PositiveIntegerField(default=0)
    horizon_days = models.PositiveSmallIntegerField(default=60)
    buffer_before_minutes = models.PositiveSmallIntegerField(default=0)
    buffer_after_minutes = models.PositiveSmallIntegerField(default=0)
    cancel_free_minutes = models.PositiveIntegerField(default=120)
    """Until how long before the start a cancellation is free."""
    needs_approval = models.BooleanField(default=False)
    offers_assistance = models.BooleanField(default=False)
    early_start_minutes = models.PositiveSmallIntegerField(default=10)

    class Meta:
        db_table = "booking_rules"
        constraints = (
            both_names("rules_named"),
            code_fits_addresses("rules_code_fits"),
            models.CheckConstraint(
                name="rules_lengths_fit",
                condition=models.Q(step_minutes__gte=1, min_minutes__gte=1)
                & (models.Q(max_minutes=0) | models.Q(max_minutes__gte=models.F("min_minutes"))),
            ),
            models.CheckConstraint(name="rules_horizon_positive", condition=models.Q(horizon_days__gte=1)),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name

class OpeningHours(Row):
    """Open from `opens` to `closes` on a weekday (0 is Monday), by the site's clock. No row: closed that day."""

    rules = models.ForeignKey("booking.BookingRules", on_delete=models.PROTECT, related_name="hours")
    weekday = models.PositiveSmallIntegerField()
    opens_minute = models.PositiveSmallIntegerField(default=0)
    closes_minute = models.PositiveSmallIntegerField(default=1440)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "booking_opening_hours"
        constraints = (
            models.CheckConstraint(
                name="opening_hours_sound",
                condition=models.Q(weekday__lte=6, closes_minute__lte=1440)
                & models.Q(opens_minute__lt=models.F("closes_minute")),
            ),
            models.UniqueConstraint(
                fields=["rules", "weekday", "opens_minute"], name="opening_hours_once", condition=models.Q(active=True)
            ),
        )

    def __str__(self) -> str:
        return f"{self.weekday}: {self.opens_minute}-{self.closes_minute}"

class Quota(Row):
    """At most so many booked minutes per person or per company, in a week or a day; all hours or prime time only."""

    WHO, SPAN = ("person", "company"), ("day", "week")

    rules = models.ForeignKey("booking.BookingRules", on_delete=models.PROTECT, related_name="quotas")
    per = models.CharField(max_length=10, choices=[(w, w) for w in WHO])
    span = models.CharField(max_length=10, choices=[(s, s) for s in SPAN])
    minutes = models.PositiveIntegerField()
    prime_only = models.BooleanField(default=False)
    prime_from_minute = models.PositiveSmallIntegerField(default=540)
    prime_to_minute = models.PositiveSmallIntegerField(default=1080)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "booking_quota"
        constraints = (
            models.CheckConstraint(
                name="quota_sound",
                condition=models.Q(per__in=("person", "company"), span__in=("day", "week"), minutes__gte=1)
                & models.Q(prime_from_minute__lt=models.F("prime_to_minute"), prime_to_minute__lte=1440),
            ),
        )

    def __str__(self) -> str:
        return f"{self.minutes} min per {self.per} and {self.span}"
