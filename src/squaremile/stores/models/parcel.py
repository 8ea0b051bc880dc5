"""Parcels at the dock: what came for whom, how cold it must stay, and who took it."""

from django.db import models

from squaremile.kernel.models import Row

TEMPERATURES = ("ambient", "chilled", "frozen", "dry_ice")
STATES = ("arrived", "handed_over", "sent_back")
MOVES = (("", "arrived"), ("arrived", "handed_over"), ("arrived", "sent_back"))


class Parcel(Row):
    """One delivery. Its company's and staff's to see; without a company nobody knows yet whose it is."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    person = models.UUIDField(null=True)
    """For whom, where that is known."""
    addressee = models.CharField(max_length=120, blank=True)
    """What the label says."""
    carrier = models.CharField(max_length=60, blank=True)
    tracking = models.CharField(max_length=60, blank=True)
    sender = models.CharField(max_length=120, blank=True)
    pieces = models.PositiveSmallIntegerField(default=1)
    temperature = models.CharField(max_length=8, choices=[(t, t) for t in TEMPERATURES])
    dangerous = models.BooleanField(default=False)
    state = models.CharField(max_length=11, choices=[(s, s) for s in STATES])
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    arrived_at = models.DateTimeField()
    keep_by = models.DateTimeField(null=True)
    """Until when it may stand outside the cold."""
    cooled_at = models.DateTimeField(null=True)
    handed_to = models.CharField(max_length=120, blank=True)
    signature = models.TextField(blank=True)
    """Strokes as the data of an SVG path."""
    gone_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "stores_parcel"
        constraints = (
            models.CheckConstraint(name="parcel_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="parcel_temperature_known", condition=models.Q(temperature__in=TEMPERATURES)),
            models.CheckConstraint(name="parcel_cold_clocked", condition=models.Q(temperature="ambient") | models.Q(keep_by__isnull=False)),
            models.CheckConstraint(
                name="parcel_handed_over_to_somebody",
                condition=~models.Q(state="handed_over") | ~models.Q(handed_to="") & models.Q(organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="parcel_gone_dated",
                condition=models.Q(state="arrived", gone_at=None) | ~models.Q(state="arrived") & models.Q(gone_at__isnull=False),
            ),
            models.CheckConstraint(name="parcel_signature_drawn", condition=models.Q(signature__regex=r"^[ML0-9 .,-]*$")),
        )
        indexes = (models.Index(fields=["state", "arrived_at"], name="parcel_waiting"),)

    def __str__(self) -> str:
        return self.code


class ParcelTransition(Row):
    """One step of a parcel. Written by the database itself whenever the state changes."""

    parcel = models.ForeignKey("stores.Parcel", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=11, blank=True)
    after = models.CharField(max_length=11)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_parcel_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
