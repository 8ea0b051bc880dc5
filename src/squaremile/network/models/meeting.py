"""A meeting with its slot and table, what each thought of it, and what the two agreed."""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("planned", "held", "missed", "cancelled")


class Meeting(Row):
    """Two participants at a table in a slot. Seen by the two and by liaison staff.

    The database keeps an engagement for each of the two, so that neither can be elsewhere.
    """

    code = models.CharField(max_length=20, unique=True)
    event = models.ForeignKey("network.Event", on_delete=models.PROTECT, related_name="meetings")
    request = models.ForeignKey("network.MeetingRequest", on_delete=models.PROTECT, related_name="meetings")
    first = models.ForeignKey("network.Participant", on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey("network.Participant", on_delete=models.PROTECT, related_name="+")
    slot = models.ForeignKey("network.MeetingSlot", on_delete=models.PROTECT, related_name="meetings")
    table = models.ForeignKey("network.MeetingTable", on_delete=models.PROTECT, related_name="meetings")
    fixed = models.BooleanField(default=False)
    """Chosen by people: a new timetable leaves it where it is."""
    state = models.CharField(max_length=10, default="planned", choices=[(s, s) for s in STATES])
    absent = models.ForeignKey("network.Participant", on_delete=models.PROTECT, null=True, related_name="+")
    """Who did not come, where it was missed by one of the two."""
    made_at = models.DateTimeField()

    class Meta:
        db_table = "network_meeting"
        constraints = (
            models.CheckConstraint(name="meeting_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="meeting_absent_missed", condition=models.Q(absent=None) | models.Q(state="missed")
            ),
            models.UniqueConstraint(
                fields=["table", "slot"], condition=~models.Q(state="cancelled"), name="meeting_table_once"
            ),
            models.UniqueConstraint(
                fields=["request"], condition=~models.Q(state="cancelled"), name="meeting_of_request_once"
            ),
        )
        indexes = (models.Index(fields=["event", "state"], name="meeting_of_event"),)

    def __str__(self) -> str:
        return self.code


class MeetingFeedback(Row):
    """What one of the two thought of it. Private: seen by herself and liaison staff."""

    meeting = models.ForeignKey("network.Meeting", on_delete=models.PROTECT, related_name="feedback")
    participant = models.ForeignKey("network.Participant", on_delete=models.PROTECT, related_name="+")
    rating = models.PositiveSmallIntegerField()
    """1 no use, 2 some use, 3 very useful."""
    says = models.CharField(max_length=1000, blank=True)
    given_at = models.DateTimeField()

    class Meta:
        db_table = "network_meeting_feedback"
        constraints = (
            models.UniqueConstraint(fields=["meeting", "participant"], name="meeting_feedback_once"),
            models.CheckConstraint(name="meeting_feedback_rating_known", condition=models.Q(rating__range=(1, 3))),
        )

    def __str__(self) -> str:
        return str(self.rating)


class FollowUp(Row):
    """A next step the two agreed on: who, what, until when. Seen by the two and by liaison staff."""

    code = models.CharField(max_length=20, unique=True)
    meeting = models.ForeignKey("network.Meeting", on_delete=models.PROTECT, related_name="steps")
    owner = models.ForeignKey("network.Participant", on_delete=models.PROTECT, related_name="+")
    says = models.CharField(max_length=500)
    due = models.DateField()
    agreed_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "network_follow_up"
        constraints = (
            models.CheckConstraint(
                name="follow_up_done_paired",
                condition=models.Q(done_at=None, done_by=None) | models.Q(done_at__isnull=False, done_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.code
