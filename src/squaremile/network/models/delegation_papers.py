"""What an office keeps about a delegation: money, approvals, clocks, documents."""

from django.db import models

from squaremile.kernel.models import Row, both_names
from squaremile.kernel.words import pick

DECISIONS = ("waiting", "approved", "declined")
DOCUMENTS = ("briefing", "committee", "report")


class BudgetLine(Row):
    """Money for one thing, planned and spent, in minor units of the delegation's currency."""

    delegation = models.ForeignKey("network.Delegation", on_delete=models.PROTECT, related_name="budget")
    line = models.PositiveSmallIntegerField()
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    planned = models.BigIntegerField()
    spent = models.BigIntegerField(null=True)
    """Empty until the costs are known."""

    class Meta:
        db_table = "network_delegation_budget"
        constraints = (
            both_names("budget_line_named"),
            models.UniqueConstraint(name="budget_line_once", fields=["delegation", "line"]),
            models.CheckConstraint(
                name="budget_line_positive",
                condition=models.Q(planned__gte=0) & (models.Q(spent=None) | models.Q(spent__gte=0)),
            ),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class Approval(Row):
    """Somebody who must approve a delegation, in order; and what she decided, with her reason."""

    delegation = models.ForeignKey("network.Delegation", on_delete=models.PROTECT, related_name="approvals")
    position = models.PositiveSmallIntegerField()
    approver = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="waiting", choices=[(d, d) for d in DECISIONS])
    reason = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "network_delegation_approval"
        constraints = (
            models.UniqueConstraint(name="approval_place_once", fields=["delegation", "position"]),
            models.UniqueConstraint(name="approval_person_once", fields=["delegation", "approver"]),
            models.CheckConstraint(
                name="approval_decided_dated",
                condition=models.Q(state="waiting", decided_at=None)
                | models.Q(state__in=("approved", "declined"), decided_at__isnull=False) & ~models.Q(reason=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.position} {self.state}"


class VisitClock(Row):
    """When something is due before or after every visit: days against its first or last day. Staff set it."""

    clock = models.CharField(max_length=20)
    anchor = models.CharField(max_length=5, choices=[("start", "start"), ("end", "end")])
    days = models.SmallIntegerField()

    class Meta:
        db_table = "network_visit_clock"
        constraints = (
            models.UniqueConstraint(name="visit_clock_once", fields=["clock"]),
            models.CheckConstraint(
                name="visit_clock_sound",
                condition=models.Q(anchor__in=("start", "end"), days__range=(-365, 365)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.clock} {self.days}"


class ClockDone(Row):
    """That what a clock asks for was done for a delegation."""

    delegation = models.ForeignKey("network.Delegation", on_delete=models.PROTECT, related_name="clocks")
    clock = models.CharField(max_length=20)
    done_at = models.DateTimeField()
    done_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "network_delegation_clock"
        constraints = (models.UniqueConstraint(name="clock_done_once", fields=["delegation", "clock"]),)

    def __str__(self) -> str:
        return self.clock


class VisitDocument(Row):
    """One version of a briefing book, committee file or report: what stood in it, so that it can be printed again.

    Never changed: a correction is a new version.
    """

    delegation = models.ForeignKey("network.Delegation", on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=10, choices=[(d, d) for d in DOCUMENTS])
    language = models.CharField(max_length=2)
    version = models.PositiveSmallIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    """SHA-256 of the PDF as it was made."""
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "network_visit_document"
        constraints = (
            models.UniqueConstraint(name="visit_document_once", fields=["delegation", "kind", "language", "version"]),
            models.CheckConstraint(
                name="visit_document_known",
                condition=models.Q(kind__in=DOCUMENTS, language__in=("ko", "en"), version__gte=1),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.language} {self.version}"
