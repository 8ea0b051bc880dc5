"""Companies that change places: what they ask for, and moves with a day on which the licence's places change."""

from django.db import models

from squaremile.kernel.models import Row

WISHES = ("more", "fewer", "other")
REQUEST_STATES = ("asked", "granted", "refused", "withdrawn")
REQUEST_MOVES = (("", "asked"), ("asked", "granted"), ("asked", "refused"), ("asked", "withdrawn"))
STATES = ("planned", "done", "cancelled")
MOVES = (("", "planned"), ("planned", "done"), ("planned", "cancelled"))


class SpaceRequest(Row):
    """A company asks for more places, fewer, or others. Seen by its own people and by staff."""

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="space_requests")
    wish = models.CharField(max_length=6, choices=[(w, w) for w in WISHES])
    counts = models.JSONField(default=dict)
    """How many of which kind it would have in all."""
    by_day = models.DateField()
    says = models.CharField(max_length=1000)
    state = models.CharField(max_length=9, choices=[(s, s) for s in REQUEST_STATES])
    answer = models.CharField(max_length=1000, blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        db_table = "residency_space_request"
        constraints = (
            models.CheckConstraint(name="space_request_wish_known", condition=models.Q(wish__in=WISHES)),
            models.CheckConstraint(name="space_request_state_known", condition=models.Q(state__in=REQUEST_STATES)),
            models.CheckConstraint(name="space_request_said", condition=~models.Q(says="")),
            models.CheckConstraint(
                name="space_request_answered", condition=models.Q(state__in=("asked", "withdrawn")) | ~models.Q(answer="")
            ),
            models.UniqueConstraint(
                name="space_request_one_at_a_time", fields=["company"], condition=models.Q(state="asked")
            ),
        )

    def __str__(self) -> str:
        return self.code


class SpaceRequestTransition(Row):
    """One step of a request. Written by the database itself whenever the state changes."""

    request = models.ForeignKey("residency.SpaceRequest", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_space_request_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Move(Row):
    """Places a company gives up and takes on a day. Seen by its own people and by staff.

    From the moment it is planned, what it takes is held for it from the day on, and what it gives up is free from then.
    """

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="moves")
    licence = models.ForeignKey("residency.Licence", on_delete=models.PROTECT, related_name="moves")
    day = models.DateField()
    state = models.CharField(max_length=9, choices=[(s, s) for s in STATES])
    planned_at = models.DateTimeField()
    amendment = models.OneToOneField("residency.Amendment", on_delete=models.PROTECT, null=True, related_name="move")
    """Of its licence, with the new places and what they cost; empty for a licence from before squaremile."""

    class Meta:
        db_table = "residency_move"
        constraints = (
            models.CheckConstraint(name="move_state_known", condition=models.Q(state__in=STATES)),
            models.UniqueConstraint(name="move_one_at_a_time", fields=["company"], condition=models.Q(state="planned")),
        )

    def __str__(self) -> str:
        return self.code


class MoveTransition(Row):
    """One step of a move. Written by the database itself whenever the state changes."""

    move = models.ForeignKey("residency.Move", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_move_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class MovePlace(Row):
    """One place of a move: given up (with the end that it had before) or taken, and the occupancy behind it."""

    move = models.ForeignKey("residency.Move", on_delete=models.PROTECT, related_name="places")
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    occupancy = models.ForeignKey("spaces.Occupancy", on_delete=models.PROTECT, related_name="+")
    taken = models.BooleanField()
    ended = models.DateTimeField()
    """Until when the place was, or is, the company's."""

    class Meta:
        db_table = "residency_move_place"
        constraints = (models.UniqueConstraint(name="move_place_once", fields=["move", "place"]),)

    def __str__(self) -> str:
        return str(self.place_id)
