"""A container: so much of a substance, whose it is, and where it stands."""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("received", "opened", "disposed", "transferred")
HERE = ("received", "opened")
MOVES = (
    ("", "received"), ("received", "opened"), ("received", "disposed"), ("received", "transferred"),
    ("opened", "disposed"), ("opened", "transferred"),
)  # fmt: skip
CONDITIONS = ("storage", "closed", "open")
DIMENSIONS = ("volume", "weight", "gas")


class Container(Row):
    """Its own company's, and seen by those of the staff who answer for safety; a rival learns nothing of it.

    The amount is exact, in litres, kilograms or litres of gas at NTP; `unit` is how its people say it.
    """

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    substance = models.ForeignKey("safety.Substance", on_delete=models.PROTECT, related_name="containers")
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    cabinet = models.ForeignKey("safety.Cabinet", on_delete=models.PROTECT, null=True, related_name="+")
    came_from = models.ForeignKey("safety.Container", on_delete=models.PROTECT, null=True, related_name="parts")
    """The container that it was split from."""
    amount = models.DecimalField(max_digits=24, decimal_places=12)
    dimension = models.CharField(max_length=6, choices=[(d, d) for d in DIMENSIONS])
    unit = models.CharField(max_length=12)
    condition = models.CharField(max_length=7, choices=[(c, c) for c in CONDITIONS])
    state = models.CharField(max_length=11, choices=[(s, s) for s in STATES])
    lot = models.CharField(max_length=60, blank=True)
    received_on = models.DateField()
    opened_on = models.DateField(null=True)
    good_until = models.DateField(null=True)
    gone_on = models.DateField(null=True)
    gone_to = models.CharField(max_length=200, blank=True)
    origin = models.CharField(max_length=120, null=True, unique=True)
    """Made from who sent it, the form it was sent with, where there was one, and what was on it: the same counts once."""
    again = False
    """Kept nowhere: whether it is here because its form was sent once more."""

    class Meta:
        db_table = "safety_container"
        constraints = (
            models.CheckConstraint(name="container_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="container_condition_known", condition=models.Q(condition__in=CONDITIONS)),
            models.CheckConstraint(name="container_amount_positive", condition=models.Q(amount__gt=0)),
            models.CheckConstraint(
                name="container_gone_dated",
                condition=models.Q(state__in=HERE, gone_on=None) | ~models.Q(state__in=HERE) & models.Q(gone_on__isnull=False),
            ),
        )
        indexes = (
            models.Index(
                fields=["room"], include=["organisation", "substance", "condition", "cabinet", "dimension", "amount"],
                name="container_stands_in", condition=models.Q(state__in=HERE),
            ),
            models.Index(fields=["organisation", "state"], name="container_of_company"),
            models.Index(fields=["gone_to"], name="container_in_waste", condition=models.Q(state="disposed") & ~models.Q(gone_to="")),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.code


class ContainerTransition(Row):
    """One step of its life. Written by the database itself whenever the state changes."""

    container = models.ForeignKey("safety.Container", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=11, blank=True)
    after = models.CharField(max_length=11)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_container_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class ContainerMove(Row):
    """That it was carried from one place to another, or that some of it was used, split off or corrected. Written by the database
    itself whenever its room, cabinet or amount changes."""

    container = models.ForeignKey("safety.Container", on_delete=models.PROTECT, related_name="moves")
    room_before = models.UUIDField()
    room_after = models.UUIDField()
    amount_before = models.DecimalField(max_digits=24, decimal_places=12)
    amount_after = models.DecimalField(max_digits=24, decimal_places=12)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_container_move"
        indexes = (models.Index(fields=["container"], name="move_of_container"),)

    def __str__(self) -> str:
        return str(self.container_id)


class ContainerCorrection(Row):
    """That safety looked at a container and put its amount right, up or down, and why. It stays."""

    container = models.ForeignKey("safety.Container", on_delete=models.PROTECT, related_name="corrections")
    amount_before = models.DecimalField(max_digits=24, decimal_places=12)
    amount_after = models.DecimalField(max_digits=24, decimal_places=12)
    reason = models.CharField(max_length=300)
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "safety_container_correction"
        constraints = (models.CheckConstraint(name="container_correction_reasoned", condition=~models.Q(reason="")),)

    def __str__(self) -> str:
        return str(self.container_id)
