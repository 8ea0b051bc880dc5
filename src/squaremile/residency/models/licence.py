"""A licence: the right of a company to places of the cluster, for a time."""

from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period

STATES = ("draft", "offered", "signed", "in_force", "ended", "lapsed")
MOVES = (
    ("", "draft"), ("", "in_force"), ("draft", "offered"), ("draft", "lapsed"), ("offered", "signed"),
    ("offered", "lapsed"), ("signed", "in_force"), ("signed", "lapsed"), ("in_force", "ended"),
)  # fmt: skip
"""A licence from before squaremile came begins in force."""


class Licence(Row):
    """Seen by its company and by staff. What it grants are tables of their own."""

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="licences")
    period = PeriodField()
    state = models.CharField(max_length=8, choices=[(s, s) for s in STATES])
    created_at = models.DateTimeField()

    class Meta:
        db_table = "residency_licence"
        constraints = (
            sound_period("period", "licence_period_sound"),
            models.CheckConstraint(name="licence_state_known", condition=models.Q(state__in=STATES)),
        )
        indexes = (models.Index(fields=["company", "state"], name="licence_of_company"),)

    def __str__(self) -> str:
        return self.code


class LicenceTransition(Row):
    """One step of a licence's life. Written by the database itself whenever the state changes."""

    licence = models.ForeignKey("residency.Licence", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_licence_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
