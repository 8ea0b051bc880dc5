"""That a person has been trained on an instrument, until a date."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period


class Qualification(Row):
    """Seen by the person, her company's people and staff."""

    equipment = models.ForeignKey("booking.Equipment", on_delete=models.PROTECT, related_name="qualifications")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="qualifications")
    valid = PeriodField()
    given_by = models.UUIDField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_why = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "booking_qualification"
        constraints = (
            sound_period("valid", "qualification_period_sound"),
            models.CheckConstraint(
                name="qualification_revoked_with_reason",
                condition=models.Q(revoked_at=None, revoked_why="")
                | models.Q(revoked_at__isnull=False) & ~models.Q(revoked_why=""),
            ),
            ExclusionConstraint(
                name="qualification_no_overlap",
                expressions=[
                    ("equipment", RangeOperators.EQUAL), ("person", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(revoked_at=None),
            ),
        )
        indexes = (models.Index(fields=["person", "equipment"], name="qualification_of_person"),)

    def __str__(self) -> str:
        return f"{self.person_id} on {self.equipment_id}"
