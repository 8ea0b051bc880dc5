"""Mentors and the hours they hold."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period

STATES = ("open", "booked", "held", "missed", "cancelled")
MOVES = (
    ("", "open"), ("open", "booked"), ("open", "cancelled"), ("booked", "open"), ("booked", "held"), ("booked", "missed"),
    ("booked", "cancelled"),
)  # fmt: skip


class Mentor(Row):
    """Somebody who advises companies. Seen by everybody in the cluster; her address by staff and herself."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    says_ko = models.CharField(max_length=600, blank=True)
    says_en = models.CharField(max_length=600, blank=True)
    fields = models.JSONField(default=list)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "residency_mentor"
        constraints = (models.CheckConstraint(name="mentor_named", condition=~models.Q(name_ko="", name_en="")),)

    def __str__(self) -> str:
        return self.name_ko or self.name_en


class OfficeHour(Row):
    """An hour of a mentor. That it is taken is seen by everybody; by whom and for what is another table."""

    code = models.CharField(max_length=20, unique=True)
    mentor = models.ForeignKey("residency.Mentor", on_delete=models.PROTECT, related_name="hours")
    period = PeriodField()
    where_ko = models.CharField(max_length=200, blank=True)
    where_en = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])

    class Meta:
        db_table = "residency_office_hour"
        constraints = (
            sound_period("period", "office_hour_period_sound"),
            models.CheckConstraint(name="office_hour_state_known", condition=models.Q(state__in=STATES)),
            ExclusionConstraint(
                name="office_hour_no_overlap",
                expressions=[("mentor", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                condition=~models.Q(state="cancelled"),
            ),
        )

    def __str__(self) -> str:
        return self.code


class OfficeHourDetail(Row):
    """Which company comes, with what, and what was said. Seen by that company, the mentor and programme staff."""

    hour = models.OneToOneField("residency.OfficeHour", on_delete=models.PROTECT, related_name="detail")
    mentor = models.ForeignKey("residency.Mentor", on_delete=models.PROTECT, related_name="+")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="office_hours")
    company_ko = models.CharField(max_length=120, blank=True)
    company_en = models.CharField(max_length=120, blank=True)
    """Its name as the mentor reads it: she has no way to the company's record."""
    topic = models.CharField(max_length=300)
    remark = models.TextField(blank=True)
    booked_by = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_office_hour_detail"
        constraints = (models.CheckConstraint(name="office_hour_has_topic", condition=~models.Q(topic="")),)

    def __str__(self) -> str:
        return self.topic


class OfficeHourTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    office_hour = models.ForeignKey("residency.OfficeHour", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_office_hour_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
