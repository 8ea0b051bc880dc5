"""What others pay and what was paid before: vouchers (golden tickets, public subsidies) and prepaid wallets."""

from django.db import models

from squaremile.billing.policies.credits import PERIODS
from squaremile.kernel.models import Row

SOURCES = ("golden_ticket", "subsidy", "goodwill")


class Voucher(Row):
    """A percentage of one company's bills by one issuer, up to a limit in that issuer's currency. Seen by the company and by finance."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="vouchers")
    issuer = models.ForeignKey("billing.Issuer", on_delete=models.PROTECT, null=True, related_name="vouchers")
    """Whose bills it lowers. None: granted where nobody billed yet, before vouchers had one; it lowers nothing."""
    source = models.CharField(max_length=13, choices=[(s, s) for s in SOURCES])
    title_ko = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    paid_by = models.CharField(max_length=120, blank=True)
    sponsor = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Who pays, where that is an organisation of the house: its admins see what the voucher took, and nothing of what it was for."""
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    limit = models.BigIntegerField(null=True)
    per = models.CharField(max_length=5, default="year", choices=[(p, p) for p in PERIODS])
    items = models.JSONField(default=list)
    priority = models.PositiveSmallIntegerField(default=100)
    since = models.DateField()
    until = models.DateField(null=True)
    """As it was said last: what a bill was rated by is among its `ends`."""
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    """When its end was last said anew."""

    class Meta:
        db_table = "billing_voucher"
        constraints = (
            models.CheckConstraint(
                name="voucher_sound",
                condition=models.Q(source__in=SOURCES, per__in=PERIODS, percent__gt=0, percent__lte=100)
                & (models.Q(limit=None) | models.Q(limit__gte=0)) & (models.Q(until=None) | models.Q(until__gt=models.F("since"))),
            ),
            models.CheckConstraint(
                name="voucher_sponsor_another", condition=models.Q(sponsor=None) | ~models.Q(sponsor=models.F("organisation"))
            ),
        )

    def __str__(self) -> str:
        return self.code


class VoucherEnd(Row):
    """Until when a voucher holds, said once: with its grant, and whenever its end is said anew. Never changed."""

    voucher = models.ForeignKey("billing.Voucher", on_delete=models.PROTECT, related_name="ends")
    until = models.DateField(null=True)
    said_at = models.DateTimeField()

    class Meta:
        db_table = "billing_voucher_end"

    def __str__(self) -> str:
        return f"{self.until}"


class VoucherTaken(Row):
    """What a voucher took in a month, before tax, corrections taken off: all that its sponsor (`organisation`) sees of it, under the
    names of the day on which it was first told. Written by the database itself with each document."""

    voucher = models.ForeignKey("billing.Voucher", on_delete=models.PROTECT, related_name="taken")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    title_ko = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    holder_ko = models.CharField(max_length=200, blank=True)
    holder_en = models.CharField(max_length=200, blank=True)
    month = models.DateField()
    currency = models.CharField(max_length=3)
    amount = models.BigIntegerField()

    class Meta:
        db_table = "billing_voucher_taken"
        constraints = (models.UniqueConstraint(name="voucher_taken_once", fields=["voucher", "month"]),)

    def __str__(self) -> str:
        return f"{self.code} {self.month}"


class Wallet(Row):
    """Money paid before it is owed. Its balance is the ledger's; it pays the gross of these items, or of all."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="wallets")
    issuer = models.ForeignKey("billing.Issuer", on_delete=models.PROTECT, related_name="wallets")
    title_ko = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    items = models.JSONField(default=list)
    priority = models.PositiveSmallIntegerField(default=100)
    since = models.DateField()
    until = models.DateField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "billing_wallet"
        constraints = (
            models.CheckConstraint(name="wallet_ends_later", condition=models.Q(until=None) | models.Q(until__gt=models.F("since"))),
        )

    def __str__(self) -> str:
        return self.code
