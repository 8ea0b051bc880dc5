"""An offer: places kept for a company until a moment, and the terms of the licence it would have."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period

STATES = ("open", "accepted", "declined", "withdrawn", "lapsed")
MOVES = (("", "open"), ("open", "accepted"), ("open", "declined"), ("open", "withdrawn"), ("open", "lapsed"))


class Offer(Row):
    """The terms under which a licence is offered, and then held. Seen by its company and by staff."""

    licence = models.OneToOneField("residency.Licence", on_delete=models.PROTECT, related_name="offer")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="offers")
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    until = models.DateTimeField()
    """The places are kept until then."""
    sign_by = models.DateTimeField(null=True)
    """Accepted, they are kept until then for both to sign; empty on offers from before there was such a day."""
    price_version = models.ForeignKey("residency.PriceVersion", on_delete=models.PROTECT, related_name="offers")
    rent = models.BigIntegerField()
    """A month of all places together, by the price version, in minor units."""
    deposit = models.BigIntegerField()
    notice_months = models.PositiveSmallIntegerField()
    most_people = models.PositiveSmallIntegerField()
    permitted_use = models.CharField(max_length=300)
    covenants = models.JSONField(default=list)
    freed = models.BooleanField(default=False)
    """The places of an offer that came to nothing are free again."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "residency_offer"
        constraints = (
            models.CheckConstraint(name="offer_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="offer_terms_sound",
                condition=models.Q(rent__gte=0, deposit__gte=0, notice_months__range=(0, 24), most_people__range=(1, 1000))
                & ~models.Q(permitted_use=""),
            ),
            models.CheckConstraint(
                name="offer_sign_by_sound", condition=models.Q(sign_by=None) | models.Q(sign_by__gte=models.F("until"))
            ),
        )

    def __str__(self) -> str:
        return str(self.licence_id)


class OfferTransition(Row):
    """One step of an offer's life. Written by the database itself whenever the state changes."""

    offer = models.ForeignKey("residency.Offer", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_offer_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class LicencePlace(Row):
    """A place under a licence for a time, and the occupancy that keeps it. Two licences never have one place at a time."""

    licence = models.ForeignKey("residency.Licence", on_delete=models.PROTECT, related_name="places")
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    occupancy = models.OneToOneField("spaces.Occupancy", on_delete=models.PROTECT, related_name="+")
    period = PeriodField()
    live = models.BooleanField(default=True)
    amendment = models.ForeignKey("residency.Amendment", null=True, on_delete=models.PROTECT, related_name="brings")
    """The amendment that it comes with; none for what the licence began with."""
    given_up_by = models.ForeignKey("residency.Amendment", null=True, on_delete=models.PROTECT, related_name="gives_up")

    class Meta:
        db_table = "residency_licence_place"
        constraints = (
            sound_period("period", "licence_place_period_sound"),
            ExclusionConstraint(
                name="licence_place_no_overlap",
                expressions=[("place", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                condition=models.Q(live=True),
            ),
        )

    def __str__(self) -> str:
        return str(self.place_id)
