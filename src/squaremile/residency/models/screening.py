"""Before review: the checklist of the programme, and companies in residence that an applicant may compete with."""

from django.db import models

from squaremile.kernel.models import Row

CHECKS = ("complete", "eligible", "work_fits", "space_fits", "no_conflict")
OUTCOMES = ("open", "consented", "refused", "no_conflict")


class Screening(Row):
    """The pre-screen of an application: each point checked or not, and what was seen. For staff alone."""

    application = models.OneToOneField("residency.Application", on_delete=models.PROTECT, related_name="screening")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    checks = models.JSONField(default=dict)
    flags = models.CharField(max_length=2000, blank=True)
    """Red flags in the words of whoever saw them."""
    at = models.DateTimeField()
    checked_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "residency_screening"

    def __str__(self) -> str:
        return str(self.application_id)


class CompetitionFinding(Row):
    """An applicant and a company in residence that may compete. For the programme alone: neither learns of it here."""

    code = models.CharField(max_length=20, unique=True)
    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="findings")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    why_ko = models.CharField(max_length=500)
    why_en = models.CharField(max_length=500)
    outcome = models.CharField(max_length=12, choices=[(o, o) for o in OUTCOMES])
    settled_why = models.CharField(max_length=1000, blank=True)
    found_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "residency_competition_finding"
        constraints = (
            models.UniqueConstraint(fields=["application", "resident"], name="competition_found_once"),
            models.CheckConstraint(name="competition_of_two", condition=~models.Q(company=models.F("resident"))),
            models.CheckConstraint(
                name="competition_settled_reasoned",
                condition=models.Q(outcome="open", settled_at=None)
                | models.Q(outcome__in=OUTCOMES[1:], settled_at__isnull=False) & ~models.Q(settled_why=""),
            ),
        )

    def __str__(self) -> str:
        return self.code
