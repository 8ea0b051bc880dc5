"""The close of an issuer's month, and the bill of each account in it."""

from django.db import models

from squaremile.kernel.models import Row

CLOSE_STATES = ("rating", "review", "payers", "parked", "issued")
CLOSE_MOVES = (
    ("", "rating"), ("rating", "review"), ("review", "rating"), ("review", "payers"), ("payers", "issued"), ("payers", "parked"),
    ("parked", "issued"),
)  # fmt: skip
"""Confirmed usage is being rated; staff review the drafts; payers accept or dispute; all is issued. Parked: all but what is disputed
is issued, and the next month has begun."""
CLOSE_OVER = ("parked", "issued")
"""The next month may begin."""
BILL_STATES = ("pending", "rated", "drafted", "empty", "approved", "shown", "accepted", "issued")
BILL_MOVES = (
    ("", "pending"), ("pending", "rated"), ("rated", "drafted"), ("rated", "empty"), ("drafted", "approved"),
    ("approved", "shown"), ("shown", "accepted"), ("accepted", "issued"),
    ("drafted", "pending"), ("approved", "pending"), ("empty", "pending"),
)  # fmt: skip
SHOWN = ("shown", "accepted", "issued")
"""What the payer sees."""


class Close(Row):
    """`as_of`: what was recorded before that moment is in it, and nothing else. Seen by finance."""

    code = models.CharField(max_length=20, unique=True)
    issuer = models.ForeignKey("billing.Issuer", on_delete=models.PROTECT, related_name="closes")
    month = models.DateField()
    as_of = models.DateTimeField()
    state = models.CharField(max_length=6, choices=[(s, s) for s in CLOSE_STATES])
    shown_until = models.DateTimeField(null=True)
    """Until then payers may dispute; silence after it is consent, where the issuer's terms say so."""
    opened_at = models.DateTimeField()

    class Meta:
        db_table = "billing_close"
        constraints = (
            models.CheckConstraint(name="close_state_known", condition=models.Q(state__in=CLOSE_STATES)),
            models.CheckConstraint(name="close_month_first_day", condition=models.Q(month__day=1)),
            models.UniqueConstraint(name="close_once", fields=["issuer", "month"]),
            models.UniqueConstraint(name="close_one_open", fields=["issuer"], condition=~models.Q(state__in=CLOSE_OVER)),
        )

    def __str__(self) -> str:
        return self.code


class CloseTransition(Row):
    """One step of a close. Written by the database itself whenever the state changes."""

    close = models.ForeignKey("billing.Close", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=6, blank=True)
    after = models.CharField(max_length=6)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "billing_close_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Bill(Row):
    """An account's month. The unit of the close: each step of it is one transaction, done once."""

    code = models.CharField(max_length=20, unique=True)
    close = models.ForeignKey("billing.Close", on_delete=models.PROTECT, related_name="bills")
    account = models.ForeignKey("billing.Account", on_delete=models.PROTECT, related_name="bills")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=[(s, s) for s in BILL_STATES])
    events = models.PositiveIntegerField(default=0)
    rated_at = models.DateTimeField(null=True)
    """By the terms that were said until then."""
    net = models.BigIntegerField(default=0)
    tax = models.BigIntegerField(default=0)
    gross = models.BigIntegerField(default=0)
    rounding = models.BigIntegerField(default=0)
    payable = models.BigIntegerField(default=0)
    taxes = models.JSONField(default=list)
    prepaid = models.JSONField(default=list)
    rounding_reason = models.JSONField(null=True)
    accepted_silently = models.BooleanField(default=False)
    told_at = models.DateTimeField(null=True)
    """Since when its payer sees it as it is: shown, or answered."""
    answer_until = models.DateTimeField(null=True)
    """Once finance has answered a dispute: until when the payer may look at what has changed. Before: as long as its close says."""
    accepted_remark = models.CharField(max_length=300, blank=True, default="")
    """Why finance accepted it in its payer's place."""

    class Meta:
        db_table = "billing_bill"
        constraints = (
            models.CheckConstraint(name="bill_state_known", condition=models.Q(state__in=BILL_STATES)),
            models.CheckConstraint(name="bill_adds_up", condition=models.Q(gross=models.F("net") + models.F("tax"))),
            models.UniqueConstraint(name="bill_once", fields=["close", "account"]),
        )

    def __str__(self) -> str:
        return self.code


class BillTransition(Row):
    """One step of a bill. Written by the database itself whenever the state changes."""

    bill = models.ForeignKey("billing.Bill", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "billing_bill_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
