"""A question that is asked again by itself."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from squaremile.kernel.models import Row

KINDS = ("", "person", "lab", "company", "equipment", "publication", "technology", "project", "need")


class SavedSearch(Row):
    """One person's question. With `alerts`, she is told once of each new answer."""

    code = models.CharField(max_length=20, unique=True)
    owner = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    question = models.CharField(max_length=2000)
    kind = models.CharField(max_length=20, blank=True)
    alerts = models.BooleanField(default=True)
    seen = ArrayField(models.CharField(max_length=100), default=list)
    """Addresses of the answers she knows."""
    created_at = models.DateTimeField()
    checked_at = models.DateTimeField()

    class Meta:
        db_table = "network_saved_search"
        constraints = (
            models.CheckConstraint(name="saved_search_asks", condition=~models.Q(question="") & ~models.Q(name="")),
            models.CheckConstraint(name="saved_search_kind_known", condition=models.Q(kind__in=KINDS)),
        )
        indexes = (models.Index(fields=["owner"], name="saved_search_of_owner"),)

    def __str__(self) -> str:
        return self.name
