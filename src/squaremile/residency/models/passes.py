"""Badges and keys: who has which, for which zones and hours, until when."""

from django.db import models

from squaremile.kernel.models import Row

KINDS = ("badge", "key")
STATES = ("issued", "returned", "lost")
MOVES = (("", "issued"), ("issued", "returned"), ("issued", "lost"), ("lost", "returned"))


class AccessPass(Row):
    """A badge or key in somebody's hands. Seen by her company and by staff; given and taken back by staff."""

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="passes")
    member = models.ForeignKey("residency.Member", on_delete=models.PROTECT, related_name="passes")
    kind = models.CharField(max_length=5, choices=[(k, k) for k in KINDS])
    number = models.CharField(max_length=40)
    zones = models.JSONField(default=list)
    from_minute = models.PositiveSmallIntegerField(default=0)
    to_minute = models.PositiveSmallIntegerField(default=1440)
    expires_on = models.DateField()
    state = models.CharField(max_length=8, choices=[(s, s) for s in STATES])
    issued_on = models.DateField()
    settled_on = models.DateField(null=True)

    class Meta:
        db_table = "residency_access_pass"
        constraints = (
            models.CheckConstraint(name="pass_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="pass_state_dated",
                condition=models.Q(state="issued", settled_on=None)
                | models.Q(state__in=("returned", "lost"), settled_on__isnull=False),
            ),
            models.CheckConstraint(
                name="pass_hours_sound",
                condition=models.Q(from_minute__lt=models.F("to_minute"), to_minute__lte=1440),
            ),
            models.CheckConstraint(name="pass_ends_later", condition=models.Q(expires_on__gt=models.F("issued_on"))),
            # Only staff write numbers, and staff see all of them.
            models.UniqueConstraint(name="pass_in_one_hand", fields=["kind", "number"], condition=models.Q(state="issued")),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class AccessPassTransition(Row):
    """One step of a badge's or key's life. Written by the database itself whenever the state changes."""

    access_pass = models.ForeignKey("residency.AccessPass", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_access_pass_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
