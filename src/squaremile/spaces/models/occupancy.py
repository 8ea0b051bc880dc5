"""Who holds a place, when: the shape for everyone, the holder for its own people and staff."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period

STATES = ("held", "occupied", "ended")


class Occupancy(Row):
    """That a place is held or occupied in a period. Rivals see this, and no more."""

    code = models.CharField(max_length=20, unique=True)
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="occupancies")
    period = PeriodField()
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])

    class Meta:
        db_table = "spaces_occupancy"
        constraints = (
            sound_period("period", "occupancy_period_sound"),
            models.CheckConstraint(name="occupancy_state_known", condition=models.Q(state__in=STATES)),
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
