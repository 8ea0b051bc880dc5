"""What the stores hold: an item of the catalogue, its price by day, and the lots it came in."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.money import MINOR_DIGITS

PACKAGES = ("piece", "bottle", "box", "bag", "pack", "roll", "tube", "kit")
DIMENSIONS = ("volume", "weight", "gas")
LOT_STATES = ("usable", "recalled")
LOT_MOVES = (("", "usable"), ("usable", "recalled"))
CURRENCIES = tuple(MINOR_DIGITS)


class Item(Row):
    """One line of the catalogue. Everybody in the cluster may see it; who takes how much of it is another table."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    package = models.CharField(max_length=10, choices=[(p, p) for p in PACKAGES])
    supplier = models.CharField(max_length=120, blank=True)
    catalogue_no = models.CharField(max_length=60, blank=True)
    barcode = models.CharField(max_length=60, blank=True)
    cas = models.CharField(max_length=12, blank=True)
    """Of a chemical: with what one package holds, it counts in the sums of the control area in which its shelf stands."""
    content = models.DecimalField(max_digits=24, decimal_places=12, null=True)
    """What one package holds, in litres, kilograms or litres of gas at NTP; `content_unit` is how people say it."""
    content_dimension = models.CharField(max_length=6, choices=[(d, d) for d in DIMENSIONS], blank=True)
    content_unit = models.CharField(max_length=12, blank=True)
    reorder_point = models.PositiveIntegerField(null=True)
    reorder_to = models.PositiveIntegerField(null=True)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "stores_item"
        constraints = (
            both_names("item_named"),
            code_fits_addresses("item_code_fits"),
            models.CheckConstraint(name="item_package_known", condition=models.Q(package__in=PACKAGES)),
            models.CheckConstraint(
                name="item_reorder_sound",
                condition=models.Q(reorder_point=None, reorder_to=None) | models.Q(reorder_to__gt=models.F("reorder_point")),
            ),
            models.CheckConstraint(
                name="item_content_sound",
                condition=models.Q(content=None, content_dimension="") | models.Q(content__gt=0, content_dimension__in=DIMENSIONS),
            ),
            # The catalogue is everybody's: that a barcode is taken tells nothing of anybody.
            models.UniqueConstraint(name="item_barcode_once", fields=["barcode"], condition=~models.Q(barcode="")),
        )

    def __str__(self) -> str:
        return self.code


class ItemPrice(Row):
    """What one package costs a company from a day on. Never changed: a new price begins on a later day."""

    item = models.ForeignKey("stores.Item", on_delete=models.PROTECT, related_name="prices")
    since = models.DateField()
    price = models.DecimalField(max_digits=14, decimal_places=4)
    currency = models.CharField(max_length=3, choices=[(c, c) for c in CURRENCIES])

    class Meta:
        db_table = "stores_item_price"
        constraints = (
            models.UniqueConstraint(name="item_price_once_a_day", fields=["item", "since"]),
            models.CheckConstraint(name="item_price_not_negative", condition=models.Q(price__gte=0)),
            models.CheckConstraint(name="item_price_currency_known", condition=models.Q(currency__in=CURRENCIES)),
        )

    def __str__(self) -> str:
        return f"{self.item_id} {self.since}"


class Lot(Row):
    """So many of an item that came from the maker as one lot. Everybody may see it, that a recall may reach everybody."""

    code = models.CharField(max_length=20, unique=True)
    item = models.ForeignKey("stores.Item", on_delete=models.PROTECT, related_name="lots")
    number = models.CharField(max_length=60)
    good_until = models.DateField(null=True)
    received_on = models.DateField()
    state = models.CharField(max_length=10, choices=[(s, s) for s in LOT_STATES])

    class Meta:
        db_table = "stores_lot"
        constraints = (
            models.CheckConstraint(name="lot_state_known", condition=models.Q(state__in=LOT_STATES)),
            models.CheckConstraint(name="lot_numbered", condition=~models.Q(number="")),
        )
        indexes = (models.Index(fields=["item"], name="lot_of_item"),)

    def __str__(self) -> str:
        return self.code


class LotTransition(Row):
    """One step of a lot's life. Written by the database itself whenever the state changes."""

    lot = models.ForeignKey("stores.Lot", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_lot_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class LotCost(Row):
    """What a lot cost the operator, and how much of it came: staff's business alone."""

    lot = models.OneToOneField("stores.Lot", on_delete=models.PROTECT, related_name="cost")
    received = models.PositiveIntegerField()
    unit_cost = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    currency = models.CharField(max_length=3, choices=[(c, c) for c in CURRENCIES])

    class Meta:
        db_table = "stores_lot_cost"
        constraints = (
            models.CheckConstraint(name="lot_cost_not_negative", condition=models.Q(unit_cost=None) | models.Q(unit_cost__gte=0)),
            models.CheckConstraint(name="lot_received_positive", condition=models.Q(received__gt=0)),
            models.CheckConstraint(name="lot_cost_currency_known", condition=models.Q(currency__in=CURRENCIES)),
        )

    def __str__(self) -> str:
        return str(self.lot_id)
