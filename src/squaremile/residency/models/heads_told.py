"""What was told last of how many people a company has."""

from django.db import models

from squaremile.kernel.models import Row


class HeadsTold(Row):
    """A row a company: the steps of its head count as they were told last, and how often they were. Locked while they are told,
    so that the newest number has the newest steps."""

    company = models.OneToOneField("residency.Company", on_delete=models.PROTECT, related_name="heads_told")
    number = models.PositiveIntegerField(default=0)
    heads = models.JSONField(default=list)

    class Meta:
        db_table = "residency_heads_told"

    def __str__(self) -> str:
        return f"{self.number}"
