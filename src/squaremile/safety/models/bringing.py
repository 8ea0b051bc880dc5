"""A question "can I bring this?", what was answered, and what safety decided where somebody had to approve."""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("answered", "asked", "approved", "declined", "used")
MOVES = (("", "answered"), ("", "asked"), ("asked", "approved"), ("asked", "declined"), ("approved", "used"))
ANSWERS = ("yes", "needs_approval", "no")


class Bringing(Row):
    """Kept as it was answered: who asked, for what, where, and the sum she was told. Her company's, and safety's."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Empty where staff asked for themselves."""
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    substance = models.ForeignKey("safety.Substance", on_delete=models.PROTECT, null=True, related_name="+")
    """Empty for one that is in no register yet: then its CAS number alone is known."""
    cas = models.CharField(max_length=12, blank=True)
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    in_cabinet = models.BooleanField(default=False)
    condition = models.CharField(max_length=7)
    amount = models.DecimalField(max_digits=24, decimal_places=12)
    dimension = models.CharField(max_length=6)
    unit = models.CharField(max_length=12)
    answer = models.CharField(max_length=14, choices=[(a, a) for a in ANSWERS])
    told = models.JSONField()
    """The sums and the ways out, in both languages, as they were shown."""
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    at = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True)
    """Why it was approved or declined."""
    good_until = models.DateField(null=True)
    """The last day on which an approval may be used."""
    held = models.JSONField(null=True)
    """What an approval stands on: see policies.approvals. Nothing of anybody else is in it."""

    class Meta:
        db_table = "safety_bringing"
        constraints = (
            models.CheckConstraint(name="bringing_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="bringing_amount_positive", condition=models.Q(amount__gt=0)),
            models.CheckConstraint(name="bringing_names_something", condition=models.Q(substance__isnull=False) | ~models.Q(cas="")),
            models.CheckConstraint(
                name="bringing_only_asked_where_needed",
                condition=models.Q(state="answered") & ~models.Q(answer="needs_approval")
                | ~models.Q(state="answered") & models.Q(answer="needs_approval"),
            ),
            models.CheckConstraint(
                name="bringing_approval_ends",
                condition=models.Q(good_until__isnull=True, held__isnull=True) | models.Q(state__in=("approved", "used"), good_until__isnull=False),
            ),
            models.CheckConstraint(
                name="bringing_decision_reasoned", condition=models.Q(state__in=("answered", "asked")) | ~models.Q(reason="")
            ),
        )  # fmt: skip
        indexes = (models.Index(fields=["organisation", "at"], name="bringing_of_company"),
                   models.Index(fields=["at"], name="bringing_waiting", condition=models.Q(state="asked")))  # fmt: skip

    def __str__(self) -> str:
        return self.code


class BringingTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    bringing = models.ForeignKey("safety.Bringing", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_bringing_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
