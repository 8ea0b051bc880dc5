"""How many people companies have, as residency told it: contracts per head are counted by it."""

from django.db import models

from squaremile.kernel.models import Row


class HeadCount(Row):
    """A company's whole head count from day to day as it stood when it was told, once. A higher number stands over a lower one.

    Kept whether or not there is an account: a contract that is made later counts by it too.
    """

    origin = models.CharField(max_length=120, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    heads = models.JSONField()
    """From which day on (ISO 8601) how many, by day."""
    heard_at = models.DateTimeField()

    class Meta:
        db_table = "billing_head_count"
        constraints = (models.UniqueConstraint(name="head_count_once", fields=["organisation", "number"]),)

    def __str__(self) -> str:
        return self.origin
