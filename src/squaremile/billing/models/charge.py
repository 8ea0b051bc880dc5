"""What one use or one month of a contract costs, with every reason; and what looked odd about it."""

from django.db import models

from squaremile.billing.policies.document import LINE_KINDS
from squaremile.kernel.models import Row

EXCEPTIONS = ("unpriced", "no_check_in", "overrun", "no_account", "variance", "late", "negative", "inconsistent", "untrained")


class Charge(Row):
    """One rated amount. `key` is the bill's line that it is added up in; `reasons` are stored, never computed anew."""

    bill = models.ForeignKey("billing.Bill", on_delete=models.PROTECT, related_name="charges")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=240)
    kind = models.CharField(max_length=10, choices=[(k, k) for k in LINE_KINDS])
    month = models.DateField()
    """The month it is of, which may be before the bill's."""
    origin = models.CharField(max_length=160)
    part = models.PositiveSmallIntegerField(default=0)
    contract = models.ForeignKey("billing.Contract", on_delete=models.PROTECT, null=True, related_name="charges")
    item = models.CharField(max_length=40)
    label_ko = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120)
    card = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField(default=0)
    project = models.ForeignKey("core.Project", on_delete=models.PROTECT, null=True, related_name="+")
    person = models.UUIDField(null=True)
    subject = models.CharField(max_length=40, blank=True)
    nfec = models.CharField(max_length=40, blank=True)
    use_mode = models.CharField(max_length=10, blank=True)
    first = models.DateField()
    last = models.DateField()
    start = models.DateTimeField(null=True)
    end = models.DateTimeField(null=True)
    quantity = models.DecimalField(max_digits=18, decimal_places=6)
    unit = models.CharField(max_length=20)
    amount = models.BigIntegerField()
    net = models.BigIntegerField()
    tax_code = models.CharField(max_length=40)
    tax_category = models.CharField(max_length=7)
    tax_percent = models.DecimalField(max_digits=7, decimal_places=4)
    reasons = models.JSONField()

    class Meta:
        db_table = "billing_charge"
        constraints = (models.UniqueConstraint(name="charge_once", fields=["bill", "origin", "part"]),)
        indexes = (
            models.Index(fields=["bill", "key"], name="charge_of_line"),
            models.Index(fields=["origin"], name="charge_of_event"),
        )

    def __str__(self) -> str:
        return self.origin


class BillException(Row):
    """Something that staff look at before a bill goes out. One that `blocks` has to be cleared, with a remark."""

    code = models.CharField(max_length=20, unique=True)
    close = models.ForeignKey("billing.Close", on_delete=models.PROTECT, related_name="exceptions")
    bill = models.ForeignKey("billing.Bill", on_delete=models.PROTECT, null=True, related_name="exceptions")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(k, k) for k in EXCEPTIONS])
    origin_of = models.CharField(max_length=160, blank=True)
    says_ko = models.CharField(max_length=300)
    says_en = models.CharField(max_length=300)
    blocks = models.BooleanField()
    cleared_at = models.DateTimeField(null=True)
    cleared_by = models.UUIDField(null=True)
    remark = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "billing_exception"
        constraints = (
            models.UniqueConstraint(name="bill_exception_once", fields=["close", "organisation", "kind", "origin_of"]),
            models.CheckConstraint(
                name="bill_exception_cleared",
                condition=models.Q(cleared_at=None, cleared_by=None, remark="")
                | models.Q(cleared_at__isnull=False, cleared_by__isnull=False) & ~models.Q(remark=""),
            ),
        )

    def __str__(self) -> str:
        return self.code


class MissedBooking(Row):
    """A booking that nobody came to, as booking told: staff look whether it is to be billed. Written once."""

    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    reservation_code = models.CharField(max_length=20)
    subject = models.CharField(max_length=40, blank=True)
    """The instrument: by it the account is found whose exception this is."""
    start = models.DateTimeField()
    origin = models.CharField(max_length=120, unique=True)
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "billing_missed_booking"

    def __str__(self) -> str:
        return self.reservation_code
