"""Pairs of organisations that may be the same, what was decided about them, and what a merge moved."""

from django.db import models
from django.db.models import F, Q

from squaremile.kernel.models import Row, code_fits_addresses

STATES = ("open", "merged", "different")


class Duplicate(Row):
    """Two organisations that may be one. `probability` and `reasons` are of the day it was found. Seen by staff."""

    code = models.CharField(max_length=20, unique=True)
    left = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, related_name="+")
    right = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, related_name="+")
    probability = models.DecimalField(max_digits=5, decimal_places=4)
    reasons = models.JSONField(default=list)
    """What speaks for and against it: [field, agreement, weight in bits]."""
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    found_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "atlas_duplicate"
        constraints = (
            code_fits_addresses("atlas_duplicate_code_fits"),
            models.CheckConstraint(name="atlas_duplicate_ordered", condition=Q(left__lt=F("right"))),
            models.CheckConstraint(name="atlas_duplicate_state_known", condition=Q(state__in=STATES)),
            models.CheckConstraint(name="atlas_duplicate_probability_sound", condition=Q(probability__range=(0, 1))),
            models.CheckConstraint(
                name="atlas_duplicate_decision_paired",
                condition=Q(state="open", decided_at=None, decided_by=None)
                | Q(state__in=("merged", "different"), decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.UniqueConstraint(fields=["left", "right"], name="atlas_duplicate_pair_once"),
        )

    def __str__(self) -> str:
        return self.code


class Merge(Row):
    """One merge: which organisation went into which, and every row that was moved, so that it is taken back exactly."""

    duplicate = models.ForeignKey("atlas.Duplicate", on_delete=models.PROTECT, related_name="merges")
    kept = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, related_name="+")
    gone = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, related_name="+")
    moved = models.JSONField(default=list)
    """[model, column, row] of every reference that pointed to the one that went."""
    before = models.CharField(max_length=64)
    """Digest of the registry before it: what taking it back restores."""
    merged_at = models.DateTimeField()
    merged_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "atlas_merge"
        constraints = (
            models.CheckConstraint(
                name="atlas_merge_undo_paired",
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return str(self.merged_at)
