"""Figures of regions, and ties between organisations, as sources publish them."""

from django.db import models
from django.db.models import F, Q

from squaremile.kernel.models import Row

MEASURES = ("jobs", "firms", "wages", "patents", "papers", "trials", "grants", "funding", "vc")
TIES = ("coauthor", "trial", "grant", "licence", "investment", "parent")
PERIOD = r"^[0-9]{4}(-(Q[1-4]|(0[1-9]|1[0-2])))?$"
"""A year, a quarter or a month: 2023, 2023-Q1, 2023-04."""
FEWEST = 5
"""Fewer organisations than these are never behind a figure of the cluster's own."""


class Fact(Row):
    """One figure of one region: how much of something in a period. Suppressed is not nought.

    Seen as its region is. A figure made of what tenants do in the cluster (`own`) rests on five organisations or more.
    """

    region = models.ForeignKey("atlas.Region", on_delete=models.PROTECT, related_name="facts")
    activity = models.ForeignKey("atlas.ActivityCode", on_delete=models.PROTECT, null=True, related_name="+")
    """What it is of; none: of everything."""
    period = models.CharField(max_length=7)
    measure = models.CharField(max_length=10, choices=[(m, m) for m in MEASURES])
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    suppressed = models.BooleanField(default=False)
    source = models.ForeignKey("atlas.Source", on_delete=models.PROTECT, related_name="+")
    own = models.BooleanField(default=False)
    base = models.PositiveIntegerField(null=True)
    """How many organisations are behind it, where that is known."""

    class Meta:
        db_table = "atlas_fact"
        constraints = (
            models.UniqueConstraint(
                fields=["region", "activity", "period", "measure", "source"], name="atlas_fact_once", nulls_distinct=False
            ),
            models.CheckConstraint(name="atlas_fact_measure_known", condition=Q(measure__in=MEASURES)),
            models.CheckConstraint(name="atlas_fact_period_sound", condition=Q(period__regex=PERIOD)),
            models.CheckConstraint(
                name="atlas_fact_suppressed_or_said",
                condition=Q(suppressed=True, value=None) | Q(suppressed=False, value__isnull=False, value__gte=0),
            ),
            models.CheckConstraint(
                name="atlas_fact_own_of_five", condition=Q(own=False) | Q(suppressed=True) | Q(base__isnull=False, base__gte=FEWEST)
            ),
        )

    def __str__(self) -> str:
        return f"{self.measure} {self.period}"


class Tie(Row):
    """That two organisations did something together in a period, and how often or how much. Seen as both of them are."""

    one = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, related_name="ties_from")
    other = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, related_name="ties_to")
    kind = models.CharField(max_length=12, choices=[(t, t) for t in TIES])
    period = models.CharField(max_length=7, blank=True)
    """Empty: at any time."""
    weight = models.DecimalField(max_digits=20, decimal_places=4)
    evidence = models.JSONField(default=list)
    """Numbers of works, trials or awards in the source."""
    source = models.ForeignKey("atlas.Source", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "atlas_tie"
        constraints = (
            models.UniqueConstraint(fields=["one", "other", "kind", "period", "source"], name="atlas_tie_once"),
            models.CheckConstraint(name="atlas_tie_of_two", condition=~Q(one=F("other"))),
            models.CheckConstraint(name="atlas_tie_kind_known", condition=Q(kind__in=TIES)),
            models.CheckConstraint(name="atlas_tie_weighs", condition=Q(weight__gt=0)),
            models.CheckConstraint(name="atlas_tie_period_sound", condition=Q(period="") | Q(period__regex=PERIOD)),
        )
        indexes = (models.Index(fields=["other"], name="atlas_tie_by_other"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.period}"
