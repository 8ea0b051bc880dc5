"""What a company declares it will bring, as typed lines that a safety check can read, and what safety says to it."""

from django.db import models

from squaremile.kernel.models import Row

KINDS = ("agents", "chemicals", "equipment", "utilities", "waste")
STATES = ("", "solid", "liquid", "gas")
VERDICTS = ("feasible", "conditional", "not_feasible")


class Declaration(Row):
    """The declaration of one handing in. Rows are added and never changed; the highest number counts."""

    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="declarations")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    biosafety = models.PositiveSmallIntegerField(null=True)
    """The highest biosafety level asked for or needed; empty: not said."""
    made_at = models.DateTimeField()

    class Meta:
        db_table = "residency_declaration"
        constraints = (
            models.UniqueConstraint(fields=["application", "number"], name="declaration_numbered"),
            models.CheckConstraint(
                name="declaration_biosafety_known",
                condition=models.Q(biosafety=None) | models.Q(biosafety__range=(1, 4)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.application_id} {self.number}"


class DeclarationLine(Row):
    """One declared thing. Quantity in a base unit of kernel.units; empty where it could not be read (`doubts` says so)."""

    declaration = models.ForeignKey("residency.Declaration", on_delete=models.PROTECT, related_name="lines")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[(k, k) for k in KINDS])
    name = models.CharField(max_length=300)
    quantity = models.DecimalField(max_digits=30, decimal_places=9, null=True)
    unit = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=10, blank=True)
    cas = models.CharField(max_length=300, blank=True)
    level = models.PositiveSmallIntegerField(null=True)
    """Risk group of an agent."""
    power_w = models.DecimalField(max_digits=30, decimal_places=3, null=True)
    heat_w = models.DecimalField(max_digits=30, decimal_places=3, null=True)
    says = models.CharField(max_length=300, blank=True)
    doubts = models.JSONField(default=list)

    class Meta:
        db_table = "residency_declaration_line"
        constraints = (
            models.CheckConstraint(name="declaration_line_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="declaration_line_measured", condition=models.Q(quantity=None, unit="") | ~models.Q(unit="")
            ),
        )

    def __str__(self) -> str:
        return self.name


class Feasibility(Row):
    """What safety says to a declaration. Rows are added and never changed; the newest counts. Seen by staff."""

    declaration = models.ForeignKey("residency.Declaration", on_delete=models.PROTECT, related_name="feasibilities")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=12, choices=[(v, v) for v in VERDICTS])
    reasons = models.CharField(max_length=2000)
    conditions = models.CharField(max_length=2000, blank=True)
    at = models.DateTimeField()
    judged_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "residency_feasibility"
        constraints = (
            models.CheckConstraint(name="feasibility_verdict_known", condition=models.Q(verdict__in=VERDICTS)),
            models.CheckConstraint(name="feasibility_reasoned", condition=~models.Q(reasons="")),
            models.CheckConstraint(
                name="feasibility_conditions_said", condition=~models.Q(verdict="conditional") | ~models.Q(conditions="")
            ),
        )

    def __str__(self) -> str:
        return self.verdict
