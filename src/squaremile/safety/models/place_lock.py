"""A place that nobody uses until somebody releases it; and drills."""

from django.db import models

from squaremile.kernel.models import Row

DRILLS = ("evacuation", "spill", "fire", "gas")


class PlaceLock(Row):
    """That a place is locked, for everyone to know. Why, and after what, is in its detail."""

    code = models.CharField(max_length=20, unique=True)
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    released_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "safety_place_lock"
        constraints = (
            models.UniqueConstraint(name="place_lock_once", fields=["place"], condition=models.Q(released_at=None)),
            models.CheckConstraint(
                name="place_lock_ends_later", condition=models.Q(released_at=None) | models.Q(released_at__gte=models.F("since"))
            ),
        )

    def __str__(self) -> str:
        return self.code


class PlaceLockDetail(Row):
    """Why it was locked, by whom, and what was looked at before it was released. For those who answer for safety."""

    lock = models.OneToOneField("safety.PlaceLock", on_delete=models.PROTECT, related_name="detail")
    incident = models.ForeignKey("safety.Incident", on_delete=models.PROTECT, null=True, related_name="locks")
    why = models.CharField(max_length=300)
    by = models.UUIDField(null=True)
    released_by = models.UUIDField(null=True)
    looked_at = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "safety_place_lock_detail"
        constraints = (
            models.CheckConstraint(name="place_lock_says_why", condition=~models.Q(why="")),
            models.CheckConstraint(name="place_lock_looked_at", condition=models.Q(released_by=None) | ~models.Q(looked_at="")),
        )

    def __str__(self) -> str:
        return self.why


class Drill(Row):
    """A drill that is planned, and what came of it: how many were counted, how long it took, what was learnt."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=10, choices=[(k, k) for k in DRILLS])
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    planned_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    expected = models.PositiveIntegerField(null=True)
    counted = models.PositiveIntegerField(null=True)
    seconds = models.PositiveIntegerField(null=True)
    lessons = models.CharField(max_length=2000, blank=True)

    class Meta:
        db_table = "safety_drill"
        constraints = (
            models.CheckConstraint(name="drill_kind_known", condition=models.Q(kind__in=DRILLS)),
            models.CheckConstraint(
                name="drill_done_counted", condition=models.Q(done_at=None, counted=None) | models.Q(done_at__isnull=False, counted__isnull=False)
            ),
        )
        indexes = (models.Index(fields=["planned_on"], name="drill_by_day"),)

    def __str__(self) -> str:
        return self.code
