"""Lines of a bill before it is issued, and what the payer disputes of them."""

from django.db import models

from squaremile.billing.policies.document import LINE_KINDS
from squaremile.kernel.models import Row


class LineFigures(Row):
    """What a line says, on a bill as on an issued document."""

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=[(k, k) for k in LINE_KINDS])
    item = models.CharField(max_length=40)
    label_ko = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120)
    card = models.CharField(max_length=60, blank=True)
    project = models.ForeignKey("core.Project", on_delete=models.PROTECT, null=True, related_name="+")
    subject = models.CharField(max_length=40, blank=True)
    nfec = models.CharField(max_length=40, blank=True)
    use_mode = models.CharField(max_length=10, blank=True)
    first = models.DateField()
    last = models.DateField()
    quantity = models.DecimalField(max_digits=18, decimal_places=6)
    unit = models.CharField(max_length=20, blank=True)
    unit_price = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    net = models.BigIntegerField()
    tax = models.BigIntegerField()
    gross = models.BigIntegerField()
    tax_category = models.CharField(max_length=7)
    tax_percent = models.DecimalField(max_digits=7, decimal_places=4)
    reasons = models.JSONField()

    class Meta:
        abstract = True


class BillLine(LineFigures):
    """A line of a bill that is not issued yet; written anew whenever the bill is drafted."""

    bill = models.ForeignKey("billing.Bill", on_delete=models.PROTECT, related_name="lines")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=240)

    class Meta:
        db_table = "billing_bill_line"
        constraints = (
            models.CheckConstraint(name="bill_line_adds_up", condition=models.Q(gross=models.F("net") + models.F("tax"))),
            models.UniqueConstraint(name="bill_line_once", fields=["bill", "number"]),
        )

    def __str__(self) -> str:
        return f"{self.number}"


DISPUTE_STATES = ("open", "granted", "upheld", "dropped")
DISPUTE_MOVES = (("", "open"), ("open", "granted"), ("open", "upheld"), ("open", "dropped"))


class Dispute(Row):
    """The payer does not accept a line. Granted: so much of it is taken off, as a line of its own. Upheld: it stands.
    Dropped: the payer has withdrawn it."""

    code = models.CharField(max_length=20, unique=True)
    bill = models.ForeignKey("billing.Bill", on_delete=models.PROTECT, related_name="disputes")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=240)
    reason = models.CharField(max_length=500)
    state = models.CharField(max_length=7, choices=[(s, s) for s in DISPUTE_STATES])
    taken_off = models.BigIntegerField(default=0)
    answer = models.CharField(max_length=500, blank=True)
    raised_at = models.DateTimeField()

    class Meta:
        db_table = "billing_dispute"
        constraints = (
            models.CheckConstraint(
                name="dispute_sound",
                condition=models.Q(state__in=DISPUTE_STATES) & ~models.Q(reason="")
                & (models.Q(state="granted", taken_off__gt=0) | ~models.Q(state="granted") & models.Q(taken_off=0))
                & (models.Q(state__in=("open", "dropped")) | ~models.Q(answer="")),
            ),
            models.UniqueConstraint(name="dispute_one_open_a_line", fields=["bill", "key"], condition=models.Q(state="open")),
        )

    def __str__(self) -> str:
        return self.code


class DisputeTransition(Row):
    """One step of a dispute. Written by the database itself whenever the state changes."""

    dispute = models.ForeignKey("billing.Dispute", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=7, blank=True)
    after = models.CharField(max_length=7)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "billing_dispute_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
