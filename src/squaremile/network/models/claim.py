"""That somebody says a profile is hers."""

from django.db import models
from django.db.models import Q

from squaremile.kernel.models import Row

STATES = ("asked", "granted", "declined")


class Claim(Row):
    """A claim to a profile and its decision. Seen by who made it and by liaison staff."""

    code = models.CharField(max_length=20, unique=True)
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="claims")
    user = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    says = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "network_claim"
        constraints = (
            models.CheckConstraint(name="claim_state_known", condition=Q(state__in=STATES)),
            models.CheckConstraint(
                name="claim_decision_paired",
                condition=Q(state="asked", decided_at=None, decided_by=None)
                | ~Q(state="asked") & Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.UniqueConstraint(fields=["person", "user"], name="claim_open_once", condition=Q(state="asked")),
        )

    def __str__(self) -> str:
        return self.code
