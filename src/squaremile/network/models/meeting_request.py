"""A wish of one participant to meet another, and the answer."""

from django.db import models
from django.db.models.functions import Greatest, Least

from squaremile.kernel.models import Row

STATES = ("asked", "accepted", "declined", "withdrawn")


class MeetingRequest(Row):
    """Seen by the two and by liaison staff; nobody else learns that it exists."""

    code = models.CharField(max_length=20, unique=True)
    event = models.ForeignKey("network.Event", on_delete=models.PROTECT, related_name="requests")
    asker = models.ForeignKey("network.Participant", on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey("network.Participant", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    priority = models.PositiveSmallIntegerField()
    """1 would be good, 2 important, 3 a must."""
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    asked_at = models.DateTimeField()

    class Meta:
        db_table = "network_meeting_request"
        constraints = (
            models.CheckConstraint(name="meeting_request_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="meeting_request_priority_known", condition=models.Q(priority__range=(1, 3))),
            models.CheckConstraint(
                name="meeting_request_not_oneself", condition=~models.Q(asker=models.F("asked"))
            ),
            models.UniqueConstraint(
                Least("asker", "asked"), Greatest("asker", "asked"), condition=~models.Q(state="withdrawn"),
                name="meeting_request_once",
            ),
        )
        indexes = (models.Index(fields=["event", "state"], name="meeting_request_of_event"),)

    def __str__(self) -> str:
        return self.code


class RequestAnswer(Row):
    """Why a request was declined. Seen by whoever declined and by liaison staff, never by whoever asked."""

    request = models.OneToOneField("network.MeetingRequest", on_delete=models.PROTECT, related_name="answer")
    answerer = models.ForeignKey("network.Participant", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    answered_at = models.DateTimeField()

    class Meta:
        db_table = "network_request_answer"

    def __str__(self) -> str:
        return str(self.request_id)
