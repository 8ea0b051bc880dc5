"""What a mixture is made of, as somebody read it, with where and when. The mixture's classes are its own, never its components'."""

from django.db import models
from django.db.models import F, Q

from squaremile.kernel.models import Row


class Composition(Row):
    """One reading of what is in a mixture. Never changed; a newer one ends it."""

    substance = models.ForeignKey("safety.Substance", on_delete=models.PROTECT, related_name="compositions")
    read_in = models.CharField(max_length=300)
    read_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    current = models.BooleanField(default=True)

    class Meta:
        db_table = "safety_composition"
        constraints = (
            models.CheckConstraint(name="composition_sourced", condition=~Q(read_in="")),
            models.UniqueConstraint(name="composition_current", fields=["substance"], condition=Q(current=True)),
        )

    def __str__(self) -> str:
        return f"{self.read_in}, {self.read_on}"


class Component(Row):
    """One component, by its CAS number or as the register has it, with its lowest and highest share in per cent by weight."""

    composition = models.ForeignKey("safety.Composition", on_delete=models.PROTECT, related_name="components")
    position = models.PositiveSmallIntegerField()
    cas = models.CharField(max_length=12, blank=True)
    substance = models.ForeignKey("safety.Substance", on_delete=models.PROTECT, null=True, related_name="+")
    low = models.DecimalField(max_digits=7, decimal_places=4)
    high = models.DecimalField(max_digits=7, decimal_places=4)

    class Meta:
        db_table = "safety_component"
        constraints = (
            models.CheckConstraint(name="component_named", condition=Q(cas="", substance__isnull=False) | (Q(substance=None) & ~Q(cas=""))),
            models.CheckConstraint(name="component_cas_shaped", condition=Q(cas="") | Q(cas__regex=r"^\d{2,7}-\d{2}-\d$")),
            models.CheckConstraint(name="component_share_sound", condition=Q(low__gt=0, low__lte=F("high"), high__lte=100)),
            models.UniqueConstraint(name="component_once_by_place", fields=["composition", "position"]),
            models.UniqueConstraint(name="component_once_by_cas", fields=["composition", "cas"], condition=~Q(cas="")),
            models.UniqueConstraint(name="component_once", fields=["composition", "substance"], condition=Q(substance__isnull=False)),
        )

    def __str__(self) -> str:
        return f"{self.cas or self.substance_id}: {self.low}–{self.high} %"
