"""Tiers of membership: what they cost and what they entitle to."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.money import MINOR_DIGITS, Money
from squaremile.kernel.words import pick

ENTITLEMENTS = ("faculty_meeting", "visit_day", "symposium_seat", "search")


class Tier(Row):
    """A kind of membership. Everyone in the cluster may read what there is to join."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    dues = models.PositiveBigIntegerField()
    """For a year, in minor units of the currency."""
    currency = models.CharField(max_length=3)
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_tier"
        constraints = (
            both_names("tier_named"),
            code_fits_addresses("tier_code_fits"),
            models.CheckConstraint(name="tier_currency_known", condition=models.Q(currency__in=sorted(MINOR_DIGITS))),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    @property
    def price(self) -> Money:
        return Money(self.dues, self.currency)

    def __str__(self) -> str:
        return self.name


class Entitlement(Row):
    """How much of one thing a tier gives in a year of membership."""

    tier = models.ForeignKey("network.Tier", on_delete=models.PROTECT, related_name="entitlements")
    kind = models.CharField(max_length=20, choices=[(k, k) for k in ENTITLEMENTS])
    yearly = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "network_entitlement"
        constraints = (
            models.UniqueConstraint(fields=["tier", "kind"], name="entitlement_once_per_tier"),
            models.CheckConstraint(name="entitlement_kind_known", condition=models.Q(kind__in=ENTITLEMENTS)),
        )

    def __str__(self) -> str:
        return self.kind
