"""Orders: what the stockroom or a company wants bought, who approved it, and what came of it."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.stores.models.item import CURRENCIES

STATES = ("requested", "approved", "declined", "ordered", "received", "cancelled")
MOVES = (
    ("", "requested"), ("requested", "approved"), ("requested", "declined"), ("requested", "cancelled"), ("approved", "ordered"),
    ("approved", "cancelled"), ("ordered", "received"), ("ordered", "cancelled"),
)  # fmt: skip


class Order(Row):
    """A request to buy. A company's is its own and staff's to see; without a company it is the stockroom's."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    supplier = models.CharField(max_length=120, blank=True)
    why = models.CharField(max_length=300, blank=True)
    wanted_on = models.DateField(null=True)
    requested_by = models.UUIDField(null=True)
    approved_by = models.UUIDField(null=True)
    settled_because = models.CharField(max_length=300, blank=True)
    ordered_as = models.CharField(max_length=60, blank=True)
    """The supplier's number of it."""
    at = models.DateTimeField()

    class Meta:
        db_table = "stores_order"
        constraints = (
            models.CheckConstraint(name="order_state_known", condition=models.Q(state__in=STATES)),
            # What the cluster buys with its own money, two people have looked at; a company's admin answers for her own.
            models.CheckConstraint(
                name="order_four_eyes",
                condition=models.Q(organisation__isnull=False) | models.Q(approved_by=None) | ~models.Q(approved_by=models.F("requested_by")),
            ),
            models.CheckConstraint(
                name="order_no_said_why",
                condition=~models.Q(state__in=("declined", "cancelled")) | ~models.Q(settled_because=""),
            ),
        )
        indexes = (models.Index(fields=["organisation", "at"], name="order_of_company"),)

    def __str__(self) -> str:
        return self.code


class OrderTransition(Row):
    """One step of an order. Written by the database itself whenever the state changes."""

    order = models.ForeignKey("stores.Order", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_order_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class OrderLine(Row):
    """So many of one thing. `received` is kept by the database from the receipts, and never more than was ordered."""

    order = models.ForeignKey("stores.Order", on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveSmallIntegerField()
    item = models.ForeignKey("stores.Item", on_delete=models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=200)
    catalogue_no = models.CharField(max_length=60, blank=True)
    pieces = models.PositiveIntegerField()
    unit_price = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    currency = models.CharField(max_length=3, choices=[(c, c) for c in CURRENCIES])
    received = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "stores_order_line"
        constraints = (
            models.UniqueConstraint(name="order_line_numbered", fields=["order", "number"]),
            models.CheckConstraint(name="order_line_not_over", condition=models.Q(received__lte=models.F("pieces"))),
            models.CheckConstraint(name="order_line_sound", condition=models.Q(pieces__gt=0) & ~models.Q(what="")),
            models.CheckConstraint(name="order_line_price_sound", condition=models.Q(unit_price=None) | models.Q(unit_price__gte=0)),
            models.CheckConstraint(name="order_line_currency_known", condition=models.Q(currency__in=CURRENCIES)),
        )

    def __str__(self) -> str:
        return self.what


class Receipt(Row):
    """That some of a line came: all of it, or a part. Never changed; `origin` makes it happen once."""

    line = models.ForeignKey("stores.OrderLine", on_delete=models.PROTECT, related_name="receipts")
    pieces = models.PositiveIntegerField()
    lot = models.ForeignKey("stores.Lot", on_delete=models.PROTECT, null=True, related_name="+")
    """The lot that it became in the stockroom; none for what is a company's own."""
    person = models.UUIDField(null=True)
    at = models.DateTimeField()
    origin = models.CharField(max_length=120, unique=True)

    class Meta:
        db_table = "stores_receipt"
        constraints = (models.CheckConstraint(name="receipt_of_something", condition=models.Q(pieces__gt=0)),)

    def __str__(self) -> str:
        return self.origin
