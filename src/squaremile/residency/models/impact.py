"""Impact reports: figures as they were printed, never changed, and what they would be now."""

from django.db import models
from django.db.models import Q

from squaremile.kernel.models import Row
from squaremile.residency.words.outcomes import CHANGED, WITHHELD


class ImpactReport(Row):
    """Figures of one day, frozen. Once published everyone in the cluster reads it; before, the programme's staff."""

    code = models.CharField(max_length=20, unique=True)
    as_of = models.DateField()
    title_ko = models.CharField(max_length=120, blank=True)
    title_en = models.CharField(max_length=120, blank=True)
    preface_ko = models.TextField(blank=True)
    preface_en = models.TextField(blank=True)
    frozen_at = models.DateTimeField()
    frozen_by = models.UUIDField(null=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "residency_impact_report"
        constraints = (models.CheckConstraint(name="impact_titled", condition=~Q(title_ko="", title_en="")),)
        indexes = (models.Index(fields=["as_of"], name="impact_by_day"),)

    def __str__(self) -> str:
        return self.code


class ImpactFigure(Row):
    """One figure of a report, under one version of its definition. What is withheld is not kept here at all."""

    report = models.ForeignKey("residency.ImpactReport", on_delete=models.PROTECT, related_name="figures")
    position = models.PositiveSmallIntegerField()
    indicator = models.CharField(max_length=30)
    version = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=20, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    low = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    high = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    companies = models.PositiveIntegerField(null=True)
    entries = models.PositiveIntegerField(null=True)
    self_reported = models.PositiveIntegerField(null=True)
    because = models.CharField(max_length=12, blank=True)
    """Why it is withheld."""

    class Meta:
        db_table = "residency_impact_figure"
        constraints = (
            models.UniqueConstraint(fields=["report", "indicator", "part", "currency"], name="impact_figure_once"),
            models.CheckConstraint(
                name="impact_withheld_is_not_kept",
                condition=Q(because="", value__isnull=False, companies__isnull=False)
                | Q(because__in=tuple(WITHHELD), value=None, low=None, high=None, companies=None, entries=None, self_reported=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator} {self.part}".strip()


class ImpactEvidence(Row):
    """An entry that a printed figure rests on. Seen by the programme's staff, and by others where the company agreed."""

    figure = models.ForeignKey("residency.ImpactFigure", on_delete=models.PROTECT, related_name="evidence")
    entry = models.ForeignKey("residency.OutcomeEntry", on_delete=models.PROTECT, related_name="+")
    public_url = models.CharField(max_length=300, blank=True)
    """Where the evidence can be read, copied here when its company agreed that it may be told."""

    class Meta:
        db_table = "residency_impact_evidence"
        constraints = (models.UniqueConstraint(fields=["figure", "entry"], name="impact_evidence_once"),)

    def __str__(self) -> str:
        return f"{self.figure_id} ← {self.entry_id}"


class ImpactRestatement(Row):
    """A figure printed before, as it is now known: it stands beside the old one, which stays."""

    report = models.ForeignKey("residency.ImpactReport", on_delete=models.PROTECT, related_name="restatements")
    """The report that says so."""
    figure = models.ForeignKey("residency.ImpactFigure", on_delete=models.PROTECT, related_name="restated")
    version = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    because = models.CharField(max_length=12, blank=True)
    changed = models.CharField(max_length=10)

    class Meta:
        db_table = "residency_impact_restatement"
        constraints = (
            models.UniqueConstraint(fields=["report", "figure"], name="impact_restated_once"),
            models.CheckConstraint(name="impact_change_known", condition=Q(changed__in=tuple(CHANGED))),
            models.CheckConstraint(
                name="impact_restated_or_withheld",
                condition=Q(because="", value__isnull=False) | Q(because__in=tuple(WITHHELD), value=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.figure_id}: {self.changed}"
