"""A problem that somebody reported on an instrument."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.kernel.words import pick


class Fault(Row):
    """That something is wrong, for everyone: how bad, until when, and what staff say of it. The report is apart."""

    SEVERITIES = ("note", "degraded", "unusable")

    code = models.CharField(max_length=20, unique=True)
    equipment = models.ForeignKey("booking.Equipment", on_delete=models.PROTECT, related_name="faults")
    severity = models.CharField(max_length=10, choices=[(s, s) for s in SEVERITIES])
    says_ko = models.CharField(max_length=300, blank=True)
    says_en = models.CharField(max_length=300, blank=True)
    reported_at = models.DateTimeField()
    expected_back = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    resolution = models.CharField(max_length=500, blank=True)

    class Meta:
        db_table = "booking_fault"
        constraints = (
            models.CheckConstraint(
                name="fault_severity_known", condition=models.Q(severity__in=("note", "degraded", "unusable"))
            ),
            models.CheckConstraint(
                name="fault_resolved_in_words",
                condition=models.Q(resolved_at=None, resolution="")
                | models.Q(resolved_at__isnull=False) & ~models.Q(resolution=""),
            ),
        )
        indexes = (
            models.Index(fields=["equipment"], name="fault_open", condition=models.Q(resolved_at=None)),
        )

    @property
    def says(self) -> str:
        return pick(self.says_ko, self.says_en)

    def __str__(self) -> str:
        return self.code


class FaultReport(Row):
    """The words of whoever reported it: they may tell of her work, so only her company and staff read them."""

    fault = models.OneToOneField("booking.Fault", on_delete=models.PROTECT, related_name="report")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    person = models.UUIDField(null=True)
    says = models.CharField(max_length=1000)

    class Meta:
        db_table = "booking_fault_report"

    def __str__(self) -> str:
        return str(self.fault_id)
