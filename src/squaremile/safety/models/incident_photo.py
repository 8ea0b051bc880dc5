"""Photographs of incidents: read by those who may read the incident, and by nobody else."""

from django.db import models

from squaremile.kernel.models import Row


class IncidentPhoto(Row):
    """One photograph. The file itself is shut to whoever does not see this row (row security of stored files)."""

    incident = models.ForeignKey("safety.Incident", on_delete=models.PROTECT, related_name="photos")
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    shows = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_incident_photo"
        constraints = (models.UniqueConstraint(name="incident_photo_once", fields=["incident", "file"]),)

    def __str__(self) -> str:
        return self.shows
