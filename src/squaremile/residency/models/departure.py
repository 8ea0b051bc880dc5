"""A company leaving: its notice, what is to be cleared, and what becomes of its deposit."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.residency.models.member import CURRENCIES
from squaremile.residency.policies.clearance import KINDS, UNITS

STATES = ("noticed", "cleared", "withdrawn")
MOVES = (("", "noticed"), ("noticed", "cleared"), ("noticed", "withdrawn"), ("cleared", "noticed"))


class Departure(Row):
    """Notice to leave, with the terms as they were when it was given. `cleared` only where the proof is zero."""

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="departures")
    noticed_on = models.DateField()
    last_day = models.DateField()
    notice_months = models.PositiveSmallIntegerField()
    by_itself = models.BooleanField(default=False)
    """Nobody gave notice: its last licence was over."""
    destination = models.CharField(max_length=200, blank=True)
    deposit_minor = models.PositiveBigIntegerField()
    currency = models.CharField(max_length=3, choices=[(c, c) for c in CURRENCIES])
    state = models.CharField(max_length=9, choices=[(s, s) for s in STATES])
    refunded_minor = models.PositiveBigIntegerField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "residency_departure"
        constraints = (
            models.CheckConstraint(name="departure_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="departure_ends_later", condition=models.Q(last_day__gte=models.F("noticed_on"))),
            models.CheckConstraint(
                name="departure_settled_once_cleared",
                condition=models.Q(settled_at=None, refunded_minor=None)
                | models.Q(state="cleared", settled_at__isnull=False, refunded_minor__lte=models.F("deposit_minor")),
            ),
            models.UniqueConstraint(name="departure_one_at_a_time", fields=["company"], condition=models.Q(state="noticed")),
        )

    def __str__(self) -> str:
        return self.code


class DepartureTransition(Row):
    """One step of a departure. Written by the database itself whenever the state changes."""

    departure = models.ForeignKey("residency.Departure", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_departure_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class ClearanceLine(Row):
    """One thing to clear: how much there was, how much of it is settled, and who signed that nothing is left."""

    code = models.CharField(max_length=20, unique=True)
    departure = models.ForeignKey("residency.Departure", on_delete=models.PROTECT, related_name="lines")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=[(k, k) for k in KINDS])
    what = models.CharField(max_length=200)
    unit = models.CharField(max_length=12, choices=[(u, u) for u in UNITS])
    opening = models.DecimalField(max_digits=16, decimal_places=3)
    settled = models.DecimalField(max_digits=16, decimal_places=3, default=0)
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    remark = models.CharField(max_length=300, blank=True)
    signed_by = models.UUIDField(null=True)
    signed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "residency_clearance_line"
        constraints = (
            models.CheckConstraint(name="clearance_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(name="clearance_unit_known", condition=models.Q(unit__in=UNITS)),
            models.CheckConstraint(name="clearance_amounts_sound", condition=models.Q(opening__gte=0, settled__gte=0)),
            models.CheckConstraint(
                name="clearance_signed_at_zero",
                condition=models.Q(signed_by=None, signed_at=None)
                | models.Q(signed_by__isnull=False, signed_at__isnull=False, settled=models.F("opening")),
            ),
        )

    def __str__(self) -> str:
        return self.what


class OwedSettlement(Row):
    """Money that came in of what is owed beyond the deposit, or that finance has written off, and why. The row stays: an amount
    below nothing takes back what was recorded by mistake."""

    departure = models.ForeignKey("residency.Departure", on_delete=models.PROTECT, related_name="owed_settlements")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    minor = models.BigIntegerField()
    written_off = models.BooleanField(default=False)
    says = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.UUIDField(null=True)
    origin = models.CharField(max_length=120, null=True, unique=True)
    """Of the form it was sent with: the same one counts once."""

    class Meta:
        db_table = "residency_owed_settlement"
        constraints = (
            models.CheckConstraint(name="owed_settlement_something", condition=~models.Q(minor=0)),
            models.CheckConstraint(
                name="owed_settlement_reasoned", condition=models.Q(written_off=False, minor__gt=0) | ~models.Q(says="")
            ),
        )

    def __str__(self) -> str:
        return str(self.departure_id)


class Deduction(Row):
    """Something taken from a deposit, in its minor units; `disputed_minor` is the part the company contests."""

    code = models.CharField(max_length=20, unique=True)
    departure = models.ForeignKey("residency.Departure", on_delete=models.PROTECT, related_name="deductions")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    says = models.CharField(max_length=300)
    minor = models.PositiveBigIntegerField()
    disputed_minor = models.PositiveBigIntegerField(default=0)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "residency_deduction"
        constraints = (
            models.CheckConstraint(name="deduction_disputed_within", condition=models.Q(disputed_minor__lte=models.F("minor"))),
            models.CheckConstraint(name="deduction_said", condition=~models.Q(says="")),
        )

    def __str__(self) -> str:
        return self.says
