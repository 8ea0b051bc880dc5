"""A container that goes from one company of the house to another: offered by a key, taken by whoever holds it."""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("offered", "taken", "withdrawn")
MOVES = (("", "offered"), ("offered", "taken"), ("offered", "withdrawn"))


class Handover(Row):
    """Companies do not know of each other here, so none is named: who offers is given a key and hands it over with the
    bottle. What the taker has to know of it is written down, as she sees nothing else of the giver's.

    The giver's container ends and the taker's begins: each history stays with its own side.
    """

    key = models.CharField(max_length=24, unique=True)
    """Random; who holds it may take the container until `until`."""
    container = models.ForeignKey("safety.Container", on_delete=models.PROTECT, related_name="handovers")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    """Who gives."""
    receiver = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=9, choices=[(s, s) for s in STATES])
    substance = models.ForeignKey("safety.Substance", on_delete=models.PROTECT, related_name="+")
    told = models.JSONField()
    """Name, CAS number, phase and figures of the substance as the giver has them, with lot and dates of the container."""
    amount = models.DecimalField(max_digits=24, decimal_places=12)
    dimension = models.CharField(max_length=6)
    unit = models.CharField(max_length=12)
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    until = models.DateTimeField()
    ended_on = models.DateField(null=True)
    taken_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    received = models.ForeignKey("safety.Container", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "safety_handover"
        constraints = (
            models.CheckConstraint(name="handover_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="handover_taken_by_somebody",
                condition=models.Q(state="taken", receiver__isnull=False, ended_on__isnull=False)
                | ~models.Q(state="taken") & models.Q(receiver=None, received=None),
            ),
            models.CheckConstraint(
                name="handover_to_another", condition=models.Q(receiver=None) | ~models.Q(receiver=models.F("organisation")),
            ),
            models.UniqueConstraint(name="handover_open_once", fields=["container"], condition=models.Q(state="offered")),
        )
        indexes = (models.Index(fields=["received"], name="handover_of_received"),)

    def __str__(self) -> str:
        return self.state


class HandoverTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    handover = models.ForeignKey("safety.Handover", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_handover_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
