"""Waste: whose it is, in which container since when, under whose number it counts, and how it left."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses

REGIMES = ("us", "kr", "kr-other")
STREAMS = ("halogenated", "organic", "aqueous", "acid", "base", "solid", "biological", "sharps", "other")
STATES = ("filling", "full", "stored", "picked_up")
MOVES = (
    ("", "filling"), ("filling", "full"), ("full", "stored"), ("full", "picked_up"), ("stored", "picked_up"), ("filling", "stored"),
)  # fmt: skip


class WasteGenerator(Row):
    """Who is the generator before the law: the number that waste counts under. Tenants under one number add up."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    number = models.CharField(max_length=40, blank=True)
    regime = models.CharField(max_length=8, choices=[(r, r) for r in REGIMES])
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """The company that is the generator; empty where the operator is."""

    class Meta:
        db_table = "safety_waste_generator"
        constraints = (
            both_names("waste_generator_named"), code_fits_addresses("waste_generator_code_fits"),
            models.CheckConstraint(name="waste_generator_regime_known", condition=models.Q(regime__in=REGIMES)),
        )

    def __str__(self) -> str:
        return self.code


class WastePickup(Row):
    """One collection: the carrier, its manifest, what it cost, and when the facility's signed copy came back."""

    code = models.CharField(max_length=20, unique=True)
    manifest = models.CharField(max_length=40)
    carrier = models.CharField(max_length=120)
    picked_on = models.DateField()
    cost_minor = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3)
    returned_on = models.DateField(null=True)

    class Meta:
        db_table = "safety_waste_pickup"
        constraints = (
            models.CheckConstraint(name="waste_pickup_named", condition=~models.Q(manifest="") & ~models.Q(carrier="")),
            models.CheckConstraint(name="waste_pickup_cost_sound", condition=models.Q(cost_minor__gte=0)),
            models.CheckConstraint(
                name="waste_pickup_returned_later", condition=models.Q(returned_on=None) | models.Q(returned_on__gte=models.F("picked_on"))
            ),
        )

    def __str__(self) -> str:
        return self.code


class WasteContainer(Row):
    """A waste container of one company. Each of its dates starts or stops a clock."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    generator = models.ForeignKey("safety.WasteGenerator", on_delete=models.PROTECT, related_name="containers")
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    stream = models.CharField(max_length=12, choices=[(s, s) for s in STREAMS])
    contents = models.CharField(max_length=300)
    acute = models.BooleanField(default=False)
    weight_kg = models.DecimalField(max_digits=9, decimal_places=3, null=True)
    state = models.CharField(max_length=9, choices=[(s, s) for s in STATES])
    started_on = models.DateField()
    full_on = models.DateField(null=True)
    stored_on = models.DateField(null=True)
    picked_on = models.DateField(null=True)
    pickup = models.ForeignKey("safety.WastePickup", on_delete=models.PROTECT, null=True, related_name="containers")

    class Meta:
        db_table = "safety_waste_container"
        constraints = (
            models.CheckConstraint(name="waste_stream_known", condition=models.Q(stream__in=STREAMS)),
            models.CheckConstraint(name="waste_says_what", condition=~models.Q(contents="")),
            models.CheckConstraint(name="waste_weight_positive", condition=models.Q(weight_kg=None) | models.Q(weight_kg__gt=0)),
            models.CheckConstraint(name="waste_weighed_once_full", condition=models.Q(state="filling") | models.Q(weight_kg__isnull=False)),
            models.CheckConstraint(
                name="waste_gone_by_pickup",
                condition=models.Q(state="picked_up", pickup__isnull=False, picked_on__isnull=False)
                | ~models.Q(state="picked_up") & models.Q(pickup=None, picked_on=None),
            ),
        )
        indexes = (
            models.Index(fields=["organisation", "state"], name="waste_of_company"),
            models.Index(fields=["room"], name="waste_stands_in", condition=~models.Q(state="picked_up")),
        )

    def __str__(self) -> str:
        return self.code


class WasteTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    waste = models.ForeignKey("safety.WasteContainer", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_waste_container_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
