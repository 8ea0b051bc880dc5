"""Editions of rule packs that somebody brought here, and from which day which of them holds."""

from django.db import models
from django.db.models.functions import Length

from squaremile.kernel.models import Row
from squaremile.safety.policies.packs import LONGEST

models.TextField.register_lookup(Length)


class PackEdition(Row):
    """The text of an edition, kept as it was read: nothing changes it afterwards, not a new release of squaremile either."""

    code = models.CharField(max_length=20, unique=True)
    pack = models.CharField(max_length=40)
    edition = models.CharField(max_length=200)
    adopted_from = models.DateField(null=True)
    text = models.TextField()
    digest = models.CharField(max_length=64)
    offered_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField()

    class Meta:
        db_table = "safety_pack_edition"
        constraints = (
            models.UniqueConstraint(name="pack_edition_once", fields=["pack", "digest"]),
            models.CheckConstraint(name="pack_edition_short", condition=models.Q(text__length__lte=LONGEST)),
        )

    def __str__(self) -> str:
        return f"{self.pack} {self.edition}"


class PackForce(Row):
    """Somebody took an edition into force: from `since` on every area in which the pack holds is counted by it. Of two that
    begin on one day the one said last holds."""

    edition = models.ForeignKey("safety.PackEdition", on_delete=models.PROTECT, related_name="force")
    since = models.DateField()
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        db_table = "safety_pack_force"
        indexes = (models.Index(fields=["edition", "since"], name="pack_force_of_edition"),)

    def __str__(self) -> str:
        return f"{self.edition_id} {self.since}"
