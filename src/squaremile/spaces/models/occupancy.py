"""Who holds a place, when: the shape for everyone, the holder for its own people and staff."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period

STATES = ("held", "occupied", "ended")


class Occupancy(Row):
    """That a place is held or occupied in a period. Rivals see this, and no more.

    A place is held from the start of its period until somebody moves in (`occupied_at`); it stops counting at
    `ended_at` even where the period was to last longer. What stood at a moment in the past stays readable.
    """

    code = models.CharField(max_length=20, unique=True)
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="occupancies")
    period = PeriodField()
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    occupied_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "spaces_occupancy"
        constraints = (
            sound_period("period", "occupancy_period_sound"),
            models.CheckConstraint(name="occupancy_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="occupancy_state_dated",
                condition=models.Q(state="held", occupied_at=None, ended_at=None)
                | models.Q(state="occupied", occupied_at__isnull=False, ended_at=None)
                | models.Q(state="ended", ended_at__isnull=False),
            ),
            ExclusionConstraint(
                name="occupancy_no_overlap",
                expressions=[("place", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                condition=~models.Q(state="ended"),
            ),
        )

    def __str__(self) -> str:
        return self.code


class OccupancyDetail(Row):
    """Which organisation holds it. Seen by that organisation and by staff."""

    occupancy = models.OneToOneField("spaces.Occupancy", on_delete=models.PROTECT, related_name="detail")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="occupancies")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "spaces_occupancy_detail"

    def __str__(self) -> str:
        return str(self.occupancy_id)


class OccupancyTransition(Row):
    """One step of an occupancy's life. Written by the database itself whenever the state changes."""

    occupancy = models.ForeignKey("spaces.Occupancy", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "spaces_occupancy_transition"
        indexes = (models.Index(fields=["occupancy"], name="transition_of_occupancy"),)

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
