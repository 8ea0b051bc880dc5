"""An invitation to join, sent by e-mail."""

from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period


class Invitation(Row):
    """Opened once with the secret in its link; only the secret's hash is kept."""

    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True)
    email = models.EmailField()
    name_ko = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=2, default="ko")
    role = models.CharField(max_length=30)
    valid = PeriodField()
    secret_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.UUIDField(null=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.UUIDField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "core_invitation"
        constraints = (
            sound_period("valid", "invitation_period_sound"),
            models.CheckConstraint(
                name="invitation_accepted_paired",
                condition=models.Q(accepted_at=None, accepted_by=None)
                | models.Q(accepted_at__isnull=False, accepted_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.email
