"""What somebody decided about a match: fits, does not fit, later, declined."""

from django.db import models

from squaremile.kernel.models import Row

SUBJECTS = ("person", "partner", "lab", "equipment")
VERDICTS = ("fits", "not", "later", "declined")


class Match(Row):
    """One judgement of one candidate for one need, by one judge. Seen by whoever sees whose need it is."""

    need = models.ForeignKey("network.Need", on_delete=models.PROTECT, related_name="matches")
    subject = models.CharField(max_length=10, choices=[(s, s) for s in SUBJECTS])
    subject_code = models.CharField(max_length=20)
    """Code of the person, organisation, lab or instrument."""
    verdict = models.CharField(max_length=10, choices=[(v, v) for v in VERDICTS])
    reason = models.CharField(max_length=300, blank=True)
    blind = models.BooleanField(default=False)
    """Judged by the evidence alone, names hidden."""
    position = models.PositiveSmallIntegerField(default=0)
    """Where it stood in the list when it was judged, 1 for the first; 0 is not known."""
    judged_at = models.DateTimeField()
    judged_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "network_match"
        constraints = (
            models.UniqueConstraint(
                fields=["need", "subject", "subject_code", "judged_by", "blind"], name="match_judged_once"
            ),
            models.CheckConstraint(name="match_subject_known", condition=models.Q(subject__in=SUBJECTS)),
            models.CheckConstraint(name="match_verdict_known", condition=models.Q(verdict__in=VERDICTS)),
        )

    def __str__(self) -> str:
        return f"{self.subject_code}: {self.verdict}"
