"""What can be found: every domain keeps its own cards up to date."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from squaremile.kernel.models import Row


class Card(Row):
    """One findable thing. `organisation` empty: everyone in the cluster may find it."""

    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True)
    keeper = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Whose thing it is; empty where that is nobody's. No page tells one company which things are another's."""
    kind = models.CharField(max_length=30)
    subject = models.UUIDField()
    title_ko = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    says_ko = models.CharField(max_length=300, blank=True)
    says_en = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=300)
    key = models.TextField()
    """Titles and other names as `kernel.korean.search_key`: letters without spaces."""

    class Meta:
        db_table = "core_card"
        constraints = (models.UniqueConstraint(fields=["kind", "subject"], name="card_once"),)
        indexes = (
            models.Index(fields=["keeper"], name="card_by_keeper"),
            GinIndex(fields=["key"], name="card_key_trigrams", opclasses=["gin_trgm_ops"]),
        )

    def __str__(self) -> str:
        return self.title_en or self.title_ko
