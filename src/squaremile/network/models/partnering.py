"""The hall of a partnering event: its mode, slots and tables."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period

MODES = ("self", "organiser")


class Partnering(Row):
    """How meetings get their slot: `self`: whoever accepts chooses one; `organiser`: a timetable for all."""

    event = models.OneToOneField("network.Event", on_delete=models.PROTECT, related_name="partnering")
    mode = models.CharField(max_length=10, choices=[(m, m) for m in MODES])
    planned_at = models.DateTimeField(null=True)
    planned_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    asked = models.CharField(max_length=20, blank=True)
    """Which run of the worker is waited for; empty is none. A run that is not this one does nothing."""
    asked_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    failed = models.CharField(max_length=60, blank=True)
    """Why the last run that was asked for made no timetable: the code of the refusal."""
    honoured = models.PositiveIntegerField(default=0)
    """Weight of the wishes that the last timetable honours, and the proven most that any could."""
    bound = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "network_partnering"
        constraints = (
            models.CheckConstraint(name="partnering_mode_known", condition=models.Q(mode__in=MODES)),
            models.CheckConstraint(
                name="partnering_planned_paired",
                condition=models.Q(planned_at=None, planned_by=None)
                | models.Q(planned_at__isnull=False, planned_by__isnull=False),
            ),
            models.CheckConstraint(
                name="partnering_asked_together",
                condition=models.Q(asked="", asked_at=None, asked_by=None)
                | ~models.Q(asked="") & models.Q(asked_at__isnull=False, asked_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.mode


class MeetingSlot(Row):
    """One span of the event in which everybody may have one meeting."""

    event = models.ForeignKey("network.Event", on_delete=models.PROTECT, related_name="slots")
    number = models.PositiveSmallIntegerField()
    period = PeriodField()

    class Meta:
        db_table = "network_meeting_slot"
        constraints = (
            sound_period("period", "meeting_slot_period_sound"),
            models.UniqueConstraint(fields=["event", "number"], name="meeting_slot_number_once"),
            ExclusionConstraint(
                name="meeting_slot_no_overlap",
                expressions=[("event", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
            ),
        )

    def __str__(self) -> str:
        return str(self.number)


class MeetingTable(Row):
    """A table or small room for one meeting at a time."""

    event = models.ForeignKey("network.Event", on_delete=models.PROTECT, related_name="tables")
    number = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "network_meeting_table"
        constraints = (models.UniqueConstraint(fields=["event", "number"], name="meeting_table_number_once"),)

    def __str__(self) -> str:
        return str(self.number)
