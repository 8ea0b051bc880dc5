"""How long companies may stay, and the yearly evaluations that decide it.

A company that left and comes again has a new stay: a row of its own, with the next number. The earlier one stays as it was, with
its evaluations. What ends a stay is the exit that was cleared; its end is not written here a second time, so that a clearance
that is re-opened has nothing here to undo.
"""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("planned", "renewed", "ending")
MOVES = (("", "planned"), ("planned", "renewed"), ("planned", "ending"))


class StayTerms(Row):
    """A version of the rule of stays. A company keeps the one it moved in under."""

    code = models.CharField(max_length=20, unique=True)
    base_months = models.PositiveSmallIntegerField()
    extension_months = models.PositiveSmallIntegerField()
    most_extensions = models.PositiveSmallIntegerField()
    pass_mark = models.PositiveSmallIntegerField()
    """Points of 100 that an evaluation needs."""
    criteria = models.JSONField(default=list)
    """What is judged: [{"code", "ko", "en", "weight"}]."""
    made_at = models.DateTimeField()

    class Meta:
        db_table = "residency_stay_terms"
        constraints = (
            models.CheckConstraint(
                name="stay_terms_sound",
                condition=models.Q(
                    base_months__range=(1, 240), extension_months__range=(1, 120), most_extensions__lte=20, pass_mark__lte=100
                ),
            ),
        )

    def __str__(self) -> str:
        return self.code


class Residence(Row):
    """A stay: since when the company is in residence, and under which terms. The one with the highest number is the newest."""

    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="residences")
    number = models.PositiveSmallIntegerField(default=1)
    """2 for a company that came again."""
    terms = models.ForeignKey("residency.StayTerms", on_delete=models.PROTECT, related_name="+")
    moved_in_on = models.DateField()

    class Meta:
        db_table = "residency_residence"
        constraints = (
            models.UniqueConstraint(name="residence_once", fields=["company", "number"]),
            models.CheckConstraint(name="residence_numbered", condition=models.Q(number__gte=1)),
        )

    def __str__(self) -> str:
        return str(self.moved_in_on)


class Evaluation(Row):
    """One evaluation: planned for a day, then held with scores and a decision. Seen by the company and staff."""

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="evaluations")
    stay = models.PositiveSmallIntegerField(default=1)
    """The number of the stay that it is about."""
    number = models.PositiveSmallIntegerField()
    """1 decides on the first extension."""
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=[(s, s) for s in STATES])
    scores = models.JSONField(default=dict)
    """Points of 100 by criterion."""
    points = models.PositiveSmallIntegerField(null=True)
    reason_ko = models.TextField(blank=True)
    reason_en = models.TextField(blank=True)
    held_on = models.DateField(null=True)
    told_on = models.DateField(null=True)

    class Meta:
        db_table = "residency_evaluation"
        constraints = (
            models.UniqueConstraint(name="evaluation_once", fields=["company", "stay", "number"]),
            models.CheckConstraint(name="evaluation_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="evaluation_held_reasoned",
                condition=models.Q(state="planned", points=None, held_on=None)
                | models.Q(state__in=("renewed", "ending"), points__range=(0, 100), held_on__isnull=False)
                & ~models.Q(reason_ko="", reason_en=""),
            ),
        )

    def __str__(self) -> str:
        return self.code


class EvaluationTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    evaluation = models.ForeignKey("residency.Evaluation", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_evaluation_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
