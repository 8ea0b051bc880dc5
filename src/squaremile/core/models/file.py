"""Files that people put in: manuals, photos."""

from django.db import models

from squaremile.kernel.models import Row


class StoredFile(Row):
    """A file by its content. `organisation` empty: the whole cluster may read it."""

    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.UUIDField(null=True)

    class Meta:
        db_table = "core_stored_file"
        constraints = (models.CheckConstraint(name="stored_file_not_empty", condition=models.Q(size__gt=0)),)

    def __str__(self) -> str:
        return self.name
