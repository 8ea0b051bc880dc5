"""Korean electronic tax invoices on their way to the tax office."""

from django.db import models

from squaremile.kernel.models import Row

FILING_STATES = ("prepared", "sent", "accepted", "refused")
FILING_MOVES = (("", "prepared"), ("prepared", "sent"), ("prepared", "accepted"), ("sent", "accepted"), ("sent", "refused"), ("refused", "prepared"))
"""Accepted without having been sent from here: it was entered at the tax office by hand, and its number here."""


class TaxFiling(Row):
    """One tax invoice: an issued document has one for each kind of tax. `origin` is the key that it is sent under, once."""

    code = models.CharField(max_length=20, unique=True)
    invoice = models.ForeignKey("billing.Invoice", on_delete=models.PROTECT, related_name="filings")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    origin = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=2)
    state = models.CharField(max_length=8, choices=[(s, s) for s in FILING_STATES])
    written_on = models.DateField()
    due_on = models.DateField()
    supply = models.BigIntegerField()
    tax = models.BigIntegerField()
    message = models.JSONField()
    """The row under `exports.etax.HEAD`, as it goes out."""
    approval = models.CharField(max_length=24, blank=True)
    answer_ko = models.CharField(max_length=300, blank=True)
    answer_en = models.CharField(max_length=300, blank=True)
    prepared_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "billing_tax_filing"
        constraints = (
            models.CheckConstraint(name="filing_state_known", condition=models.Q(state__in=FILING_STATES)),
            models.CheckConstraint(
                name="filing_approved",
                condition=models.Q(state="accepted", approval__regex="^[0-9A-Za-z]{24}$") | ~models.Q(state="accepted") & models.Q(approval=""),
            ),
        )

    def __str__(self) -> str:
        return self.code


class TaxFilingTransition(Row):
    """One step of a filing. Written by the database itself whenever the state changes."""

    filing = models.ForeignKey("billing.TaxFiling", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "billing_tax_filing_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
