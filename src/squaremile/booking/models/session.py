"""Use of an instrument, from start to end."""

from django.db import models

from squaremile.kernel.models import Row


class Session(Row):
    """At most one session is open on an instrument. Seen by its company and staff."""

    code = models.CharField(max_length=20, unique=True)
    equipment = models.ForeignKey("booking.Equipment", on_delete=models.PROTECT, related_name="sessions")
    reservation = models.ForeignKey("booking.Reservation", on_delete=models.PROTECT, related_name="sessions")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="sessions")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="sessions")
    project = models.ForeignKey("core.Project", on_delete=models.PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "booking_session"
        constraints = (
            models.UniqueConstraint(fields=["equipment"], name="session_one_open", condition=models.Q(ended_at=None)),
            models.CheckConstraint(
                name="session_ends_after_start",
                condition=models.Q(ended_at=None) | models.Q(ended_at__gt=models.F("started_at")),
            ),
        )

    def __str__(self) -> str:
        return self.code
