"""What companies need of space, whom they should not or would like to sit beside, and what a control area takes."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.residency.policies.space_terms import LIMITS, URGENCY

WISHES = ("apart", "beside")


class SpaceNeed(Row):
    """How many places of which kind a company needs, now and later. Seen by its own people and by staff."""

    company = models.OneToOneField("residency.Company", on_delete=models.PROTECT, related_name="need")
    counts = models.JSONField(default=dict)
    growth = models.JSONField(default=dict)
    biosafety = models.PositiveSmallIntegerField(default=1)
    hazards = models.JSONField(default=dict)
    """Largest amount by class that it keeps at one time."""
    urgency = models.PositiveSmallIntegerField(default=5)
    """1 (least) to 9: who comes first where there is not enough."""
    said_at = models.DateTimeField()

    class Meta:
        db_table = "residency_space_need"
        constraints = (
            models.CheckConstraint(
                name="space_need_sound", condition=models.Q(biosafety__range=(1, 4), urgency__range=URGENCY)
            ),
        )

    def __str__(self) -> str:
        return str(self.company_id)


class Neighbour(Row):
    """Two companies to keep out of one room, or to seat on one floor. For staff alone: neither learns of it here."""

    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="neighbours")
    other = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    wish = models.CharField(max_length=8, choices=[(w, w) for w in WISHES])
    reason = models.CharField(max_length=300)
    said_at = models.DateTimeField()

    class Meta:
        db_table = "residency_neighbour"
        constraints = (
            models.CheckConstraint(name="neighbour_wish_known", condition=models.Q(wish__in=WISHES)),
            models.CheckConstraint(name="neighbour_in_order", condition=models.Q(company__lt=models.F("other"))),
            models.CheckConstraint(name="neighbour_reasoned", condition=~models.Q(reason="")),
            models.UniqueConstraint(name="neighbour_once", fields=["company", "other"]),
        )

    def __str__(self) -> str:
        return self.wish


class AreaLimit(Row):
    """The most of a class of hazard that a control area takes, or the biosafety level of a place. What is not said is not
    allowed there; a level that is not said is 1."""

    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    hazard = models.CharField(max_length=12, choices=[(h, h) for h in LIMITS])
    most = models.PositiveIntegerField()
    said_at = models.DateTimeField()

    class Meta:
        db_table = "residency_area_limit"
        constraints = (
            models.CheckConstraint(name="area_limit_hazard_known", condition=models.Q(hazard__in=tuple(LIMITS))),
            models.UniqueConstraint(name="area_limit_once", fields=["place", "hazard"]),
        )

    def __str__(self) -> str:
        return f"{self.hazard} {self.most}"
