"""What is due for an agreement: the settings of its clocks, and what was answered."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.network.policies.clocks import CLOCKS


class ClockSetting(Row):
    """A number of days that the house has set in place of a clock's default."""

    clock = models.CharField(max_length=16, choices=[(c, c) for c in CLOCKS])
    days = models.PositiveSmallIntegerField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "network_clock_setting"
        constraints = (
            models.UniqueConstraint(name="clock_set_once", fields=["clock"]),
            models.CheckConstraint(
                name="clock_days_sound", condition=models.Q(clock__in=tuple(CLOCKS), days__range=(1, 1095))
            ),
        )

    def __str__(self) -> str:
        return f"{self.clock}: {self.days}"


class ClockAnswer(Row):
    """That something due was done or acknowledged: its reminders stop. Seen as its agreement is."""

    agreement = models.ForeignKey("network.Agreement", on_delete=models.PROTECT, related_name="answers")
    clock = models.CharField(max_length=16, choices=[(c, c) for c in CLOCKS])
    anchor = models.DateField()
    """The day it is counted from: of signature, or the end of the term it warns of."""
    number = models.PositiveSmallIntegerField()
    """Which of the repeating ones, from 1."""
    says = models.CharField(max_length=300)
    answered_on = models.DateField()
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "network_clock_answer"
        constraints = (
            models.UniqueConstraint(name="clock_answered_once", fields=["agreement", "clock", "anchor", "number"]),
            models.CheckConstraint(name="clock_answer_known", condition=models.Q(clock__in=tuple(CLOCKS))),
        )

    def __str__(self) -> str:
        return f"{self.clock} {self.number}"


class PublishedFigure(Row):
    """A figure as it was made public on a day: an aggregate and its base, of nobody in particular. Never changed."""

    kpi = models.CharField(max_length=40)
    unit = models.CharField(max_length=8)
    part = models.CharField(max_length=8, blank=True)
    """Of which part of the whole, where a KPI has several figures of one unit."""
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    """Empty: withheld, because the base is too small."""
    base = models.PositiveIntegerField()
    as_of = models.DateField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "network_published_figure"
        constraints = (
            models.UniqueConstraint(name="figure_published_once", fields=["kpi", "unit", "part", "published_at"]),
        )

    def __str__(self) -> str:
        return f"{self.kpi} {self.as_of}"
