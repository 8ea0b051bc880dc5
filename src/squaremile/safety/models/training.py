"""What people have done: attempts at quizzes, completed trainings, the hours they owe, and their passports."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.safety.policies.hours import GRADES

WAYS = ("quiz", "sign_off")


class QuizAttempt(Row):
    """One attempt at a version's questions; never changed. Seen by herself and those who train."""

    version = models.ForeignKey("safety.CourseVersion", on_delete=models.PROTECT, related_name="attempts")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    right = models.PositiveSmallIntegerField()
    out_of = models.PositiveSmallIntegerField()
    passed = models.BooleanField()
    answers = models.JSONField()

    class Meta:
        db_table = "safety_quiz_attempt"
        constraints = (
            models.CheckConstraint(
                name="quiz_attempt_counted", condition=models.Q(right__lte=models.F("out_of"), out_of__gte=1)
            ),
        )
        indexes = (models.Index(fields=["person", "version", "at"], name="quiz_attempt_of_person"),)

    def __str__(self) -> str:
        return f"{self.right}/{self.out_of}"


class TrainingRecord(Row):
    """A completed training. It stays when she leaves: with her name as it was, for the company she did it for."""

    code = models.CharField(max_length=20, unique=True)
    version = models.ForeignKey("safety.CourseVersion", on_delete=models.PROTECT, related_name="records")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    person_name_ko = models.CharField(max_length=80, blank=True)
    person_name_en = models.CharField(max_length=80, blank=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Her company then; empty for staff, and where she belonged to several. Told to nobody else."""
    completed_on = models.DateField()
    until = models.DateField(null=True)
    minutes = models.PositiveIntegerField()
    way = models.CharField(max_length=8, choices=[(w, w) for w in WAYS])
    attempt = models.OneToOneField("safety.QuizAttempt", on_delete=models.PROTECT, null=True, related_name="record")
    signed_by = models.UUIDField(null=True)
    entered_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_why = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "safety_training_record"
        constraints = (
            models.CheckConstraint(
                name="training_shown",
                condition=models.Q(way="quiz", attempt__isnull=False, signed_by=None)
                | models.Q(way="sign_off", signed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="training_revoked_with_reason",
                condition=models.Q(revoked_at=None, revoked_why="")
                | models.Q(revoked_at__isnull=False) & ~models.Q(revoked_why=""),
            ),
            models.CheckConstraint(
                name="training_ends_later", condition=models.Q(until=None) | models.Q(until__gte=models.F("completed_on"))
            ),
        )
        indexes = (models.Index(fields=["person", "version"], name="training_of_person"),)

    def __str__(self) -> str:
        return self.code


class HoursDuty(Row):
    """How somebody works in laboratories, from which the hours follow that Korean law asks of her."""

    person = models.OneToOneField("core.User", on_delete=models.PROTECT, related_name="+")
    grade = models.CharField(max_length=6, choices=[(g, g) for g in GRADES])
    employee = models.BooleanField()
    diagnosed = models.BooleanField()
    joined_on = models.DateField()

    class Meta:
        db_table = "safety_hours_duty"
        constraints = (models.CheckConstraint(name="hours_grade_known", condition=models.Q(grade__in=GRADES)),)

    def __str__(self) -> str:
        return self.grade


class Passport(Row):
    """A signed list of her trainings that another host can check. `position` is its bit in the status list."""

    code = models.CharField(max_length=20, unique=True)
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    position = models.PositiveIntegerField(unique=True)
    key = models.CharField(max_length=60)
    """The public key that signed it."""
    document = models.JSONField()
    revoked_at = models.DateTimeField(null=True)
    revoked_why = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "safety_passport"
        constraints = (
            models.CheckConstraint(
                name="passport_revoked_with_reason",
                condition=models.Q(revoked_at=None, revoked_why="")
                | models.Q(revoked_at__isnull=False) & ~models.Q(revoked_why=""),
            ),
        )
        indexes = (models.Index(fields=["person"], name="passport_of_person"),)

    def __str__(self) -> str:
        return self.code
