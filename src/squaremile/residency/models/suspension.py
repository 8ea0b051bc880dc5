"""A company that is told to put something right, and suspended where it does not."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.residency.policies.notice import GROUNDS

STATES = ("noticed", "cured", "suspended", "lifted", "terminated")
MOVES = (
    ("", "noticed"), ("noticed", "cured"), ("noticed", "suspended"), ("suspended", "lifted"), ("suspended", "terminated"),
    ("terminated", "lifted"),
)  # fmt: skip
"""One that ended a licence is lifted where the company is taken in again, and only there."""


class Suspension(Row):
    """Seen by the company and by staff. While it is suspended its people book nothing new."""

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="suspensions")
    ground = models.CharField(max_length=10, choices=[(g, g) for g in GROUNDS])
    says_ko = models.TextField(blank=True)
    says_en = models.TextField(blank=True)
    """What is wrong and what puts it right."""
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    noticed_on = models.DateField()
    cure_on = models.DateField()
    """The last day to put it right."""
    ended_on = models.DateField(null=True)

    class Meta:
        db_table = "residency_suspension"
        constraints = (
            models.CheckConstraint(name="suspension_ground_known", condition=models.Q(ground__in=tuple(GROUNDS))),
            models.CheckConstraint(name="suspension_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="suspension_said", condition=~models.Q(says_ko="", says_en="")),
            models.CheckConstraint(name="suspension_cure_after_notice", condition=models.Q(cure_on__gte=models.F("noticed_on"))),
            models.UniqueConstraint(
                name="suspension_one_at_a_time", fields=["company", "ground"],
                condition=models.Q(state__in=("noticed", "suspended")),
            ),
        )
        indexes = (
            models.Index(fields=["company"], name="suspension_in_force", condition=models.Q(state="suspended")),
        )

    def __str__(self) -> str:
        return self.code


class SuspensionTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    suspension = models.ForeignKey("residency.Suspension", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_suspension_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
