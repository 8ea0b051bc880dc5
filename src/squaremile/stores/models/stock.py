"""Where stock stands, how much of each lot, and every movement of it."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses

POINT_KINDS = ("stockroom", "minibar")
READERS = ("phone", "rfid")
KINDS = ("receive", "issue", "return", "count", "write_off", "move")


class StockPoint(Row):
    """A stockroom, or a cabinet that members open themselves: the minibar. Its code is on its door."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=10, choices=[(k, k) for k in POINT_KINDS])
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    reader = models.CharField(max_length=5, choices=[(r, r) for r in READERS], default="phone")
    minutes = models.PositiveSmallIntegerField(default=5)
    """How long its door stays open; then what was scanned counts, and it closes by itself."""
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "stores_stock_point"
        constraints = (
            both_names("stock_point_named"),
            code_fits_addresses("stock_point_code_fits"),
            models.CheckConstraint(name="stock_point_kind_known", condition=models.Q(kind__in=POINT_KINDS)),
            models.CheckConstraint(name="stock_point_reader_known", condition=models.Q(reader__in=READERS)),
            models.CheckConstraint(name="stock_point_minutes_sound", condition=models.Q(minutes__gte=1, minutes__lte=60)),
        )

    def __str__(self) -> str:
        return self.code


class Stock(Row):
    """How much of a lot is at a point. Kept by the database alone, from the movements; never below nothing."""

    lot = models.ForeignKey("stores.Lot", on_delete=models.PROTECT, related_name="stock")
    stock_point = models.ForeignKey("stores.StockPoint", on_delete=models.PROTECT, related_name="stock")
    on_hand = models.IntegerField()

    class Meta:
        db_table = "stores_stock"
        constraints = (
            models.UniqueConstraint(name="stock_once", fields=["lot", "stock_point"]),
            models.CheckConstraint(name="stock_never_negative", condition=models.Q(on_hand__gte=0)),
        )

    def __str__(self) -> str:
        return f"{self.lot_id}: {self.on_hand}"


class Movement(Row):
    """That so many of a lot came to a point (above nothing) or left it (below). Never changed; `origin` makes it happen once."""

    lot = models.ForeignKey("stores.Lot", on_delete=models.PROTECT, related_name="movements")
    stock_point = models.ForeignKey("stores.StockPoint", on_delete=models.PROTECT, related_name="movements")
    kind = models.CharField(max_length=10, choices=[(k, k) for k in KINDS])
    quantity = models.IntegerField()
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """For whom, of what was issued and returned."""
    person = models.UUIDField(null=True)
    opening = models.ForeignKey("stores.Opening", on_delete=models.PROTECT, null=True, related_name="movements")
    day = models.DateField()
    at = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True)
    origin = models.CharField(max_length=120, unique=True)

    class Meta:
        db_table = "stores_movement"
        constraints = (
            models.CheckConstraint(name="movement_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="movement_direction",
                condition=models.Q(kind__in=("receive", "return"), quantity__gt=0)
                | models.Q(kind__in=("issue", "write_off"), quantity__lt=0)
                | models.Q(kind__in=("count", "move")) & ~models.Q(quantity=0),
            ),
            models.CheckConstraint(
                name="movement_for_whom",
                condition=models.Q(kind__in=("issue", "return"), organisation__isnull=False)
                | ~models.Q(kind__in=("issue", "return")) & models.Q(organisation=None),
            ),
        )
        indexes = (
            models.Index(fields=["lot"], name="movement_of_lot"),
            models.Index(fields=["organisation", "at"], name="movement_of_company"),
        )

    def __str__(self) -> str:
        return self.origin
