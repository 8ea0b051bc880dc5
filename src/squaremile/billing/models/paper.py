"""Files made of an issued document for other people's machines: made once, and the same bytes ever after."""

from django.db import models

from squaremile.kernel.models import Row

FILE_KINDS = ("ubl",)


class DocumentFile(Row):
    """A file of a document. What it says of addresses is what stood on the account when it was made."""

    invoice = models.ForeignKey("billing.Invoice", on_delete=models.PROTECT, related_name="files")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=4, choices=[(k, k) for k in FILE_KINDS])
    language = models.CharField(max_length=2)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "billing_document_file"
        constraints = (models.UniqueConstraint(name="document_file_once", fields=["invoice", "kind"]),)

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:8]}"
