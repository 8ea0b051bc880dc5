"""Courses of safety training: what is taught, in versions, and who needs it."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.safety.policies.hours import KINDS as HOURS

NEEDED_BY = ("role", "place", "instrument", "access", "class")


class Course(Row):
    """A course. `counts_as`: which hours of the Korean ledger it gives; empty where none."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    counts_as = models.CharField(max_length=8, blank=True, choices=[(k, k) for k in ("", *HOURS)])

    class Meta:
        db_table = "safety_course"
        constraints = (
            both_names("course_named"),
            code_fits_addresses("course_code_fits"),
            models.CheckConstraint(name="course_hours_known", condition=models.Q(counts_as__in=("", *HOURS))),
        )

    def __str__(self) -> str:
        return self.code


class CourseVersion(Row):
    """One version of a course; never changed. The newest is the one that is taught."""

    course = models.ForeignKey("safety.Course", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    minutes = models.PositiveIntegerField()
    valid_days = models.PositiveIntegerField(null=True)
    """How many days it counts, the day it was done included; empty: it does not end."""
    says_ko = models.TextField(blank=True)
    says_en = models.TextField(blank=True)
    questions = models.JSONField(default=list)
    """Words and choices, and whether several are right; never which ones: those are `CourseAnswers`."""
    pass_percent = models.PositiveSmallIntegerField(default=80)
    attempts_a_day = models.PositiveSmallIntegerField(default=3)
    signed_off = models.BooleanField()
    """A trainer confirms it; else the quiz alone decides."""
    redo_by = models.DateField(null=True)
    """From this day on, earlier versions count no more; empty: they go on counting."""

    class Meta:
        db_table = "safety_course_version"
        constraints = (
            models.UniqueConstraint(name="course_version_once", fields=["course", "number"]),
            models.CheckConstraint(
                name="course_version_sound",
                condition=models.Q(pass_percent__gte=1, pass_percent__lte=100, attempts_a_day__gte=1, minutes__lte=10_000)
                & (models.Q(valid_days=None) | models.Q(valid_days__gte=1, valid_days__lte=10_000)),
            ),
            # Nobody passes by doing nothing.
            models.CheckConstraint(
                name="course_version_shown", condition=models.Q(signed_off=True) | ~models.Q(questions=[])
            ),
        )

    def __str__(self) -> str:
        return f"{self.course_id} v{self.number}"


class CourseAnswers(Row):
    """Which choices are right, question by question. Read by those who edit courses and by the database as it marks."""

    version = models.OneToOneField("safety.CourseVersion", on_delete=models.PROTECT, related_name="answers")
    right = models.JSONField()

    class Meta:
        db_table = "safety_course_answers"

    def __str__(self) -> str:
        return str(self.version_id)


class CourseNeed(Row):
    """Who needs a course: holders of a role (a plan); or whoever books in a place or on an instrument, is given access to a
    place, or brings in a substance of a class (gates)."""

    course = models.ForeignKey("safety.Course", on_delete=models.PROTECT, related_name="needs")
    needed_by = models.CharField(max_length=10, choices=[(k, k) for k in NEEDED_BY])
    role = models.CharField(max_length=30, blank=True)
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, null=True, related_name="+")
    instrument = models.CharField(max_length=20, blank=True)
    """Code of an instrument: booking stands above safety, which therefore knows it by its code alone."""
    scheme = models.CharField(max_length=40, blank=True)
    hazard = models.CharField(max_length=60, blank=True)
    """A class of substances, and the scheme or rule pack that it is of."""
    since = models.DateField()
    ended_on = models.DateField(null=True)
    """The first day on which it is needed no more."""

    class Meta:
        db_table = "safety_course_need"
        constraints = (
            models.CheckConstraint(
                name="course_need_of_one",
                condition=models.Q(needed_by="role", place=None, instrument="", scheme="", hazard="") & ~models.Q(role="")
                | models.Q(needed_by__in=("place", "access"), place__isnull=False, role="", instrument="", scheme="", hazard="")
                | models.Q(needed_by="instrument", place=None, role="", scheme="", hazard="") & ~models.Q(instrument="")
                | models.Q(needed_by="class", place=None, role="", instrument="") & ~models.Q(scheme="") & ~models.Q(hazard=""),
            ),
            models.UniqueConstraint(
                name="course_need_once", fields=["course", "needed_by", "role", "place", "instrument", "scheme", "hazard"],
                nulls_distinct=False,
                condition=models.Q(ended_on=None),
            ),
        )
        indexes = (models.Index(fields=["place"], name="course_need_of_place"),)

    def __str__(self) -> str:
        return f"{self.course_id} {self.needed_by}"
