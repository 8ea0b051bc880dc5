"""What somebody needs: its public part for the cluster, its confidential part for its owner and liaison staff."""

from django.db import models

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.kernel.words import pick

MODES = ("consult", "sponsor", "license", "pilot", "recruit", "equipment")
OUTCOMES = (
    "nda", "consulting", "gift", "sponsored_research", "license", "pilot", "hire", "equipment_use", "no_go",
)  # fmt: skip
STATES = ("draft", "open", "matching", "soft_check", "agenda", "meeting", "follow_up", "closed", "withdrawn")
"""`matching`: the long list is made."""


class Need(Row):
    """The public part. Seen by everyone once it is `listed` and no draft; before that by its owner and liaison staff.
    Whose need it is stands in the detail.
    """

    code = models.CharField(max_length=20, unique=True)
    mode = models.CharField(max_length=12, choices=[(m, m) for m in MODES])
    title_ko = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    says_ko = models.TextField(blank=True)
    says_en = models.TextField(blank=True)
    horizon_months = models.PositiveSmallIntegerField()
    """Within how many months the need is to be met."""
    state = models.CharField(max_length=12, choices=[(s, s) for s in STATES])
    listed = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "network_need"
        constraints = (
            models.CheckConstraint(name="need_titled", condition=~models.Q(title_ko="", title_en="")),
            code_fits_addresses("need_code_fits"),
            models.CheckConstraint(name="need_mode_known", condition=models.Q(mode__in=MODES)),
            models.CheckConstraint(name="need_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="need_horizon_sound", condition=models.Q(horizon_months__range=(1, 120))),
            models.CheckConstraint(
                name="need_closed_dated",
                condition=models.Q(state__in=("closed", "withdrawn"), closed_at__isnull=False)
                | ~models.Q(state__in=("closed", "withdrawn")) & models.Q(closed_at=None),
            ),
        )
        indexes = (models.Index(fields=["state", "created_at"], name="need_by_state"),)

    @property
    def title(self) -> str:
        return pick(self.title_ko, self.title_en)

    def __str__(self) -> str:
        return self.title


class NeedDetail(Row):
    """Whose need it is, what only liaison staff may know, and who looks after it."""

    need = models.OneToOneField("network.Need", on_delete=models.PROTECT, related_name="detail")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """A company of the cluster; empty where an outside partner asks."""
    partner = models.ForeignKey("network.Partner", on_delete=models.PROTECT, null=True, related_name="+")
    asked_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    director = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    """The liaison director who looks after it."""
    confidential_ko = models.TextField(blank=True)
    confidential_en = models.TextField(blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    outcome_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "network_need_detail"
        constraints = (
            models.CheckConstraint(
                name="need_detail_owned",
                condition=models.Q(organisation__isnull=False) | models.Q(partner__isnull=False),
            ),
            models.CheckConstraint(name="need_outcome_known", condition=models.Q(outcome__in=("", *OUTCOMES))),
            models.CheckConstraint(
                name="need_outcome_reasoned", condition=models.Q(outcome="") | ~models.Q(outcome_reason="")
            ),
        )
        indexes = (models.Index(fields=["organisation"], name="need_of_company"),)

    def __str__(self) -> str:
        return str(self.need_id)


class NeedTransition(Row):
    """One step of a need's life. Written by the database itself whenever the state changes."""

    need = models.ForeignKey("network.Need", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "network_need_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
