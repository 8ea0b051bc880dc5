"""Payments that a provider takes: what was asked for, and what the provider told us, each once."""

from django.db import models

from squaremile.kernel.models import Row

CHECKOUT_STATES = ("asked", "paid", "failed")
CHECKOUT_MOVES = (("", "asked"), ("asked", "paid"), ("asked", "failed"), ("failed", "paid"))


class PaymentRequest(Row):
    """A payer asks to pay an invoice at a provider. `origin` is the provider's own name for it."""

    code = models.CharField(max_length=20, unique=True)
    account = models.ForeignKey("billing.Account", on_delete=models.PROTECT, related_name="payment_requests")
    invoice = models.ForeignKey("billing.Invoice", on_delete=models.PROTECT, related_name="payment_requests")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    state = models.CharField(max_length=6, choices=[(s, s) for s in CHECKOUT_STATES])
    origin = models.CharField(max_length=120, unique=True)
    payment = models.OneToOneField("billing.Payment", on_delete=models.PROTECT, null=True, related_name="asked_by")
    asked_at = models.DateTimeField()

    class Meta:
        db_table = "billing_payment_request"
        constraints = (
            models.CheckConstraint(
                name="payment_request_sound",
                condition=models.Q(amount__gt=0, state__in=CHECKOUT_STATES)
                & (models.Q(state="paid", payment__isnull=False) | ~models.Q(state="paid") & models.Q(payment=None)),
            ),
        )

    def __str__(self) -> str:
        return self.code


class PaymentRequestTransition(Row):
    """One step of a request. Written by the database itself whenever the state changes."""

    request = models.ForeignKey("billing.PaymentRequest", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=6, blank=True)
    after = models.CharField(max_length=6)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "billing_payment_request_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class PaymentEvent(Row):
    """What the provider told us, once: `origin` is the name of its event, `digest` what it said."""

    origin = models.CharField(max_length=120, unique=True)
    request = models.ForeignKey("billing.PaymentRequest", on_delete=models.PROTECT, null=True, related_name="events")
    kind = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    outcome = models.CharField(max_length=10)
    received_at = models.DateTimeField()

    class Meta:
        db_table = "billing_payment_event"

    def __str__(self) -> str:
        return self.origin
