"""The shared instruments: what they are, where they stand, what they need beside them."""

import pghistory
from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick


class EquipmentKind(Row):
    """What sort of instrument: confocal microscope, flow cytometer, critical point dryer."""

    code = models.CharField(max_length=40, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "booking_equipment_kind"
        constraints = (both_names("equipment_kind_named"), code_fits_addresses("equipment_kind_code_fits"))

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name

class EquipmentClass(Row):
    """Instruments that can stand in for each other: any of them will do."""

    code = models.CharField(max_length=40, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "booking_equipment_class"
        constraints = (both_names("equipment_class_named"), code_fits_addresses("equipment_class_code_fits"))

    def __str__(self) -> str:
        return pick(self.name_ko, self.name_en)

@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), model_name="EquipmentHistory", append_only=True,
    obj_field=None, context_field=None,  # type: ignore[arg-type]
    context_id_field=None,  # type: ignore[arg-type]
    meta={"db_table": "booking_equipment_history"},
)
class Equipment(Row):
    """One instrument. Everyone in the cluster may see it; who uses it is told only to her own company."""

    STATES = ("in_service", "out_of_service", "retired")

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=160, blank=True)
    name_en = models.CharField(max_length=160, blank=True)
    kind = models.ForeignKey("booking.EquipmentKind", on_delete=models.PROTECT, related_name="equipment")
    equivalence = models.ForeignKey(
        "booking.EquipmentClass", on_delete=models.PROTECT, null=True, related_name="equipment")
    site = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="equipment")
    owner = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    maker = models.CharField(max_length=120, blank=True)
    model = models.CharField(max_length=120, blank=True)
    serial = models.CharField(max_length=80, blank=True)
    asset_number = models.CharField(max_length=40, blank=True)
    nfec_number = models.CharField(max_length=40, blank=True)
    """National research facility and equipment number (ZEUS), without which a state grant cannot pay for its use."""
    says_ko = models.TextField(blank=True)
    says_en = models.TextField(blank=True)
    photo = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    rules = models.ForeignKey("booking.BookingRules", on_delete=models.PROTECT, related_name="equipment")
    state = models.CharField(max_length=20, default="in_service", choices=[(s, s) for s in STATES])
    state_says_ko = models.CharField(max_length=300, blank=True)
    state_says_en = models.CharField(max_length=300, blank=True)
    """Why it is out of service, for everyone who looks at it."""
    needs_qualification = models.BooleanField(default=False)
    contact = models.CharField(max_length=120, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "booking_equipment"
        constraints = (
            both_names("equipment_named"),
            code_fits_addresses("equipment_code_fits"),
            models.CheckConstraint(
                name="equipment_state_known",
                condition=models.Q(state__in=("in_service", "out_of_service", "retired")),
            ),
        )
        indexes = (models.Index(fields=["site", "position"], name="equipment_of_site"),)

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name

class Link(Row):
    """Booking one instrument also takes another: a sorter needs its chiller."""

    equipment = models.ForeignKey("booking.Equipment", on_delete=models.PROTECT, related_name="links")
    needs = models.ForeignKey("booking.Equipment", on_delete=models.PROTECT, related_name="needed_by")

    class Meta:
        db_table = "booking_link"
        constraints = (
            models.UniqueConstraint(fields=["equipment", "needs"], name="link_once"),
            models.CheckConstraint(name="link_not_itself", condition=~models.Q(equipment=models.F("needs"))),
        )

    def __str__(self) -> str:
        return f"{self.equipment_id} needs {self.needs_id}"

class Manual(Row):
    """A document about an instrument."""

    equipment = models.ForeignKey("booking.Equipment", on_delete=models.PROTECT, related_name="manuals")
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    url = models.URLField(blank=True)
    title_ko = models.CharField(max_length=160, blank=True)
    title_en = models.CharField(max_length=160, blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "booking_manual"
        constraints = (
            models.CheckConstraint(
                name="manual_file_or_url",
                condition=models.Q(file__isnull=False, url="") | models.Q(file=None) & ~models.Q(url=""),
            ),
            models.CheckConstraint(name="manual_named", condition=~models.Q(title_ko="", title_en="")),
        )

    @property
    def title(self) -> str:
        return pick(self.title_ko, self.title_en)

    def __str__(self) -> str:
        return self.title
