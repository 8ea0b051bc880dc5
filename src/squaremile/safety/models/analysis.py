"""Hazard analyses before work: of one activity of a company in one room, in versions."""

from django.db import models

from squaremile.kernel.models import Row, both_names
from squaremile.safety.policies.analysis import OPEN, STATES


class Analysis(Row):
    """An activity in a room. Its company's, and seen by those who answer for safety."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        db_table = "safety_analysis"
        indexes = (models.Index(fields=["organisation"], name="analysis_of_company"),)

    def __str__(self) -> str:
        return self.code


class AnalysisVersion(Row):
    """One version: the hazards that stood there when it was drafted, the steps, and what is done in an emergency."""

    analysis = models.ForeignKey("safety.Analysis", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=[(s, s) for s in STATES])
    name_ko = models.CharField(max_length=160, blank=True)
    name_en = models.CharField(max_length=160, blank=True)
    responsible = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    hazards = models.JSONField(default=list)
    steps = models.JSONField(default=list)
    emergency = models.TextField()
    drafted_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    approved_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    decided_by = models.UUIDField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "safety_analysis_version"
        constraints = (
            both_names("analysis_named"),
            models.UniqueConstraint(name="analysis_version_once", fields=["analysis", "number"]),
            models.UniqueConstraint(name="analysis_one_open", fields=["analysis"], condition=models.Q(state__in=OPEN)),
            models.UniqueConstraint(name="analysis_one_approved", fields=["analysis"], condition=models.Q(state="approved")),
            models.CheckConstraint(name="analysis_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="analysis_signed_first",
                condition=models.Q(state__in=("draft", "returned")) | models.Q(signed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="analysis_term_sound",
                condition=~models.Q(state__in=("approved", "replaced", "ended"))
                | models.Q(approved_on__isnull=False, ends_on__isnull=False, ends_on__gt=models.F("approved_on")),
            ),
        )

    @property
    def code(self) -> str:
        """The code of its analysis."""
        return self.analysis.code

    def __str__(self) -> str:
        return f"{self.analysis_id} v{self.number}"


class AnalysisVersionTransition(Row):
    """One step of a version. Written by the database itself whenever the state changes."""

    analysis_version = models.ForeignKey("safety.AnalysisVersion", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_analysis_version_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
