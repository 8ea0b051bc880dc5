"""Payers: what an organisation owes an issuer runs on one account."""

from django.db import models

from squaremile.billing.models.identity import TaxIdentity
from squaremile.kernel.models import Row, code_fits_addresses

SETTLEMENTS = ("invoice", "recharge")


class Account(TaxIdentity):
    """Seen by the company's admins and by finance. The month closes account by account. `card` and `payer_class` are what was said
    last: what a day's use is priced by is its terms'."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="billing_accounts")
    issuer = models.ForeignKey("billing.Issuer", on_delete=models.PROTECT, related_name="accounts")
    card = models.ForeignKey("billing.RateCard", on_delete=models.PROTECT, related_name="accounts")
    payer_class = models.CharField(max_length=40, blank=True)
    settlement = models.CharField(max_length=8, default="invoice", choices=[(s, s) for s in SETTLEMENTS])
    registration = models.CharField(max_length=30, blank=True)
    representative = models.CharField(max_length=80, blank=True)
    address = models.CharField(max_length=200, blank=True)
    business_type = models.CharField(max_length=60, blank=True)
    business_item = models.CharField(max_length=60, blank=True)
    contact = models.CharField(max_length=254, blank=True)
    purchase_order = models.CharField(max_length=60, blank=True)
    active = models.BooleanField(default=True)
    opened_at = models.DateTimeField()

    class Meta(TaxIdentity.Meta):
        abstract = False
        db_table = "billing_account"
        constraints = (
            *TaxIdentity.Meta.constraints,
            code_fits_addresses("billing_account_code_fits"),
            models.CheckConstraint(name="billing_account_settled", condition=models.Q(settlement__in=SETTLEMENTS)),
            models.UniqueConstraint(name="billing_account_once", fields=["organisation", "issuer"]),
        )

    def __str__(self) -> str:
        return self.code


class AccountTerm(Row):
    """From a day on the account pays by this card, and as this class, or prices nothing (not `active`); what is null stays as it was. The
    first holds for days before it too. Never changed: of two that begin on one day the one recorded later stands; those that begin
    later stand as well."""

    account = models.ForeignKey("billing.Account", on_delete=models.PROTECT, related_name="terms")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    card = models.ForeignKey("billing.RateCard", on_delete=models.PROTECT, null=True, related_name="+")
    payer_class = models.CharField(max_length=40, null=True)
    active = models.BooleanField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "billing_account_term"
        constraints = (
            models.CheckConstraint(
                name="account_term_says_something",
                condition=models.Q(card__isnull=False) | models.Q(payer_class__isnull=False) | models.Q(active__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.since} {self.payer_class}"
