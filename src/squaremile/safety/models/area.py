"""A control area: rooms whose hazards count together, the rules in force there, and its cabinets."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses

LAB_UNITS = ("", "A", "B", "C", "D")
"""Fire hazard class of a laboratory unit (NFPA 45); empty where there is none."""


class Area(Row):
    """What everyone in the cluster may know of a control area: where it is and how it is built, not what stands in it."""

    code = models.CharField(max_length=20, unique=True)
    building = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    name_ko = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    storey = models.SmallIntegerField()
    """1 is the entrance floor, -1 the first below it; there is no 0."""
    sprinklered = models.BooleanField(default=False)
    """Sprinklers throughout the building, as the codes ask."""
    lab_unit = models.CharField(max_length=1, blank=True, choices=[(u, u) for u in LAB_UNITS])
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "safety_area"
        constraints = (
            both_names("area_named"),
            code_fits_addresses("area_code_fits"),
            models.CheckConstraint(name="area_storey_exists", condition=~models.Q(storey=0)),
            models.CheckConstraint(name="area_lab_unit_known", condition=models.Q(lab_unit__in=LAB_UNITS)),
        )
        indexes = (models.Index(fields=["building"], name="area_of_building"),)

    def __str__(self) -> str:
        return self.name_ko or self.name_en


class AreaPack(Row):
    """A rule pack in force in an area, from a day and, once it is replaced, until another (not included)."""

    area = models.ForeignKey("safety.Area", on_delete=models.PROTECT, related_name="packs")
    pack = models.CharField(max_length=40)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        db_table = "safety_area_pack"
        constraints = (
            models.CheckConstraint(
                name="area_pack_span_sound", condition=models.Q(until=None) | models.Q(until__gt=models.F("since"))
            ),
            models.UniqueConstraint(name="area_pack_once", fields=["area", "pack"], condition=models.Q(until=None)),
        )

    def __str__(self) -> str:
        return self.pack


class AreaRoom(Row):
    """A room of a control area. A room belongs to one area, or to none."""

    area = models.ForeignKey("safety.Area", on_delete=models.PROTECT, related_name="rooms")
    room = models.OneToOneField("spaces.Place", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "safety_area_room"

    def __str__(self) -> str:
        return str(self.room_id)


class Cabinet(Row):
    """A cabinet, cylinder rack or refrigerator in a room; only what is approved earns the codes' allowance."""

    code = models.CharField(max_length=20, unique=True)
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    name_ko = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    approved = models.BooleanField(default=False)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "safety_cabinet"
        constraints = (both_names("cabinet_named"), code_fits_addresses("cabinet_code_fits"))
        indexes = (models.Index(fields=["room"], name="cabinet_of_room"),)

    def __str__(self) -> str:
        return self.name_ko or self.name_en
