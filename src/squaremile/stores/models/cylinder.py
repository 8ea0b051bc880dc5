"""Gas cylinders: which, whose, where, and who rents them."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.stores.policies.air import GASES

STATES = ("stored", "connected", "empty", "returned")
MOVES = (
    ("", "stored"), ("stored", "connected"), ("connected", "stored"), ("connected", "empty"), ("stored", "empty"), ("stored", "returned"),
    ("empty", "returned"),
)  # fmt: skip


class Cylinder(Row):
    """One cylinder. Its renter's and staff's to see. `owner` is the gas supplier to whom it goes back."""

    code = models.CharField(max_length=20, unique=True)
    gas = models.CharField(max_length=20, choices=[(g, g) for g in GASES])
    serial = models.CharField(max_length=60)
    litres = models.DecimalField(max_digits=7, decimal_places=2)
    """Water capacity."""
    bar = models.PositiveSmallIntegerField()
    """Filling pressure at 15 °C."""
    owner = models.CharField(max_length=120)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=[(s, s) for s in STATES])
    since = models.DateField()
    counted_to = models.DateField()
    """Days before this one are counted already."""
    returned_on = models.DateField(null=True)

    class Meta:
        db_table = "stores_cylinder"
        constraints = (
            models.CheckConstraint(name="cylinder_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="cylinder_gas_known", condition=models.Q(gas__in=list(GASES))),
            models.CheckConstraint(
                name="cylinder_sound", condition=models.Q(litres__gt=0, bar__gt=0, bar__lte=1000) & ~models.Q(serial="") & ~models.Q(owner=""),
            ),
            models.CheckConstraint(name="cylinder_counted_forward", condition=models.Q(counted_to__gte=models.F("since"))),
            models.CheckConstraint(
                name="cylinder_returned_dated",
                condition=models.Q(state="returned", returned_on__isnull=False) | ~models.Q(state="returned") & models.Q(returned_on=None),
            ),
        )
        indexes = (models.Index(fields=["place"], name="cylinder_stands_in", condition=~models.Q(state="returned")),)

    def __str__(self) -> str:
        return self.code


class CylinderTransition(Row):
    """One step of a cylinder. Written by the database itself whenever the state changes."""

    cylinder = models.ForeignKey("stores.Cylinder", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_cylinder_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
