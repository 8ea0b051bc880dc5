"""What a company says it will reach, and whether it did."""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("proposed", "agreed", "reached", "missed", "dropped")
MOVES = (
    ("", "proposed"), ("proposed", "agreed"), ("proposed", "dropped"), ("agreed", "reached"), ("agreed", "missed"),
    ("agreed", "dropped"), ("missed", "reached"),
)  # fmt: skip


class Milestone(Row):
    """Proposed by the company, agreed with programme staff. Seen by both alone."""

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="milestones")
    title_ko = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=[(s, s) for s in STATES])
    evidence = models.CharField(max_length=500, blank=True)
    """What shows that it was reached: an address, a number of a document."""
    closed_on = models.DateField(null=True)

    class Meta:
        db_table = "residency_milestone"
        constraints = (
            models.CheckConstraint(name="milestone_titled", condition=~models.Q(title_ko="", title_en="")),
            models.CheckConstraint(name="milestone_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="milestone_reached_shown",
                condition=~models.Q(state="reached") | ~models.Q(evidence="") & models.Q(closed_on__isnull=False),
            ),
        )
        indexes = (models.Index(fields=["company", "due_on"], name="milestone_of_company"),)

    def __str__(self) -> str:
        return self.code


class MilestoneTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    milestone = models.ForeignKey("residency.Milestone", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_milestone_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
