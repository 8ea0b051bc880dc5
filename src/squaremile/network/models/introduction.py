"""Bringing two sides together, each of whom must want it. Its shape, the requester's side, and its steps."""

from datetime import datetime

from django.db import models

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.network.models.member import OfMember, one_member

STATES = ("requested", "refused", "asked", "declined", "withdrawn", "accepted", "met", "closed")
OUTCOMES = (
    "nda", "consulting", "gift", "sponsored_research", "license", "pilot", "hire", "equipment_use", "no_go",
)  # fmt: skip


class Introduction(Row):
    """What both sides know of it. Visible to the requester, to liaison staff, and to the expert once she is asked;
    for everyone else it is not there. No UNIQUE spans companies, so none can tell that it is.
    """

    code = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, null=True, related_name="+")
    lab = models.ForeignKey("network.Lab", on_delete=models.PROTECT, null=True, related_name="+")
    target = models.ForeignKey("network.Partner", on_delete=models.PROTECT, null=True, related_name="+")
    message_ko = models.TextField(blank=True)
    message_en = models.TextField(blank=True)
    """What the expert is told; nothing of the requester's confidential part."""
    anonymous = models.BooleanField(default=False)
    """The expert learns who asks only when she accepts."""
    created_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    met_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "network_introduction"
        constraints = (
            code_fits_addresses("introduction_code_fits"),
            models.CheckConstraint(name="introduction_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="introduction_one_target",
                condition=models.Q(person__isnull=False, lab=None, target=None)
                | models.Q(person=None, lab__isnull=False, target=None)
                | models.Q(person=None, lab=None, target__isnull=False),
            ),
        )
        indexes = (models.Index(fields=["state", "created_at"], name="introduction_by_state"),)

    def dated(self, state: str) -> datetime | None:
        """When it was asked for, passed on, answered or met, by the product's clock; None for other steps."""
        return {
            "requested": self.created_at, "asked": self.asked_at, "accepted": self.answered_at,
            "declined": self.answered_at, "met": self.met_at,
        }.get(state)  # fmt: skip

    def __str__(self) -> str:
        return self.code


class IntroductionDetail(OfMember):
    """The requester's side: who asks, why, and what came of it. The expert never reads it."""

    introduction = models.OneToOneField("network.Introduction", on_delete=models.PROTECT, related_name="detail")
    requested_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    need = models.ForeignKey("network.Need", on_delete=models.PROTECT, null=True, related_name="+")
    reason_ko = models.TextField(blank=True)
    reason_en = models.TextField(blank=True)
    member_ko = models.CharField(max_length=200)
    member_en = models.CharField(max_length=200)
    contact_ko = models.CharField(max_length=120, blank=True)
    contact_en = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField()
    """Whom the expert is connected with once she accepts."""
    refused_reason = models.CharField(max_length=300, blank=True)
    outcome = models.CharField(max_length=20, blank=True, choices=[(o, o) for o in OUTCOMES])
    outcome_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "network_introduction_detail"
        constraints = (
            one_member("introduction_one_member"),
            models.CheckConstraint(name="introduction_reasoned", condition=~models.Q(reason_ko="", reason_en="")),
            models.CheckConstraint(
                name="introduction_outcome_known", condition=models.Q(outcome__in=("", *OUTCOMES))
            ),
            models.CheckConstraint(
                name="introduction_outcome_reasoned", condition=models.Q(outcome="") | ~models.Q(outcome_reason="")
            ),
        )
        indexes = (models.Index(fields=["organisation"], name="introduction_of_company"),)

    def __str__(self) -> str:
        return str(self.introduction_id)


class IntroductionTransition(Row):
    """One step of an introduction. Written by the database itself whenever the state changes."""

    introduction = models.ForeignKey("network.Introduction", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "network_introduction_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
