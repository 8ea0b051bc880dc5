"""The audit: one entry for every operation that ran."""

from django.db import models

from squaremile.kernel.models import Row


class Activity(Row):
    """Who did what, for whom, why. No foreign keys: history never blocks and never changes."""

    at = models.DateTimeField(db_index=True)
    operation = models.CharField(max_length=60)
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    organisation_id = models.UUIDField(null=True)
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.UUIDField(null=True)
    subject_code = models.CharField(max_length=40, blank=True)
    data = models.JSONField(default=dict)
    system = models.CharField(max_length=20, blank=True)
    request_id = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "core_activity"
        indexes = (models.Index(fields=["subject_id"], name="activity_subject"),)
        constraints = (
            models.CheckConstraint(
                # Acting for somebody is never silent.
                name="activity_reason_when_acting",
                condition=models.Q(actor=None)
                | models.Q(operator=None)
                | models.Q(actor=models.F("operator"))
                | ~models.Q(reason=""),
            ),
        )

    def __str__(self) -> str:
        return self.operation
