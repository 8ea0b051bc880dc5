"""A seat at an event: that it is taken is for everyone who sees the event; by whom, for herself and liaison staff."""

from django.db import models

from squaremile.kernel.models import Row, code_fits_addresses

STATES = ("going", "waiting", "cancelled")


class Seat(Row):
    """That somebody comes or waits, and in which order she asked. The database counts these against the capacity."""

    event = models.ForeignKey("network.Event", on_delete=models.PROTECT, related_name="seats")
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    turn = models.PositiveIntegerField()
    """Her place in the order of asking."""

    class Meta:
        db_table = "network_seat"
        constraints = (
            models.CheckConstraint(name="seat_state_known", condition=models.Q(state__in=STATES)),
            models.UniqueConstraint(fields=["event", "turn"], name="seat_turn_once"),
        )
        indexes = (models.Index(fields=["event", "state"], name="seat_of_event"),)

    def __str__(self) -> str:
        return f"{self.turn} {self.state}"


class SeatHolder(Row):
    """Who has the seat, and whether she has arrived. Its code stands on her badge."""

    code = models.CharField(max_length=20, unique=True)
    seat = models.OneToOneField("network.Seat", on_delete=models.PROTECT, related_name="holder")
    event = models.ForeignKey("network.Event", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    checked_in_at = models.DateTimeField(null=True)
    checked_in_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "network_seat_holder"
        constraints = (
            code_fits_addresses("seat_holder_code_fits"),
            models.UniqueConstraint(fields=["event", "person"], name="seat_holder_once"),
            models.CheckConstraint(
                name="seat_holder_checked_in_paired",
                condition=models.Q(checked_in_at=None, checked_in_by=None)
                | models.Q(checked_in_at__isnull=False, checked_in_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.code
