"""Facts on their way to other domains."""

from django.db import models

from squaremile.kernel.models import Row


class OutboxFact(Row):
    """A published fact, written in the transaction that made it true."""

    name = models.CharField(max_length=60)
    payload = models.JSONField()
    at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    """Not before this, after a failure."""
    error = models.TextField(blank=True)

    class Meta:
        db_table = "core_outbox_fact"
        indexes = (models.Index(fields=["id"], name="outbox_waiting", condition=models.Q(delivered_at=None)),)

    def __str__(self) -> str:
        return self.name


class Delivery(Row):
    """A fact that one handler has taken in: it is never given the same fact twice."""

    fact = models.ForeignKey("core.OutboxFact", on_delete=models.PROTECT, related_name="deliveries")
    handler = models.CharField(max_length=120)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "core_delivery"
        constraints = (models.UniqueConstraint(fields=["fact", "handler"], name="delivery_once"),)

    def __str__(self) -> str:
        return self.handler
