"""Services of the house: gas and nitrogen fills, media, glass-wash, sterilisation; and what companies ask of them."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick

KINDS = ("autoclave", "glass_wash", "media", "gas", "nitrogen")
UNITS = ("run", "L", "piece")
STATES = ("asked", "accepted", "done", "refused", "cancelled")
MOVES = (
    ("", "asked"), ("asked", "accepted"), ("asked", "refused"), ("asked", "cancelled"),
    ("accepted", "done"), ("accepted", "refused"), ("accepted", "cancelled"),
)  # fmt: skip


class Service(Row):
    """One service that can be asked for. What is done is counted in its unit; its price stands on the rate card."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=10, choices=[(k, k) for k in KINDS])
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    says_ko = models.CharField(max_length=300, blank=True)
    says_en = models.CharField(max_length=300, blank=True)
    """What to bring, and how."""
    unit = models.CharField(max_length=5, choices=[(u, u) for u in UNITS])
    offered = models.BooleanField(default=True)

    class Meta:
        db_table = "stores_service"
        constraints = (
            both_names("service_named"), code_fits_addresses("service_code_fits"),
            models.CheckConstraint(name="service_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(name="service_unit_known", condition=models.Q(unit__in=UNITS)),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.code


class ServiceOrder(Row):
    """What a company asks for: its own and staff's to see."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey("stores.Service", on_delete=models.PROTECT, related_name="orders")
    amount = models.DecimalField(max_digits=9, decimal_places=2)
    wanted_on = models.DateField(null=True)
    remark = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=9, choices=[(s, s) for s in STATES])
    requested_by = models.UUIDField(null=True)
    settled_because = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    done_amount = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "stores_service_order"
        constraints = (
            models.CheckConstraint(name="service_order_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="service_order_amount_positive", condition=models.Q(amount__gt=0)),
            models.CheckConstraint(
                name="service_order_done_counted",
                condition=models.Q(state="done", done_amount__gt=0, done_at__isnull=False)
                | ~models.Q(state="done") & models.Q(done_amount=None, done_at=None),
            ),
            models.CheckConstraint(name="service_order_refused_because", condition=~models.Q(state="refused") | ~models.Q(settled_because="")),
        )
        indexes = (models.Index(fields=["state", "wanted_on"], name="service_order_waiting"),)

    def __str__(self) -> str:
        return self.code


class ServiceOrderTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    service_order = models.ForeignKey("stores.ServiceOrder", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_service_order_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
