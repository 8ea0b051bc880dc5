"""Recalls: a lot that nobody may use any more."""

from django.db import models

from squaremile.kernel.models import Row


class Recall(Row):
    """A lot is recalled, and why. Everybody may know; who got it is told to those and to staff."""

    code = models.CharField(max_length=20, unique=True)
    lot = models.OneToOneField("stores.Lot", on_delete=models.PROTECT, related_name="recall")
    reason_ko = models.CharField(max_length=300, blank=True)
    reason_en = models.CharField(max_length=300, blank=True)
    person = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "stores_recall"
        constraints = (models.CheckConstraint(name="recall_reasoned", condition=~models.Q(reason_ko="", reason_en="")),)

    def __str__(self) -> str:
        return self.code
