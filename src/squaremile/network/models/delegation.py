"""A delegation: a group that visits, or is visited, with a purpose, a level and a period."""

from datetime import time

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick

DIRECTIONS = ("inbound", "outbound")
STATES = ("draft", "submitted", "approved", "live", "reported", "closed", "cancelled")


class Delegation(Row):
    """What everyone who takes part may know of it, and the terms its days are planned by.

    Seen by liaison staff and auditors, by its lead and those who approve it, and by people who have a meeting with it.
    """

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    purpose_ko = models.TextField(blank=True)
    purpose_en = models.TextField(blank=True)
    direction = models.CharField(max_length=10, choices=[(d, d) for d in DIRECTIONS])
    level = models.PositiveSmallIntegerField(default=3)
    """Rank of its head, which decides protocol: 1 to 5."""
    partner = models.ForeignKey("network.Partner", on_delete=models.PROTECT, null=True, related_name="+")
    region_ko = models.CharField(max_length=120, blank=True)
    region_en = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    time_zone = models.CharField(max_length=40)
    """Of the places that are visited."""
    currency = models.CharField(max_length=3, default="KRW")
    lead = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    turn = models.PositiveSmallIntegerField(default=0)
    """Position of the approver whose turn it is; 0 while nobody is asked."""
    turns = models.PositiveSmallIntegerField(default=0)
    """How many must approve."""
    ended_reason = models.CharField(max_length=300, blank=True)
    day_start = models.TimeField(default=time(9))
    day_end = models.TimeField(default=time(18))
    lunch_minutes = models.PositiveSmallIntegerField(default=60)
    most_meetings = models.PositiveSmallIntegerField(default=5)
    rest_minutes = models.PositiveSmallIntegerField(default=10)
    speed_kmh = models.PositiveSmallIntegerField(default=25)
    detour_percent = models.PositiveSmallIntegerField(default=130)
    """A way's length against the great circle's."""
    outline_ko = models.TextField(blank=True)
    outline_en = models.TextField(blank=True)
    implications_ko = models.TextField(blank=True)
    implications_en = models.TextField(blank=True)
    """What follows from the visit, for the report."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_delegation"
        constraints = (
            both_names("delegation_named"),
            code_fits_addresses("delegation_code_fits"),
            models.CheckConstraint(name="delegation_direction_known", condition=models.Q(direction__in=DIRECTIONS)),
            models.CheckConstraint(name="delegation_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="delegation_level_known", condition=models.Q(level__range=(1, 5))),
            models.CheckConstraint(
                name="delegation_days_in_order", condition=models.Q(ends_on__gte=models.F("starts_on"))
            ),
            models.CheckConstraint(
                name="delegation_terms_sound",
                condition=models.Q(
                    day_end__gt=models.F("day_start"), lunch_minutes__lte=240, most_meetings__range=(1, 20),
                    rest_minutes__lte=240, speed_kmh__range=(1, 400), detour_percent__range=(100, 400),
                ),
            ),
        )
        indexes = (models.Index(fields=["-starts_on"], name="delegation_by_day"),)

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class DelegationTransition(Row):
    """One step of a delegation's life. Written by the database itself whenever the state changes."""

    delegation = models.ForeignKey("network.Delegation", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "network_delegation_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
