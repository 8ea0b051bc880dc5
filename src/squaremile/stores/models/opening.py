"""The minibar: a door that somebody opened, what she says she took, and what it costs."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.stores.models.item import CURRENCIES

STATES = ("open", "closed", "lapsed")
MOVES = (("", "open"), ("open", "closed"), ("open", "lapsed"))
CHARGE_STATES = ("charged", "disputed", "credited", "upheld")
CHARGE_MOVES = (("", "charged"), ("charged", "disputed"), ("disputed", "credited"), ("disputed", "upheld"))


class Opening(Row):
    """That a member opened a minibar: its clock, and the contents before and after. Her company's and staff's to see."""

    code = models.CharField(max_length=20, unique=True)
    stock_point = models.ForeignKey("stores.StockPoint", on_delete=models.PROTECT, related_name="openings")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    project = models.ForeignKey("core.Project", on_delete=models.PROTECT, null=True, related_name="+")
    person = models.UUIDField()
    state = models.CharField(max_length=6, choices=[(s, s) for s in STATES])
    opened_at = models.DateTimeField()
    closes_by = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(null=True)

    class Meta:
        db_table = "stores_opening"
        constraints = (
            models.CheckConstraint(name="opening_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="opening_clock_sound", condition=models.Q(closes_by__gt=models.F("opened_at"))),
            models.CheckConstraint(
                name="opening_closed_dated",
                condition=models.Q(state="open", closed_at=None) | ~models.Q(state="open") & models.Q(closed_at__isnull=False),
            ),
            # That a door stands open is seen by everybody in the corridor.
            models.UniqueConstraint(name="opening_one_a_door", fields=["stock_point"], condition=models.Q(state="open")),
        )
        indexes = (models.Index(fields=["organisation", "opened_at"], name="opening_of_company"),)

    def __str__(self) -> str:
        return self.code


class OpeningTransition(Row):
    """One step of an opening. Written by the database itself whenever the state changes."""

    opening = models.ForeignKey("stores.Opening", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=6, blank=True)
    after = models.CharField(max_length=6)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_opening_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Taking(Row):
    """How many of a lot are on the list of an open door; nothing where they were put back."""

    opening = models.ForeignKey("stores.Opening", on_delete=models.PROTECT, related_name="takings")
    lot = models.ForeignKey("stores.Lot", on_delete=models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField()

    class Meta:
        db_table = "stores_taking"
        constraints = (models.UniqueConstraint(name="taking_once", fields=["opening", "lot"]),)

    def __str__(self) -> str:
        return f"{self.lot_id}: {self.quantity}"


class Charge(Row):
    """What a movement costs a company, at the price of its day. It can be disputed until a moment, and then stands."""

    code = models.CharField(max_length=20, unique=True)
    movement = models.OneToOneField("stores.Movement", on_delete=models.PROTECT, related_name="charge")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    project = models.ForeignKey("core.Project", on_delete=models.PROTECT, null=True, related_name="+")
    event = models.OneToOneField("metering.UsageEvent", on_delete=models.PROTECT, null=True, related_name="+")
    """What billing prices; none where the item costs nothing."""
    quantity = models.PositiveIntegerField()
    unit_price = models.DecimalField(max_digits=14, decimal_places=4)
    currency = models.CharField(max_length=3, choices=[(c, c) for c in CURRENCIES])
    minor = models.BigIntegerField()
    """The amount in minor units: quantity × price, rounded once."""
    state = models.CharField(max_length=8, choices=[(s, s) for s in CHARGE_STATES])
    at = models.DateTimeField()
    dispute_until = models.DateTimeField()
    disputed_because = models.CharField(max_length=300, blank=True)
    settled_because = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "stores_charge"
        constraints = (
            models.CheckConstraint(name="charge_state_known", condition=models.Q(state__in=CHARGE_STATES)),
            models.CheckConstraint(name="charge_currency_known", condition=models.Q(currency__in=CURRENCIES)),
            models.CheckConstraint(name="charge_amount_sound", condition=models.Q(quantity__gt=0, minor__gte=0)),
            models.CheckConstraint(
                name="charge_reasons_given",
                condition=models.Q(state="charged") | ~models.Q(disputed_because="") & (
                    models.Q(state="disputed") | ~models.Q(settled_because="")
                ),
            ),
        )
        indexes = (models.Index(fields=["organisation", "at"], name="charge_of_company"),)

    def __str__(self) -> str:
        return self.code


class ChargeTransition(Row):
    """One step of a charge. Written by the database itself whenever the state changes."""

    charge = models.ForeignKey("stores.Charge", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_charge_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
