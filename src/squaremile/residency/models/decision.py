"""What was decided on an application, with reasons, and when its company was told."""

from django.db import models

from squaremile.kernel.models import Row

OUTCOMES = ("accept", "wait_list", "decline")


class Decision(Row):
    """Rows are added; the highest number counts. The company sees it once it was told, which happens once."""

    code = models.CharField(max_length=20, unique=True)
    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="decisions")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=10, choices=[(o, o) for o in OUTCOMES])
    reasons = models.CharField(max_length=4000)
    conditions = models.CharField(max_length=2000, blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "residency_decision"
        constraints = (
            models.UniqueConstraint(fields=["application", "number"], name="decision_numbered"),
            models.CheckConstraint(name="decision_outcome_known", condition=models.Q(outcome__in=OUTCOMES)),
            models.CheckConstraint(name="decision_reasoned", condition=~models.Q(reasons="")),
        )

    def __str__(self) -> str:
        return self.code


class DecisionBasis(Row):
    """Where an application stood in review when it was accepted, and why it was all the same, if it did not pass.

    For staff: a table of its own, since the company may read its decision. Rows stay.
    """

    decision = models.OneToOneField("residency.Decision", on_delete=models.PROTECT, related_name="basis")
    round = models.ForeignKey("residency.ReviewRound", on_delete=models.PROTECT, related_name="+")
    reviews = models.PositiveSmallIntegerField()
    """Handed in, in the last stage that was judged."""
    score = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    """Calibrated; empty without any review."""
    quorum = models.PositiveSmallIntegerField()
    pass_mark = models.DecimalField(max_digits=5, decimal_places=2)
    exception = models.CharField(max_length=2000, blank=True)
    """Why it is accepted although it lacks the quorum or misses the mark."""

    class Meta:
        db_table = "residency_decision_basis"
        constraints = (
            models.CheckConstraint(
                name="decision_exception_needed",
                condition=~models.Q(exception="")
                | models.Q(reviews__gte=models.F("quorum"), score__isnull=False, score__gte=models.F("pass_mark")),
            ),
        )

    def __str__(self) -> str:
        return str(self.decision_id)
