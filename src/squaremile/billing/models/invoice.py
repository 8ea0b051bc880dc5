"""Issued documents: never changed. What was wrong is put right by another document."""

from django.db import models

from squaremile.billing.models.line import LineFigures
from squaremile.billing.policies.corrections import REASONS
from squaremile.billing.policies.document import KINDS
from squaremile.kernel.models import Row


class Invoice(Row):
    """An invoice or a credit note, with both parties as they were called then. Seen by its payer's admins and finance."""

    code = models.CharField(max_length=40, unique=True)
    """The legal number."""
    issuer = models.ForeignKey("billing.Issuer", on_delete=models.PROTECT, related_name="invoices")
    account = models.ForeignKey("billing.Account", on_delete=models.PROTECT, related_name="invoices")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=11, choices=[(k, k) for k in KINDS])
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    bill = models.OneToOneField("billing.Bill", on_delete=models.PROTECT, null=True, related_name="invoice")
    corrects = models.ForeignKey("billing.Invoice", on_delete=models.PROTECT, null=True, related_name="corrections")
    replaces = models.OneToOneField("billing.Invoice", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    reason = models.CharField(max_length=20, blank=True, choices=[(r, r) for r in REASONS])
    note = models.CharField(max_length=300, blank=True)
    currency = models.CharField(max_length=3)
    settlement = models.CharField(max_length=8)
    issued_on = models.DateField()
    dated = models.DateField()
    """The day written on it for the tax office."""
    due_on = models.DateField()
    first = models.DateField()
    last = models.DateField()
    parties = models.JSONField()
    net = models.BigIntegerField()
    tax = models.BigIntegerField()
    gross = models.BigIntegerField()
    rounding = models.BigIntegerField()
    payable = models.BigIntegerField()
    taxes = models.JSONField()
    prepaid = models.JSONField()
    prepaid_total = models.BigIntegerField()
    rounding_reason = models.JSONField(null=True)
    issued_at = models.DateTimeField()

    class Meta:
        db_table = "billing_invoice"
        constraints = (
            models.CheckConstraint(
                name="invoice_adds_up",
                condition=models.Q(gross=models.F("net") + models.F("tax"))
                & models.Q(payable=models.F("gross") - models.F("prepaid_total") + models.F("rounding")),
            ),
            models.CheckConstraint(
                name="invoice_corrects_with_reason",
                condition=models.Q(kind="credit_note", corrects__isnull=False, reason__in=tuple(REASONS))
                | models.Q(kind="invoice", corrects=None, reason=""),
            ),
            models.UniqueConstraint(name="invoice_number_once", fields=["issuer", "kind", "year", "sequence"]),
        )

    def __str__(self) -> str:
        return self.code


class InvoiceLine(LineFigures):
    """A line of an issued document. `key` finds its evidence on the bill it came from."""

    invoice = models.ForeignKey("billing.Invoice", on_delete=models.PROTECT, related_name="lines")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=240)
    corrects = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "billing_invoice_line"
        constraints = (
            models.CheckConstraint(name="invoice_line_adds_up", condition=models.Q(gross=models.F("net") + models.F("tax"))),
            models.UniqueConstraint(name="invoice_line_once", fields=["invoice", "number"]),
        )

    def __str__(self) -> str:
        return f"{self.number}"
