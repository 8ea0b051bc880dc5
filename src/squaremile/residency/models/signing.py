"""What stands under a licence: its documents, the signatures, the insurance, the deposit. All of it is only added to."""

from django.db import models

from squaremile.kernel.models import Row

PARTIES = ("cluster", "company")


class LicenceDocument(Row):
    """The licence on paper, in both languages, in one PDF. An amendment is a document of its own; the old ones stay."""

    licence = models.ForeignKey("residency.Licence", on_delete=models.PROTECT, related_name="documents")
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    changes = models.TextField(blank=True)
    """What an amendment changes, a line each, in Korean; empty on the licence itself."""
    changes_en = models.TextField(blank=True)
    """The same lines in English; empty on documents from before they were kept apart."""
    made_at = models.DateTimeField()

    class Meta:
        db_table = "residency_licence_document"
        constraints = (models.UniqueConstraint(name="licence_document_numbered", fields=["licence", "number"]),)

    def __str__(self) -> str:
        return str(self.number)


class Signature(Row):
    """Who signed which document, when, from where; with the digest of the record before it."""

    licence = models.ForeignKey("residency.Licence", on_delete=models.PROTECT, related_name="signatures")
    document = models.ForeignKey("residency.LicenceDocument", on_delete=models.PROTECT, related_name="signatures")
    number = models.PositiveSmallIntegerField()
    party = models.CharField(max_length=8, choices=[(p, p) for p in PARTIES])
    signer = models.UUIDField()
    name = models.CharField(max_length=80)
    at = models.DateTimeField()
    address = models.CharField(max_length=45, blank=True)
    """The network address it came from; empty from the command line of the server itself."""
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        db_table = "residency_signature"
        constraints = (
            models.CheckConstraint(name="signature_party_known", condition=models.Q(party__in=PARTIES)),
            models.CheckConstraint(name="signature_named", condition=~models.Q(name="")),
            models.UniqueConstraint(name="signature_numbered", fields=["licence", "number"]),
            models.UniqueConstraint(name="signature_once_a_party", fields=["document", "party"]),
        )

    def __str__(self) -> str:
        return self.name


class Insurance(Row):
    """A certificate of insurance as it was shown to staff."""

    licence = models.ForeignKey("residency.Licence", on_delete=models.PROTECT, related_name="insurances")
    insurer = models.CharField(max_length=120)
    policy_number = models.CharField(max_length=60)
    expires_on = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "residency_insurance"
        constraints = (
            models.CheckConstraint(name="insurance_named", condition=~models.Q(insurer="") & ~models.Q(policy_number="")),
        )

    def __str__(self) -> str:
        return self.policy_number


class DepositPayment(Row):
    """Money that came in towards the deposit, as finance saw it."""

    licence = models.ForeignKey("residency.Licence", on_delete=models.PROTECT, related_name="deposits")
    amount = models.BigIntegerField()
    paid_on = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "residency_deposit_payment"
        constraints = (models.CheckConstraint(name="deposit_payment_positive", condition=models.Q(amount__gt=0)),)

    def __str__(self) -> str:
        return str(self.amount)
