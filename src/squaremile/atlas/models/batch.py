"""One file that was brought in: what it was, what came of it, and what somebody should look at."""

from django.db import models
from django.db.models import Q

from squaremile.kernel.models import Row, code_fits_addresses


class Batch(Row):
    """An import that was kept. Seen by staff. Never changed."""

    code = models.CharField(max_length=20, unique=True)
    source = models.ForeignKey("atlas.Source", on_delete=models.PROTECT, related_name="batches")
    kind = models.CharField(max_length=40)
    """The importer."""
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    report = models.JSONField(default=dict)
    """As `squaremile import atlas … --json` tells it: counts by kind of thing, findings in both languages."""
    at = models.DateTimeField()

    class Meta:
        db_table = "atlas_batch"
        constraints = (
            code_fits_addresses("atlas_batch_code_fits"),
            models.CheckConstraint(name="atlas_batch_digest_sound", condition=Q(digest__regex=r"^[0-9a-f]{64}$")),
        )

    def __str__(self) -> str:
        return self.code
