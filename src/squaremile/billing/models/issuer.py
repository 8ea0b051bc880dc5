"""Who issues bills: the operator, a university's core, another owner of equipment."""

from django.db import models

from squaremile.billing.models.identity import TaxIdentity
from squaremile.kernel.models import Row, both_names, code_fits_addresses


class Issuer(TaxIdentity):
    """What stands at the head of its documents, how it numbers them, and its terms. Everybody may read it."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    registration = models.CharField(max_length=30, blank=True)
    representative = models.CharField(max_length=80, blank=True)
    address = models.CharField(max_length=200, blank=True)
    business_type = models.CharField(max_length=60, blank=True)
    business_item = models.CharField(max_length=60, blank=True)
    contact = models.CharField(max_length=254, blank=True)
    pay_to = models.CharField(max_length=120, blank=True)
    """Bank and account number, as it is printed."""
    currency = models.CharField(max_length=3, default="KRW")
    pay_days = models.PositiveSmallIntegerField(default=14)
    silence_days = models.PositiveSmallIntegerField(default=5)
    """A payer who says nothing for so long has accepted; 0: never by silence."""
    remind_days = models.PositiveSmallIntegerField(default=7)
    notice_days = models.PositiveSmallIntegerField(default=30)
    warn_days = models.PositiveSmallIntegerField(default=90)
    stop_days = models.PositiveSmallIntegerField(default=180)
    budgets_bind = models.BooleanField(default=False)
    """A booking that would pass the hard limit of its project's budget is refused."""

    class Meta(TaxIdentity.Meta):
        abstract = False
        db_table = "billing_issuer"
        constraints = (
            *TaxIdentity.Meta.constraints,
            both_names("issuer_named"),
            code_fits_addresses("issuer_code_fits"),
            models.CheckConstraint(
                name="issuer_dunning_rises",
                condition=models.Q(
                    remind_days__gt=0, notice_days__gt=models.F("remind_days"), warn_days__gt=models.F("notice_days"),
                    stop_days__gt=models.F("warn_days"),
                ),
            ),
        )

    def __str__(self) -> str:
        return self.name_ko or self.name_en


class IssuerNumber(Row):
    """The last number of a series in a year. Locked while a document takes the next: numbers have no gaps."""

    issuer = models.ForeignKey("billing.Issuer", on_delete=models.PROTECT, related_name="numbers")
    series = models.CharField(max_length=11)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "billing_issuer_number"
        constraints = (models.UniqueConstraint(name="issuer_number_once", fields=["issuer", "series", "year"]),)

    def __str__(self) -> str:
        return f"{self.series} {self.year} {self.last}"
