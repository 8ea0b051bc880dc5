"""The long list of a need: everybody who may be asked, in order, each with the reason."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.network.models.match import SUBJECTS


class LongListEntry(Row):
    """One candidate of one need. Of the liaison staff alone: neither the asker nor the candidate reads it."""

    need = models.ForeignKey("network.Need", on_delete=models.PROTECT, related_name="long_list")
    position = models.PositiveSmallIntegerField()
    """1 for the first to be asked."""
    subject = models.CharField(max_length=10, choices=[(s, s) for s in SUBJECTS])
    subject_code = models.CharField(max_length=20)
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    """As it was called when it was put there."""
    why_ko = models.CharField(max_length=500, blank=True)
    why_en = models.CharField(max_length=500, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "network_long_list_entry"
        constraints = (
            models.UniqueConstraint(fields=["need", "subject", "subject_code"], name="long_list_once"),
            models.UniqueConstraint(
                fields=["need", "position"], name="long_list_ordered", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(name="long_list_subject_known", condition=models.Q(subject__in=SUBJECTS)),
            models.CheckConstraint(name="long_list_reasoned", condition=~models.Q(why_ko="", why_en="")),
            models.CheckConstraint(name="long_list_position_sound", condition=models.Q(position__range=(1, 500))),
        )

    def __str__(self) -> str:
        return self.name_ko or self.name_en or self.subject_code
