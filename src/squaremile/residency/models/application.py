"""An application: which company answers which call, and where it stands. What it says are tables of their own."""

from django.db import models

from squaremile.kernel.models import Row

STATES = (
    "draft", "submitted", "returned", "screening", "review", "accepted", "wait_listed", "declined", "withdrawn",
)  # fmt: skip
MOVES = (
    ("", "draft"), ("draft", "submitted"), ("submitted", "screening"), ("submitted", "returned"),
    ("submitted", "declined"), ("returned", "declined"),
    ("screening", "returned"), ("returned", "submitted"), ("screening", "review"), ("screening", "declined"),
    ("review", "accepted"), ("review", "wait_listed"), ("review", "declined"), ("wait_listed", "accepted"),
    ("wait_listed", "declined"), ("draft", "withdrawn"), ("submitted", "withdrawn"), ("returned", "withdrawn"),
    ("screening", "withdrawn"), ("review", "withdrawn"), ("wait_listed", "withdrawn"), ("accepted", "withdrawn"),
)  # fmt: skip


class Application(Row):
    """Seen by its company and by staff. Reviewers see what is given to them, which never says whose it is."""

    code = models.CharField(max_length=20, unique=True)
    call = models.ForeignKey("residency.Call", on_delete=models.PROTECT, related_name="applications")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="applications")
    state = models.CharField(max_length=12, choices=[(s, s) for s in STATES])
    created_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "residency_application"
        constraints = (
            models.CheckConstraint(name="application_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="application_submitted_dated",
                condition=models.Q(state__in=("draft", "withdrawn")) | models.Q(submitted_at__isnull=False),
            ),
        )
        indexes = (models.Index(fields=["call", "state"], name="application_by_state"),)

    def __str__(self) -> str:
        return self.code


class ApplicationTransition(Row):
    """One step of an application's life. Written by the database itself whenever the state changes."""

    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_application_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
