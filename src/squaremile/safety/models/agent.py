"""Biological agents of a company, the materials of them that it holds, and the book of what happened to those."""

from django.db import models

from squaremile.kernel.models import Row, both_names
from squaremile.safety.policies.biosafety import KINDS, LEVELS

COMING = ("bring", "import")
GOING = ("transfer", "export", "dispose")
ACTS = (*COMING, "grow", "use", "move", *GOING)
COVERED = (*COMING, "grow", "use", "move")
"""What needs a protocol in force and a room that admits it; to get rid of something needs neither."""


class Agent(Row):
    """An organism, a cell line, human-derived material: what a company works with is its own business."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14, choices=[(k, k) for k in KINDS])
    name_ko = models.CharField(max_length=160, blank=True)
    name_en = models.CharField(max_length=160, blank=True)
    risk_group = models.PositiveSmallIntegerField()
    read_in = models.CharField(max_length=200)
    """Where the risk group was read."""
    modified = models.BooleanField(default=False)
    """A living modified organism (LMO)."""
    made_of = models.CharField(max_length=400, blank=True)
    """Host, vector and insert of one that is modified."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "safety_agent"
        constraints = (
            both_names("agent_named"),
            models.CheckConstraint(name="agent_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(name="agent_risk_group_known", condition=models.Q(risk_group__in=LEVELS)),
            models.CheckConstraint(name="agent_risk_group_sourced", condition=~models.Q(read_in="")),
            models.CheckConstraint(name="agent_modification_told", condition=models.Q(modified=False) | ~models.Q(made_of="")),
        )
        indexes = (models.Index(fields=["organisation"], name="agent_of_company"),)

    def __str__(self) -> str:
        return self.name_ko or self.name_en


class Holding(Row):
    """So much of an agent in one place. It says what its book says last: the book is written first."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    agent = models.ForeignKey("safety.Agent", on_delete=models.PROTECT, related_name="holdings")
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    spot = models.CharField(max_length=120, blank=True)
    """Freezer, rack, box."""
    quantity = models.DecimalField(max_digits=14, decimal_places=4, default=0)
    counted_in = models.CharField(max_length=30)
    """Vials, plates, millilitres: as its people count."""
    lines = models.PositiveIntegerField(default=0)
    here = models.BooleanField(default=False)

    class Meta:
        db_table = "safety_holding"
        constraints = (
            models.CheckConstraint(name="holding_quantity_sound", condition=models.Q(quantity__gte=0)),
            models.CheckConstraint(name="holding_counted", condition=~models.Q(counted_in="")),
        )
        indexes = (
            models.Index(fields=["organisation", "here"], name="holding_of_company"),
            models.Index(fields=["room"], name="holding_stands_in", condition=models.Q(here=True)),
        )

    def __str__(self) -> str:
        return self.code


class AgentLine(Row):
    """One line of the book of a holding; never changed, and kept for five years at least."""

    holding = models.ForeignKey("safety.Holding", on_delete=models.PROTECT, related_name="book")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=8, choices=[(a, a) for a in ACTS])
    day = models.DateField()
    change = models.DecimalField(max_digits=14, decimal_places=4)
    left = models.DecimalField(max_digits=14, decimal_places=4)
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    """Where it stands afterwards; where it stood last, once it is gone."""
    partner = models.CharField(max_length=200, blank=True)
    """From whom it came, or to whom it went."""
    notice = models.CharField(max_length=80, blank=True)
    """Number of the notice of import or export."""
    says = models.CharField(max_length=300, blank=True)
    """What it was used for; by which way it was destroyed."""
    version = models.ForeignKey("safety.ProtocolVersion", on_delete=models.PROTECT, null=True, related_name="+")
    """The protocol that covered it."""
    kept_until = models.DateField()
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_agent_line"
        constraints = (
            models.UniqueConstraint(name="agent_line_once", fields=["holding", "number"]),
            models.CheckConstraint(name="agent_line_act_known", condition=models.Q(act__in=ACTS)),
            models.CheckConstraint(name="agent_line_left_sound", condition=models.Q(left__gte=0)),
            models.CheckConstraint(name="agent_line_kept", condition=models.Q(kept_until__gt=models.F("day"))),
            models.CheckConstraint(name="agent_line_covered", condition=~models.Q(act__in=COVERED) | models.Q(version__isnull=False)),
        )

    def __str__(self) -> str:
        return f"{self.holding_id} {self.number}"
