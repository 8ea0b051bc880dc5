"""Pairs that may be the same, what was decided about them, and what a merge moved."""

from django.db import models
from django.db.models import F, Q

from squaremile.kernel.models import Row

KINDS = ("person", "partner")
STATES = ("open", "merged", "different")


class Duplicate(Row):
    """Two entries of one kind that may be one. `probability` and `reasons` are of the day it was found."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=10, choices=[(k, k) for k in KINDS])
    left = models.UUIDField()
    right = models.UUIDField()
    probability = models.DecimalField(max_digits=5, decimal_places=4)
    reasons = models.JSONField(default=list)
    """What speaks for and against it: [field, agreement, weight in bits]."""
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    found_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "network_duplicate"
        constraints = (
            models.CheckConstraint(name="duplicate_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(name="duplicate_ordered", condition=Q(left__lt=F("right"))),
            models.CheckConstraint(name="duplicate_probability_sound", condition=Q(probability__range=(0, 1))),
            models.CheckConstraint(
                name="duplicate_decision_paired",
                condition=Q(state="open", decided_at=None, decided_by=None)
                | Q(state__in=("merged", "different"), decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.UniqueConstraint(fields=["left", "right"], name="duplicate_pair_once"),
        )

    def __str__(self) -> str:
        return self.code


class Merge(Row):
    """One merge: which entry went into which, and every row that was moved, so that it can be taken back exactly."""

    duplicate = models.ForeignKey("network.Duplicate", on_delete=models.PROTECT, related_name="merges")
    kept = models.UUIDField()
    gone = models.UUIDField()
    moved = models.JSONField(default=list)
    """[table, column, row] of every reference that pointed to the one that went."""
    merged_at = models.DateTimeField()
    merged_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "network_merge"
        constraints = (
            models.CheckConstraint(
                name="merge_undo_paired",
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return str(self.merged_at)
