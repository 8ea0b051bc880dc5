"""In which classes of a pack a substance was found: kept, as every verdict on an area asks it of everything that stands there."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from squaremile.kernel.models import Row


class SubstanceFound(Row):
    """What `policies/classing` says of one substance in one pack, as long as neither changes: a substance that is entered
    anew loses its rows (a trigger), and a row of another edition or verification of the pack has another digest."""

    substance = models.ForeignKey("safety.Substance", on_delete=models.PROTECT, related_name="+")
    pack = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    classes = ArrayField(models.CharField(max_length=60))
    certainty = models.CharField(max_length=1, blank=True)
    density = models.DecimalField(max_digits=8, decimal_places=4, null=True)
    """Kilograms a litre: the substance's own, else the one that the pack names."""
    unsure = models.BooleanField(default=False)
    """Nobody but its own company says so."""
    phase = models.CharField(max_length=10, default="")

    class Meta:
        db_table = "safety_substance_found"
        constraints = (models.UniqueConstraint(name="substance_found_once", fields=["substance", "pack"]),)

    def __str__(self) -> str:
        return f"{self.pack}: {', '.join(self.classes)}"
