"""That somebody used something. Never changed: a correction is another event."""

from typing import Any

from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period


def _said(template: str, kind: "models.Field[Any, Any]") -> models.GeneratedField:
    """What a month is grouped by, as the database reads it from the evidence."""
    return models.GeneratedField(
        expression=models.Func(models.F("evidence"), template=template, output_field=kind), output_field=kind, db_persist=True
    )


class UsageEvent(Row):
    """`quantity` of the meter's unit, in a period, for an organisation. `origin` makes it happen once."""

    meter = models.ForeignKey("metering.Meter", on_delete=models.PROTECT, related_name="events")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="usage")
    project = models.ForeignKey("core.Project", on_delete=models.PROTECT, null=True, related_name="usage")
    person = models.UUIDField(null=True)
    subject = models.CharField(max_length=40)
    """Code of what was used."""
    period = PeriodField()
    quantity = models.DecimalField(max_digits=14, decimal_places=4)
    evidence = models.JSONField(default=dict)
    corrects = models.ForeignKey("metering.UsageEvent", on_delete=models.PROTECT, null=True, related_name="corrections")
    origin = models.CharField(max_length=120, unique=True)
    recorded_at = models.DateTimeField()
    nfec = _said("left(coalesce(%(expressions)s ->> 'nfec', ''), 40)", models.CharField(max_length=40))
    """Number at the national equipment centre, and whether staff stood by, as the evidence says."""
    assisted = _said("coalesce(%(expressions)s -> 'assisted' = 'true'::jsonb, false)", models.BooleanField())
    booked = models.GeneratedField(
        expression=models.Func(models.F("evidence"), function="metering_booked", output_field=models.BigIntegerField()),
        output_field=models.BigIntegerField(), db_persist=True,
    )
    """Microseconds that were booked; none where the evidence names no booking."""

    class Meta:
        db_table = "metering_usage_event"
        constraints = (
            sound_period("period", "usage_event_period_sound"),
            models.CheckConstraint(
                name="usage_event_negative_corrects",
                condition=models.Q(quantity__gte=0) | models.Q(corrects__isnull=False),
            ),
        )
        indexes = (
            models.Index(fields=["organisation", "recorded_at"], name="usage_event_of_organisation"),
            # The close asks for these of every account, and they are few.
            models.Index(fields=["organisation"], condition=models.Q(evidence__has_key="untrained"), name="usage_event_untrained"),
        )

    def __str__(self) -> str:
        return self.origin
