"""Secrets that stand for a person: API tokens and calendar feed addresses."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from squaremile.kernel.models import Row


class Token(Row):
    """Only the hash is kept. `purpose` api or feed; `abilities` such as read, write."""

    user = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="tokens")
    purpose = models.CharField(max_length=10, choices=[("api", "api"), ("feed", "feed")])
    name = models.CharField(max_length=80)
    hint = models.CharField(max_length=8)
    secret_hash = models.CharField(max_length=64, unique=True)
    abilities = ArrayField(models.CharField(max_length=20))
    expires_at = models.DateTimeField()
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "core_token"
        constraints = (
            models.CheckConstraint(name="token_purpose_known", condition=models.Q(purpose__in=["api", "feed"])),
        )

    def __str__(self) -> str:
        return self.name
