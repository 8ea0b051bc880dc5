"""A plan of who gets which place from a day on: asked for, drawn by the worker, accepted or not. For staff alone."""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("asked", "drawn", "failed", "accepted")
MOVES = (("", "asked"), ("asked", "drawn"), ("asked", "failed"), ("drawn", "accepted"))
PARTS = ("pin", "stays", "comes", "leaves", "kept", "unplaced")


class SpacePlan(Row):
    """What was asked, what it rests on, and what came of it. With a `newcomer` it is a question: it is never accepted."""

    code = models.CharField(max_length=20, unique=True)
    site = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    newcomer = models.ForeignKey("residency.Company", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=[(s, s) for s in STATES])
    seconds = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField(null=True)
    basis = models.CharField(max_length=64, blank=True)
    """Digest of everything that the plan was drawn from."""
    worth = models.BigIntegerField(null=True)
    bound = models.BigIntegerField(null=True)
    proved = models.BooleanField(default=False)
    rent = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    without_moves = models.BooleanField(null=True)
    head_room = models.JSONField(default=list)
    """[control area, class, left] after the plan."""
    failed = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "residency_space_plan"
        constraints = (
            models.CheckConstraint(name="space_plan_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="space_plan_seconds_few", condition=models.Q(seconds__range=(1, 60))),
            models.CheckConstraint(
                name="space_plan_drawn_says",
                condition=~models.Q(state__in=("drawn", "accepted"))
                | models.Q(worth__isnull=False, bound__gte=models.F("worth")) & ~models.Q(basis=""),
            ),
            models.CheckConstraint(
                name="space_plan_question_stays", condition=models.Q(newcomer=None) | ~models.Q(state="accepted")
            ),
        )

    def __str__(self) -> str:
        return self.code


class SpacePlanTransition(Row):
    """One step of a plan's life. Written by the database itself whenever the state changes."""

    plan = models.ForeignKey("residency.SpacePlan", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_space_plan_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class SpacePlanLine(Row):
    """One company and place of a plan: pinned beforehand, stays, comes, leaves, kept for growth; or unplaced, and why."""

    plan = models.ForeignKey("residency.SpacePlan", on_delete=models.PROTECT, related_name="lines")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, null=True, related_name="+")
    part = models.CharField(max_length=8, choices=[(p, p) for p in PARTS])
    why = models.CharField(max_length=12, blank=True)

    class Meta:
        db_table = "residency_space_plan_line"
        constraints = (
            models.CheckConstraint(name="space_plan_line_part_known", condition=models.Q(part__in=PARTS)),
            models.CheckConstraint(
                name="space_plan_line_placed",
                condition=models.Q(part="unplaced", place=None) & ~models.Q(why="")
                | ~models.Q(part="unplaced") & models.Q(place__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.part
