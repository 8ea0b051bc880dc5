"""Dated sessions of a course: when, where, by whom, for how many; who comes, who waits, and who was there."""

from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period

STATES = ("announced", "held", "cancelled")
MOVES = (("", "announced"), ("announced", "held"), ("announced", "cancelled"))
COMING = ("coming", "waiting", "given_up", "attended", "missed")
SEAT_MOVES = (
    ("", "coming"), ("", "waiting"), ("waiting", "coming"), ("coming", "given_up"), ("waiting", "given_up"),
    ("given_up", "coming"), ("given_up", "waiting"), ("coming", "attended"), ("coming", "missed"), ("waiting", "missed"),
    ("missed", "attended"),
)  # fmt: skip


class TrainingSession(Row):
    """One session, which everybody in the cluster may know."""

    code = models.CharField(max_length=20, unique=True)
    course = models.ForeignKey("safety.Course", on_delete=models.PROTECT, related_name="sessions")
    trainer = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, null=True, related_name="+")
    period = PeriodField()
    places = models.PositiveSmallIntegerField()
    """How many may come."""
    state = models.CharField(max_length=9, choices=[(s, s) for s in STATES])

    class Meta:
        db_table = "safety_training_session"
        constraints = (
            sound_period("period", "training_session_period_sound"),
            models.CheckConstraint(name="training_session_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="training_session_places_some", condition=models.Q(places__gte=1, places__lte=1000)),
        )
        indexes = (models.Index(fields=["course", "state"], name="training_session_of_course"),)

    def __str__(self) -> str:
        return self.code


class TrainingSessionTransition(Row):
    """One step of a session. Written by the database itself whenever the state changes."""

    training_session = models.ForeignKey("safety.TrainingSession", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_training_session_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class TrainingSeat(Row):
    """That somebody comes to a session, waits for a place, or was there: seen by herself, her colleagues and those who train."""

    session = models.ForeignKey("safety.TrainingSession", on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    """Since when she asks for a place: who waits longest is next."""
    state = models.CharField(max_length=8, choices=[(s, s) for s in COMING])
    record = models.OneToOneField("safety.TrainingRecord", on_delete=models.PROTECT, null=True, related_name="seat")
    """The completed training that her attendance became; empty where its quiz was not passed yet."""

    class Meta:
        db_table = "safety_training_seat"
        constraints = (
            models.UniqueConstraint(name="training_seat_once", fields=["session", "person"]),
            models.CheckConstraint(name="training_seat_state_known", condition=models.Q(state__in=COMING)),
            models.CheckConstraint(
                name="training_seat_record_attended", condition=models.Q(record=None) | models.Q(state="attended")
            ),
        )
        indexes = (models.Index(fields=["person"], name="training_seat_of_person"),)

    def __str__(self) -> str:
        return self.state


class TrainingSeatTransition(Row):
    """One step of a seat. Written by the database itself whenever the state changes."""

    training_seat = models.ForeignKey("safety.TrainingSeat", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_training_seat_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
