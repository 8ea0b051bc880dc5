"""The yearly survey of outcomes: who is asked, and what she answered."""

from django.db import models
from django.db.models import F, Q

from squaremile.kernel.models import Row


class OutcomeSurvey(Row):
    """One year's questions. Companies answer until it closes."""

    code = models.CharField(max_length=20, unique=True)
    as_of = models.DateField()
    """The day the answers are about."""
    form = models.PositiveSmallIntegerField()
    """Version of the questions."""
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()

    class Meta:
        db_table = "residency_outcome_survey"
        constraints = (
            models.UniqueConstraint(fields=["as_of"], name="survey_once_a_day"),
            models.CheckConstraint(name="survey_closes_later", condition=Q(closes_at__gt=F("opened_at"))),
        )

    def __str__(self) -> str:
        return self.code


class SurveyAnswer(Row):
    """One company in one survey: asked, reminded, answered. Seen by the company's admin or key-holder, and programme staff."""

    survey = models.ForeignKey("residency.OutcomeSurvey", on_delete=models.PROTECT, related_name="answers")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    email = models.EmailField(blank=True)
    """Where the key went; empty when the company's admin answers in her own account."""
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answers = models.JSONField(default=dict)
    may_publish = models.BooleanField(default=False)

    class Meta:
        db_table = "residency_survey_answer"
        constraints = (models.UniqueConstraint(fields=["survey", "company"], name="survey_asks_once"),)

    def __str__(self) -> str:
        return f"{self.survey_id}: {self.company_id}"
