"""What a place costs: lists of prices by kind, each with a name and a first day. A list is never changed."""

from django.db import models

from squaremile.kernel.models import Row, both_names

KINDS = ("suite", "room", "bench", "desk", "bay", "shelf")


class PriceVersion(Row):
    """A published list. Everybody of the cluster may read it; a new list is a new version."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    currency = models.CharField(max_length=3, default="KRW")
    valid_from = models.DateField()
    created_at = models.DateTimeField()

    class Meta:
        db_table = "residency_price_version"
        constraints = (both_names("price_version_named"),)

    def __str__(self) -> str:
        return self.name_ko or self.name_en


class Price(Row):
    """A month of one place of a kind, in minor units of the version's currency."""

    version = models.ForeignKey("residency.PriceVersion", on_delete=models.PROTECT, related_name="prices")
    kind = models.CharField(max_length=20, choices=[(k, k) for k in KINDS])
    amount = models.BigIntegerField()

    class Meta:
        db_table = "residency_price"
        constraints = (
            models.CheckConstraint(name="price_not_negative", condition=models.Q(amount__gte=0)),
            models.UniqueConstraint(name="price_once_a_kind", fields=["version", "kind"]),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"
