"""What somebody said she would do, by when, and whether it was done."""

from django.db import models

from squaremile.kernel.models import code_fits_addresses
from squaremile.network.models.member import OfMember, one_member

OWNERS = ("staff", "person", "member")
PROMISES = ("open", "kept", "broken", "withdrawn")


class Promise(OfMember):
    """One promise within a relationship. `internal` ones (follow-ups of staff) are not shown to the member."""

    code = models.CharField(max_length=20, unique=True)
    interaction = models.ForeignKey("network.Interaction", on_delete=models.PROTECT, null=True, related_name="promises")
    what_ko = models.CharField(max_length=300, blank=True)
    what_en = models.CharField(max_length=300, blank=True)
    owner_kind = models.CharField(max_length=8, choices=[(k, k) for k in OWNERS])
    owner_user = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    owner_person = models.ForeignKey("network.Person", on_delete=models.PROTECT, null=True, related_name="+")
    owner_ko = models.CharField(max_length=200)
    owner_en = models.CharField(max_length=200)
    """The owner's name as everyone in the relationship reads it."""
    due = models.DateField()
    weeks = models.PositiveSmallIntegerField(default=0)
    """After how many weeks of a meeting this follow-up is; 0 for a promise that people made."""
    internal = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=[(s, s) for s in PROMISES], default="open")
    evidence = models.CharField(max_length=500, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.UUIDField(null=True)

    class Meta:
        db_table = "network_promise"
        constraints = (
            code_fits_addresses("promise_code_fits"),
            one_member("promise_one_member"),
            models.CheckConstraint(name="promise_says_what", condition=~models.Q(what_ko="", what_en="")),
            models.CheckConstraint(name="promise_state_known", condition=models.Q(state__in=PROMISES)),
            models.CheckConstraint(
                name="promise_owned",
                condition=models.Q(owner_kind="staff", owner_user__isnull=False, owner_person=None)
                | models.Q(owner_kind="person", owner_person__isnull=False, owner_user=None)
                | models.Q(owner_kind="member", owner_user=None, owner_person=None),
            ),
            models.CheckConstraint(
                name="promise_settled_paired",
                condition=models.Q(state="open", settled_at=None, settled_by=None)
                | models.Q(~models.Q(state="open"), settled_at__isnull=False, settled_by__isnull=False),
            ),
            models.CheckConstraint(
                name="promise_settled_with_grounds",
                condition=models.Q(state="open")
                | models.Q(~models.Q(evidence=""), state="kept")
                | models.Q(~models.Q(reason=""), state__in=("broken", "withdrawn")),
            ),
        )
        indexes = (models.Index(fields=["state", "due"], name="promise_by_due"),)

    def __str__(self) -> str:
        return self.code
