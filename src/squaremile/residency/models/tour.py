"""Tours: the hours that are offered, and who comes."""

from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period

STATES = ("booked", "cancelled", "attended", "missed")
MOVES = (("", "booked"), ("booked", "cancelled"), ("booked", "attended"), ("booked", "missed"))


class TourSlot(Row):
    """An hour in which a guide shows people round. Seen by everybody while it is open."""

    code = models.CharField(max_length=20, unique=True)
    period = PeriodField()
    places = models.PositiveSmallIntegerField()
    """How many people it takes."""
    taken = models.PositiveSmallIntegerField(default=0)
    """How many are coming; counted by the database."""
    open = models.BooleanField(default=True)
    host = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    meeting_ko = models.CharField(max_length=200, blank=True)
    meeting_en = models.CharField(max_length=200, blank=True)
    """Where to come."""
    route = models.TextField(blank=True)
    """For the guide alone: which rooms, and which not."""

    class Meta:
        db_table = "residency_tour_slot"
        constraints = (
            sound_period("period", "tour_slot_period_sound"),
            models.CheckConstraint(name="tour_slot_places_sound", condition=models.Q(places__range=(1, 50))),
            models.CheckConstraint(name="tour_slot_not_overfull", condition=models.Q(taken__lte=models.F("places"))),
        )

    def __str__(self) -> str:
        return self.code


class Tour(Row):
    """One enquiry's booking of a slot, with the visitor agreement as it was signed. Seen by programme staff."""

    code = models.CharField(max_length=20, unique=True)
    slot = models.ForeignKey("residency.TourSlot", on_delete=models.PROTECT, related_name="tours")
    lead = models.ForeignKey("residency.Lead", on_delete=models.PROTECT, related_name="tours")
    party = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    signed_name = models.CharField(max_length=80)
    signed_at = models.DateTimeField()
    agreement = models.CharField(max_length=64)
    """SHA-256 of the words that were signed, in the language of the signer."""
    agreement_said = models.TextField(blank=True, default="")
    """Those words themselves; empty on bookings from before they were kept."""
    secret_hash = models.CharField(max_length=64, unique=True)
    """Of the secret in the mail, by which the visitor can cancel."""

    class Meta:
        db_table = "residency_tour"
        constraints = (
            models.CheckConstraint(name="tour_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="tour_party_sound", condition=models.Q(party__range=(1, 50))),
            models.CheckConstraint(name="tour_signed", condition=~models.Q(signed_name="")),
            models.UniqueConstraint(name="tour_once_a_lead", fields=["lead"], condition=models.Q(state="booked")),
        )

    def __str__(self) -> str:
        return self.code


class TourTransition(Row):
    """One step of a booking. Written by the database itself whenever the state changes."""

    tour = models.ForeignKey("residency.Tour", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_tour_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
