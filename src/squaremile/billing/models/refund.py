"""Money that went back: of a deposit, of a credit, of a wallet. And payments that a provider was asked for."""

from django.db import models

from squaremile.kernel.models import Row

SOURCES = ("deposit", "credit", "wallet")


class Refund(Row):
    """What was paid back and what of. A credit is a payment or a credit note that is not matched with anything."""

    code = models.CharField(max_length=20, unique=True)
    account = models.ForeignKey("billing.Account", on_delete=models.PROTECT, related_name="refunds")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=7, choices=[(s, s) for s in SOURCES])
    wallet = models.ForeignKey("billing.Wallet", on_delete=models.PROTECT, null=True, related_name="refunds")
    payment = models.ForeignKey("billing.Payment", on_delete=models.PROTECT, null=True, related_name="refunds")
    credit_note = models.ForeignKey("billing.Invoice", on_delete=models.PROTECT, null=True, related_name="refunds")
    amount = models.BigIntegerField()
    paid_on = models.DateField()
    reference = models.CharField(max_length=120)
    origin = models.CharField(max_length=160, unique=True)
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "billing_refund"
        constraints = (
            models.CheckConstraint(
                name="refund_of_one_thing",
                condition=models.Q(amount__gt=0) & (
                    models.Q(source="deposit", wallet=None, payment=None, credit_note=None)
                    | models.Q(source="wallet", wallet__isnull=False, payment=None, credit_note=None)
                    | models.Q(source="credit", wallet=None, payment__isnull=False, credit_note=None)
                    | models.Q(source="credit", wallet=None, payment=None, credit_note__isnull=False)
                ),
            ),
        )

    def __str__(self) -> str:
        return self.code
