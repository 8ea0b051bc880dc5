"""Loads: what one company has in a cycle. Several companies share a cycle, and see their own load alone."""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("loaded", "ready", "quarantined", "handed_out", "discarded")
MOVES = (
    ("", "loaded"), ("loaded", "ready"), ("loaded", "quarantined"), ("ready", "quarantined"), ("handed_out", "quarantined"),
    ("quarantined", "ready"), ("ready", "handed_out"), ("quarantined", "discarded"),
)  # fmt: skip
CAUSES = ("failed", "indicator", "untested")
"""Why it is kept back: its cycle failed; an indicator of its machine grew; it ran while its machine's last test was positive."""


class Load(Row):
    """One load of one company, in the cycle that it last went through."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    service_order = models.ForeignKey("stores.ServiceOrder", on_delete=models.PROTECT, null=True, related_name="loads")
    cycle = models.ForeignKey("stores.Cycle", on_delete=models.PROTECT, related_name="loads")
    what = models.CharField(max_length=200)
    state = models.CharField(max_length=11, choices=[(s, s) for s in STATES])
    quarantined_at = models.DateTimeField(null=True)
    quarantined_for = models.CharField(max_length=9, choices=[(c, c) for c in CAUSES], blank=True)
    quarantined_in = models.ForeignKey("stores.Cycle", on_delete=models.PROTECT, null=True, related_name="+")
    """The cycle that did not prove it sterile: only another one can."""
    released_at = models.DateTimeField(null=True)
    released_by = models.UUIDField(null=True)
    released_because = models.CharField(max_length=300, blank=True)
    """The written decision, where no cycle proved it."""
    handed_to = models.CharField(max_length=120, blank=True)
    gone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "stores_load"
        constraints = (
            models.CheckConstraint(name="load_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="load_says_what", condition=~models.Q(what="")),
            models.CheckConstraint(
                name="load_quarantined_for_something",
                condition=~models.Q(state="quarantined")
                | models.Q(quarantined_at__isnull=False, quarantined_for__in=CAUSES, quarantined_in__isnull=False),
            ),
            models.CheckConstraint(
                name="load_decided_when", condition=models.Q(released_by=None) | models.Q(released_at__isnull=False),
            ),
            models.CheckConstraint(name="load_handed_to_somebody", condition=~models.Q(state="handed_out") | ~models.Q(handed_to="")),
        )
        indexes = (
            models.Index(fields=["cycle"], name="load_of_cycle"),
            models.Index(fields=["organisation", "state"], name="load_of_organisation"),
        )

    def __str__(self) -> str:
        return self.code


class LoadTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    load = models.ForeignKey("stores.Load", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=11, blank=True)
    after = models.CharField(max_length=11)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_load_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
