"""Counting what stands in a room: labels are scanned in any order, and held against what should stand there."""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("open", "closed")


class StockCount(Row):
    """A count of one room: of one company's containers, or, by staff, of everybody's. What it found is worked out when it is
    looked at, and kept when it is closed."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Whose containers are counted; empty for everybody's."""
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    began_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    result = models.JSONField(null=True)
    """How many were found, missing, elsewhere and unknown when it was closed."""

    class Meta:
        db_table = "safety_stock_count"
        constraints = (
            models.CheckConstraint(
                name="stock_count_closed_with_result",
                condition=models.Q(closed_at=None, result=None) | models.Q(closed_at__isnull=False, result__isnull=False),
            ),
            models.UniqueConstraint(
                name="stock_count_one_at_a_time", fields=["room", "organisation"], condition=models.Q(closed_at=None),
                nulls_distinct=False,
            ),
        )  # fmt: skip
        indexes = (models.Index(fields=["organisation", "-began_at"], name="stock_count_of_company"),)

    def __str__(self) -> str:
        return self.code


class StockScan(Row):
    """A label that was scanned, once for each count however often it was sent."""

    count = models.ForeignKey("safety.StockCount", on_delete=models.PROTECT, related_name="scans")
    label = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        db_table = "safety_stock_scan"
        constraints = (models.UniqueConstraint(name="stock_scan_once", fields=["count", "label"]),)

    def __str__(self) -> str:
        return self.label
