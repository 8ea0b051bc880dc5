"""Requests that carry an idempotency key: the second one gets the first one's answer."""

from django.db import models

from squaremile.kernel.models import Row


class IdempotentRequest(Row):
    """One request of one person, by the key she gave it, and the answer it got."""

    user = models.ForeignKey("core.User", on_delete=models.PROTECT)
    key = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    body = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "core_idempotent_request"
        constraints = (models.UniqueConstraint(fields=["user", "key"], name="idempotent_request_once"),)

    def __str__(self) -> str:
        return self.key
