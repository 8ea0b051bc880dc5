"""What an imported thing was called where it came from."""

from django.db import models

from squaremile.kernel.models import Row


class ExternalReference(Row):
    """`nemo:tool:Sinter` is our equipment so-and-so: a second import finds it again."""

    external_id = models.CharField(max_length=300, unique=True)
    kind = models.CharField(max_length=40)
    subject = models.UUIDField()
    digest = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "core_external_reference"
        indexes = (models.Index(fields=["subject"], name="external_subject"),)

    def __str__(self) -> str:
        return self.external_id
