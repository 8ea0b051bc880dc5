"""A licence that was accepted and never began: why it came to nothing."""

from django.db import models

from squaremile.kernel.models import Row


class LicenceVoid(Row):
    """Seen by its company and by staff. The row stays."""

    licence = models.OneToOneField("residency.Licence", on_delete=models.PROTECT, related_name="void")
    reason = models.CharField(max_length=500)
    deposit = models.BigIntegerField()
    """What had been paid of the deposit, and stands to be given back, in minor units."""
    at = models.DateTimeField()

    class Meta:
        db_table = "residency_licence_void"
        constraints = (
            models.CheckConstraint(name="licence_void_reasoned", condition=~models.Q(reason="") & models.Q(deposit__gte=0)),
        )

    def __str__(self) -> str:
        return str(self.licence_id)
