"""Copies of the emergency view that were written where they can be read without the server."""

from django.db import models

from squaremile.kernel.models import Row


class EmergencyCopy(Row):
    """One copy: when, into which folder, and which files with their digests."""

    made_at = models.DateTimeField()
    folder = models.CharField(max_length=300)
    files = models.JSONField()
    size = models.PositiveIntegerField()

    class Meta:
        db_table = "safety_emergency_copy"
        indexes = (models.Index(fields=["-made_at"], name="emergency_copy_by_time"),)

    def __str__(self) -> str:
        return self.folder
