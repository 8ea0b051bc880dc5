"""What a company means to spend on a project or a cost centre, and what its owner was told about it."""

from django.db import models

from squaremile.billing.policies.budgets import PERIODS, THRESHOLDS
from squaremile.kernel.models import Row, code_fits_addresses


class Budget(Row):
    """Limits of one span of the calendar after another, in minor units of net. Seen by the company's people and by finance.

    Either of one project, or of every project whose reference is the cost centre.
    """

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    project = models.ForeignKey("core.Project", on_delete=models.PROTECT, null=True, related_name="+")
    cost_centre = models.CharField(max_length=80, blank=True)
    currency = models.CharField(max_length=3, default="KRW")
    per = models.CharField(max_length=7, choices=[(p, p) for p in PERIODS])
    since = models.DateField()
    until = models.DateField(null=True)
    soft = models.BigIntegerField(null=True)
    hard = models.BigIntegerField(null=True)
    owner = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    """Who is told beside the company's admins."""
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "billing_budget"
        constraints = (
            code_fits_addresses("budget_code_fits"),
            models.CheckConstraint(
                name="budget_of_one",
                condition=models.Q(project__isnull=False, cost_centre="") | models.Q(project=None) & ~models.Q(cost_centre=""),
            ),
            models.CheckConstraint(
                name="budget_sound",
                condition=models.Q(per__in=PERIODS)
                & (models.Q(soft__isnull=False) | models.Q(hard__isnull=False))
                & (models.Q(soft=None) | models.Q(soft__gt=0)) & (models.Q(hard=None) | models.Q(hard__gt=0))
                & (models.Q(soft=None) | models.Q(hard=None) | models.Q(soft__lte=models.F("hard")))
                & (models.Q(until=None) | models.Q(until__gte=models.F("since"))),
            ),
            models.UniqueConstraint(
                name="budget_once", fields=["organisation", "project", "cost_centre", "per", "currency"],
                condition=models.Q(ended_at=None), nulls_distinct=False,
            ),
        )

    def __str__(self) -> str:
        return self.code


class BudgetAlert(Row):
    """A limit was reached in a span: told once."""

    budget = models.ForeignKey("billing.Budget", on_delete=models.PROTECT, related_name="alerts")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    first = models.DateField()
    """First day of the span."""
    threshold = models.CharField(max_length=4, choices=[(t, t) for t in THRESHOLDS])
    spent = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "billing_budget_alert"
        constraints = (models.UniqueConstraint(name="budget_alert_once", fields=["budget", "first", "threshold"]),)

    def __str__(self) -> str:
        return self.threshold
