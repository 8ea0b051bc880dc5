"""An enquiry: somebody who may become a resident, and where the talk with her stands."""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("new", "contacted", "touring", "toured", "applied", "dropped")
MOVES = (
    ("", "new"), ("", "touring"), ("new", "contacted"), ("new", "touring"), ("new", "applied"), ("new", "dropped"),
    ("contacted", "touring"), ("contacted", "applied"), ("contacted", "dropped"), ("touring", "toured"),
    ("touring", "contacted"), ("touring", "applied"), ("touring", "dropped"), ("toured", "contacted"),
    ("toured", "touring"), ("toured", "applied"), ("toured", "dropped"), ("dropped", "contacted"),
)  # fmt: skip
WANTED = ("bench", "suite", "desk", "member", "unsure")


class Lead(Row):
    """Seen by programme staff alone."""

    code = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    name = models.CharField(max_length=80)
    contact = models.EmailField()
    """Her address. Two enquiries of one address are two leads; staff see that they are alike."""
    phone = models.CharField(max_length=40, blank=True)
    company_name = models.CharField(max_length=120, blank=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, null=True, related_name="leads")
    language = models.CharField(max_length=2, default="ko")
    source = models.CharField(max_length=40, blank=True)
    """How she heard of the cluster."""
    wanted = models.CharField(max_length=8, choices=[(w, w) for w in WANTED])
    wanted_from = models.DateField(null=True)
    message = models.TextField(blank=True)
    consent_at = models.DateTimeField()
    host = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    """Who of the staff looks after her."""
    follow_up_on = models.DateField(null=True)
    told_on = models.DateField(null=True)
    """The follow-up that her host was last reminded of."""
    remark = models.TextField(blank=True)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "residency_lead"
        constraints = (
            models.CheckConstraint(name="lead_named", condition=~models.Q(name="")),
            models.CheckConstraint(name="lead_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="lead_wanted_known", condition=models.Q(wanted__in=WANTED)),
        )
        indexes = (models.Index(fields=["state", "created_at"], name="lead_by_state"),)

    def __str__(self) -> str:
        return self.code


class LeadTransition(Row):
    """One step of a lead's life. Written by the database itself whenever the state changes."""

    lead = models.ForeignKey("residency.Lead", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_lead_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
