"""Who went into a building and who came out: lines that are only ever added."""

from django.db import models

from squaremile.kernel.models import Row

WAYS = ("in", "out")
BY = ("phone", "badge", "desk")


class Entry(Row):
    """One line. Her own, her company's, and for those who count people when something happens."""

    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    visitor = models.CharField(max_length=80, blank=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Her company, or whom the visitor came to; empty for staff and the cluster's own guests."""
    way = models.CharField(max_length=3, choices=[(w, w) for w in WAYS])
    at = models.DateTimeField()
    by = models.CharField(max_length=5, choices=[(b, b) for b in BY])

    class Meta:
        db_table = "safety_entry"
        constraints = (
            models.CheckConstraint(
                name="entry_of_somebody",
                condition=models.Q(person__isnull=False, visitor="") | models.Q(person=None) & ~models.Q(visitor=""),
            ),
            models.CheckConstraint(name="entry_way_known", condition=models.Q(way__in=WAYS)),
            models.CheckConstraint(name="entry_by_known", condition=models.Q(by__in=BY)),
        )
        indexes = (models.Index(fields=["person", "-at"], name="entry_of_person"), models.Index(fields=["-at"], name="entry_by_time"))

    def __str__(self) -> str:
        return self.way
