"""The cluster's seal on a document that both sides have signed. It is only added to; the key is nowhere in the database."""

from django.db import models

from squaremile.kernel.models import Row


class LicenceSeal(Row):
    """The sealed copy of one document. `after`: the digest of the record with which its chain of signatures was complete."""

    document = models.OneToOneField("residency.LicenceDocument", on_delete=models.PROTECT, related_name="seal")
    sha256 = models.CharField(max_length=64)
    """Of the sealed file, under which it is kept."""
    after = models.CharField(max_length=64)
    certificate = models.CharField(max_length=64)
    """SHA-256 of the certificate that sealed it."""
    subject = models.CharField(max_length=300)
    stamped = models.BooleanField()
    """Whether an authority for time answers for the moment."""
    sealed_at = models.DateTimeField()

    class Meta:
        db_table = "residency_licence_seal"
        indexes = (models.Index(fields=["sha256"], name="seal_by_digest"), models.Index(fields=["certificate"], name="seal_by_hand"))

    def __str__(self) -> str:
        return self.sha256
