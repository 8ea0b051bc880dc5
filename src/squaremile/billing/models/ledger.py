"""The books: double entry, append-only, balanced by the database. And money that came in."""

from django.db import models

from squaremile.kernel.models import Row

BOOKS = (
    "bank", "receivable", "wallet", "deposit", "tax", "rounding", "voucher", "revenue:use", "revenue:late", "revenue:rent",
    "revenue:membership", "revenue:adjustment",
)  # fmt: skip


class Entry(Row):
    """Something that moved money between books. `origin` makes it happen once."""

    issuer = models.ForeignKey("billing.Issuer", on_delete=models.PROTECT, related_name="entries")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    currency = models.CharField(max_length=3)
    day = models.DateField()
    origin = models.CharField(max_length=120, unique=True)
    says = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "billing_entry"

    def __str__(self) -> str:
        return self.origin


class Posting(Row):
    """One side of an entry: debit above nought, credit below, in minor units. An entry's postings add up to nought."""

    entry = models.ForeignKey("billing.Entry", on_delete=models.PROTECT, related_name="postings")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    book = models.CharField(max_length=20, choices=[(b, b) for b in BOOKS])
    amount = models.BigIntegerField()
    wallet = models.ForeignKey("billing.Wallet", on_delete=models.PROTECT, null=True, related_name="postings")

    class Meta:
        db_table = "billing_posting"
        constraints = (
            models.CheckConstraint(name="posting_book_known", condition=models.Q(book__in=BOOKS)),
            models.CheckConstraint(name="posting_moves_something", condition=~models.Q(amount=0)),
            models.CheckConstraint(
                name="posting_wallet_named",
                condition=models.Q(book="wallet", wallet__isnull=False) | ~models.Q(book="wallet") & models.Q(wallet=None),
            ),
        )
        indexes = (models.Index(fields=["wallet"], name="posting_of_wallet"),)

    def __str__(self) -> str:
        return f"{self.book} {self.amount}"


class Payment(Row):
    """Money that came in on an account. What is matched with nothing yet stands to the payer's credit."""

    code = models.CharField(max_length=20, unique=True)
    account = models.ForeignKey("billing.Account", on_delete=models.PROTECT, related_name="payments")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    amount = models.BigIntegerField()
    paid_on = models.DateField()
    reference = models.CharField(max_length=120, blank=True)
    origin = models.CharField(max_length=160, unique=True)
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "billing_payment"
        constraints = (models.CheckConstraint(name="payment_positive", condition=models.Q(amount__gt=0)),)

    def __str__(self) -> str:
        return self.code


class Match(Row):
    """So much of a payment, or of a credit note, goes to an invoice. Never changed."""

    invoice = models.ForeignKey("billing.Invoice", on_delete=models.PROTECT, related_name="matches")
    payment = models.ForeignKey("billing.Payment", on_delete=models.PROTECT, null=True, related_name="matches")
    credit_note = models.ForeignKey("billing.Invoice", on_delete=models.PROTECT, null=True, related_name="gives")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    amount = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "billing_match"
        constraints = (
            models.CheckConstraint(
                name="match_of_one_thing",
                condition=models.Q(amount__gt=0)
                & (models.Q(payment__isnull=False, credit_note=None) | models.Q(payment=None, credit_note__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.amount}"
