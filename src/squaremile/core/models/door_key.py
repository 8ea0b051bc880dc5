"""Keys for people outside: applicants, reviewers, mentors, sponsors and those asked in a survey enter by a link and need no account."""

from django.db import models

from squaremile.kernel.models import Row

KINDS = ("applicant", "reviewer", "mentor", "sponsor", "survey")


class DoorKey(Row):
    """Whoever has the secret acts for `holder` (a company, a reviewer …) until it ends. Only the secret's hash is kept."""

    kind = models.CharField(max_length=10, choices=[(k, k) for k in KINDS])
    holder = models.UUIDField()
    """The id of whom the key is for. No foreign key: the holders live in rooms above this one."""
    email = models.EmailField()
    name = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=2, default="ko")
    secret_hash = models.CharField(max_length=64, unique=True)
    given_at = models.DateTimeField()
    given_by = models.UUIDField(null=True)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "core_door_key"
        constraints = (
            models.CheckConstraint(name="door_key_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(name="door_key_ends", condition=models.Q(expires_at__gt=models.F("given_at"))),
        )
        indexes = (models.Index(fields=["holder"], name="door_key_of_holder"),)

    def __str__(self) -> str:
        return f"{self.kind}: {self.email}"
