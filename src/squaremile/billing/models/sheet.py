"""The uses of one line of a bill side by side: what they share said once, and the figures of each use in columns."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from squaremile.billing.policies.document import LINE_KINDS
from squaremile.kernel.models import Row


def _figures(*, null: bool = False) -> "ArrayField[list[int], list[int]]":
    return ArrayField(models.BigIntegerField(), null=null)


_WHOLE = models.Q(**{f"{name}__len": models.F("lines") for name in ("uses", "counted", "amounts", "nets")}) & (
    models.Q(before=None) | models.Q(before__len=models.F("lines"))
) & (models.Q(total=None) | models.Q(total__len=models.F("lines"))) & (models.Q(booked=None) | models.Q(booked__len=models.F("lines")))
"""No use without its figures."""


class ChargeSheet(Row):
    """Rated uses of one line; what `Charge` is to a single amount. Columns are in the canonical order and never changed: from
    them and the version of the card the chain of reasons of each use is said (`billing/reads/evidence.py`).

    `uses` are keys of usage events. `counted` and `booked` are ten-thousandths of the meter's unit, corrections added;
    `before` and `total` are over `per_unit`; `let` holds what each of `caps` had let through, use by use.
    """

    bill = models.ForeignKey("billing.Bill", on_delete=models.PROTECT, related_name="sheets")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=240)
    number = models.PositiveSmallIntegerField(default=0)
    """A long line has several sheets, and so has a line of two months."""
    kind = models.CharField(max_length=10, choices=[(k, k) for k in LINE_KINDS])
    month = models.DateField()
    item = models.CharField(max_length=40)
    label_ko = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120)
    card = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField(default=0)
    project = models.ForeignKey("core.Project", on_delete=models.PROTECT, null=True, related_name="+")
    subject = models.CharField(max_length=40, blank=True)
    nfec = models.CharField(max_length=40, blank=True)
    use_mode = models.CharField(max_length=10, blank=True)
    payer_class = models.CharField(max_length=40, blank=True)
    first = models.DateField()
    last = models.DateField()
    lines = models.PositiveIntegerField()
    quantity = models.DecimalField(max_digits=18, decimal_places=6)
    unit = models.CharField(max_length=20)
    amount = models.BigIntegerField()
    net = models.BigIntegerField()
    tax_code = models.CharField(max_length=40)
    tax_category = models.CharField(max_length=7)
    tax_percent = models.DecimalField(max_digits=7, decimal_places=4)
    per_unit = models.BigIntegerField()
    caps = ArrayField(models.CharField(max_length=40))
    uses = ArrayField(models.UUIDField())
    counted = _figures()
    booked = _figures(null=True)
    before = _figures(null=True)
    total = _figures(null=True)
    amounts = _figures()
    nets = _figures()
    let = _figures(null=True)

    class Meta:
        db_table = "billing_charge_sheet"
        constraints = (
            models.UniqueConstraint(name="charge_sheet_once", fields=["bill", "key", "number"]),
            models.CheckConstraint(name="charge_sheet_columns_whole", condition=_WHOLE),
        )

    def __str__(self) -> str:
        return self.key
