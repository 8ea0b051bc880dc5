"""That somebody here read a row of a rule pack in the text itself."""

from django.db import models

from squaremile.kernel.models import Row


class PackVerification(Row):
    """Who verified which row, when and in which text. A row whose figures change has another digest: it counts no more."""

    pack = models.CharField(max_length=40)
    pack_row = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    says = models.CharField(max_length=600)
    """The figures as they were when they were verified."""
    read_in = models.CharField(max_length=300)
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    read_on = models.DateField()

    class Meta:
        db_table = "safety_pack_verification"
        constraints = (
            models.CheckConstraint(name="pack_verification_sourced", condition=~models.Q(read_in="")),
            models.UniqueConstraint(name="pack_verification_once", fields=["pack", "pack_row", "digest"]),
        )

    def __str__(self) -> str:
        return f"{self.pack} {self.pack_row}"
