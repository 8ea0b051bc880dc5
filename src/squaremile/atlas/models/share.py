"""Charts shown alone on other sites: which, with which choices, who made the address, and whether it still holds."""

from django.db import models
from django.db.models import Q

from squaremile.kernel.models import Row, code_fits_addresses


class Share(Row):
    """One address of one chart. Whoever holds its code sees the chart until it is withdrawn: published figures alone."""

    code = models.CharField(max_length=40, unique=True)
    """Random, and the whole of the secret."""
    screen = models.CharField(max_length=20)
    chart = models.CharField(max_length=20)
    choices = models.CharField(max_length=500, blank=True)
    """The screen's choices, as its address says them."""
    language = models.CharField(max_length=2)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "atlas_share"
        constraints = (
            code_fits_addresses("atlas_share_code_fits"),
            models.CheckConstraint(name="atlas_share_language_known", condition=Q(language__in=("ko", "en"))),
            models.CheckConstraint(
                name="atlas_share_withdrawn_once_said", condition=Q(withdrawn_at=None, withdrawn_by=None) | Q(withdrawn_at__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return f"{self.screen}/{self.chart}"
