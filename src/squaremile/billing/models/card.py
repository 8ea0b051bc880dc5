"""Rate cards, stored by version. The body is what `policies.reading` reads; what is in force is never changed."""

from django.db import models

from squaremile.kernel.models import Row, code_fits_addresses


class RateCard(Row):
    """What all versions of a card share. Prices are for everybody of the cluster to read, unless they were agreed with one payer."""

    code = models.CharField(max_length=40, unique=True)
    title_ko = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Whose alone it is, and who reads it beside finance. None: everybody's."""
    head = models.JSONField()
    """Currency, zone, rounding of tax and document."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "billing_rate_card"
        constraints = (code_fits_addresses("rate_card_code_fits"),)

    def __str__(self) -> str:
        return self.title_ko


class RateCardVersion(Row):
    """The card from a day on. A version that has begun stays as it is; one that has not may be written anew."""

    card = models.ForeignKey("billing.RateCard", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    since = models.DateField()
    body = models.JSONField()
    published_at = models.DateTimeField()

    class Meta:
        db_table = "billing_rate_card_version"
        constraints = (
            models.UniqueConstraint(name="rate_card_version_once", fields=["card", "number"]),
            models.UniqueConstraint(name="rate_card_version_one_a_day", fields=["card", "since"]),
        )

    def __str__(self) -> str:
        return f"v{self.number}"
