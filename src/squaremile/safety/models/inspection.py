"""Inspections: how risky a room is, versioned checklists, and what was found when one was carried out."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.safety.policies.hours import GRADES
from squaremile.safety.policies.inspections import KINDS, SAID


class RoomRisk(Row):
    """The risk grade of a room, and whose it is; without a company it is everybody's. What a room owes follows from it."""

    room = models.OneToOneField("spaces.Place", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    grade = models.CharField(max_length=6, choices=[(g, g) for g in GRADES])
    diagnosed = models.BooleanField(default=False)
    """Whether it has to be diagnosed in depth: hazardous chemicals, harmful factors or toxic gas."""
    since = models.DateField()

    class Meta:
        db_table = "safety_room_risk"
        constraints = (models.CheckConstraint(name="room_risk_grade_known", condition=models.Q(grade__in=GRADES)),)

    def __str__(self) -> str:
        return self.grade


class InspectionList(Row):
    """A checklist as its people know it: its code, kind and names. What is asked is in its versions."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=10, choices=[(k, k) for k in KINDS])
    name_ko = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)

    class Meta:
        db_table = "safety_inspection_list"
        constraints = (
            both_names("inspection_list_named"), code_fits_addresses("inspection_list_code_fits"),
            models.CheckConstraint(name="inspection_list_kind_known", condition=models.Q(kind__in=KINDS)),
        )

    def __str__(self) -> str:
        return self.name_ko or self.name_en


class InspectionListVersion(Row):
    """What a checklist asks from a day on, how often by risk grade, and where that was read. Never changed."""

    list = models.ForeignKey("safety.InspectionList", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    items = models.JSONField()
    every_days = models.JSONField()
    """Risk grade → days from one to the next. A grade that is not there owes none."""
    diagnosed_only = models.BooleanField(default=False)
    read_in = models.CharField(max_length=300)
    certainty = models.CharField(max_length=1)
    published_at = models.DateTimeField()

    class Meta:
        db_table = "safety_inspection_list_version"
        constraints = (
            models.UniqueConstraint(name="inspection_list_version_once", fields=["list", "number"]),
            models.CheckConstraint(name="inspection_list_asks", condition=~models.Q(items=[])),
        )

    def __str__(self) -> str:
        return f"{self.list_id} {self.number}"


class Inspection(Row):
    """One that was carried out; never changed. Its room's company sees it, and who answers for safety."""

    code = models.CharField(max_length=20, unique=True)
    version = models.ForeignKey("safety.InspectionListVersion", on_delete=models.PROTECT, related_name="inspections")
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Whose room it was then; empty for one that is shared."""
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    done_on = models.DateField()
    at = models.DateTimeField()
    grade = models.PositiveSmallIntegerField(null=True)
    """The grade of an in-depth diagnosis, 1 (best) to 5."""
    remark = models.CharField(max_length=1000, blank=True)
    origin = models.CharField(max_length=120, unique=True)
    """Made from who sent it and the form it was sent with: the same form counts once."""
    again = False
    """The same form with the same content made it before."""

    class Meta:
        db_table = "safety_inspection"
        constraints = (
            models.CheckConstraint(
                name="inspection_grade_sound", condition=models.Q(grade=None) | models.Q(grade__gte=1, grade__lte=5)
            ),
        )
        indexes = (models.Index(fields=["room", "version", "done_on"], name="inspection_of_room"),)

    def __str__(self) -> str:
        return self.code


class InspectionConfirmation(Row):
    """That the head of the laboratory looked at an inspection which somebody else carried out. Never changed."""

    inspection = models.OneToOneField("safety.Inspection", on_delete=models.PROTECT, related_name="confirmation")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    remark = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "safety_inspection_confirmation"

    def __str__(self) -> str:
        return str(self.inspection_id)


class InspectionAnswer(Row):
    """One line of a checklist, answered. Never changed."""

    inspection = models.ForeignKey("safety.Inspection", on_delete=models.PROTECT, related_name="answers")
    item = models.CharField(max_length=40)
    said = models.CharField(max_length=4, choices=[(s, s) for s in SAID])
    remark = models.CharField(max_length=500, blank=True)
    photo = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "safety_inspection_answer"
        constraints = (
            models.UniqueConstraint(name="inspection_answer_once", fields=["inspection", "item"]),
            models.CheckConstraint(name="inspection_answer_known", condition=models.Q(said__in=SAID)),
        )

    def __str__(self) -> str:
        return f"{self.item}: {self.said}"
