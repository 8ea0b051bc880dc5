"""Protocols of work with biological agents: handed in by a company, judged by the committee, approved for a term."""

from django.db import models

from squaremile.kernel.models import Row, both_names
from squaremile.safety.policies.biosafety import LEVELS

STATES = ("draft", "submitted", "returned", "approved", "replaced", "ended", "withdrawn")
OPEN = ("draft", "submitted", "returned")
MOVES = (
    ("", "draft"), ("draft", "submitted"), ("returned", "submitted"), ("submitted", "returned"), ("submitted", "approved"),
    ("approved", "replaced"), ("approved", "ended"), ("draft", "withdrawn"), ("returned", "withdrawn"),
)  # fmt: skip
OPINIONS = ("for", "against", "abstain")


class Protocol(Row):
    """One line of work of a company, in versions: the first, then amendments."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        db_table = "safety_protocol"
        indexes = (models.Index(fields=["organisation"], name="protocol_of_company"),)

    def __str__(self) -> str:
        return self.code


class ProtocolVersion(Row):
    """What is to be done with which agents at which level. The approved one stays in force while an amendment is judged."""

    protocol = models.ForeignKey("safety.Protocol", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=9, choices=[(s, s) for s in STATES])
    name_ko = models.CharField(max_length=160, blank=True)
    name_en = models.CharField(max_length=160, blank=True)
    says = models.TextField(blank=True)
    """The work, its risks, what is done about them and where the waste goes."""
    level = models.PositiveSmallIntegerField()
    investigator = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    """The last day on which it counts."""
    decided_by = models.UUIDField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "safety_protocol_version"
        constraints = (
            both_names("protocol_named"),
            models.UniqueConstraint(name="protocol_version_once", fields=["protocol", "number"]),
            models.UniqueConstraint(name="protocol_one_open", fields=["protocol"], condition=models.Q(state__in=OPEN)),
            models.UniqueConstraint(name="protocol_one_approved", fields=["protocol"], condition=models.Q(state="approved")),
            models.CheckConstraint(name="protocol_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="protocol_level_known", condition=models.Q(level__in=LEVELS)),
            models.CheckConstraint(
                name="protocol_term_sound",
                condition=~models.Q(state__in=("approved", "replaced", "ended"))
                | models.Q(starts_on__isnull=False, ends_on__isnull=False, ends_on__gte=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="protocol_decision_reasoned", condition=~models.Q(state__in=("approved", "returned")) | ~models.Q(reason="")
            ),
        )

    @property
    def code(self) -> str:
        """The code of its protocol."""
        return self.protocol.code

    def __str__(self) -> str:
        return f"{self.protocol_id} v{self.number}"


class ProtocolVersionTransition(Row):
    """One step of a version. Written by the database itself whenever the state changes."""

    protocol_version = models.ForeignKey("safety.ProtocolVersion", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_protocol_version_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class ProtocolAgent(Row):
    """An agent that a version covers."""

    version = models.ForeignKey("safety.ProtocolVersion", on_delete=models.PROTECT, related_name="agents")
    agent = models.ForeignKey("safety.Agent", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "safety_protocol_agent"
        constraints = (models.UniqueConstraint(name="protocol_agent_once", fields=["version", "agent"]),)

    def __str__(self) -> str:
        return str(self.agent_id)


class ProtocolOpinion(Row):
    """What a member of the committee holds of a version; said once, and kept."""

    version = models.ForeignKey("safety.ProtocolVersion", on_delete=models.PROTECT, related_name="opinions")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    opinion = models.CharField(max_length=7, choices=[(o, o) for o in OPINIONS])
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        db_table = "safety_protocol_opinion"
        constraints = (
            models.UniqueConstraint(name="protocol_opinion_once", fields=["version", "person"]),
            models.CheckConstraint(name="protocol_opinion_known", condition=models.Q(opinion__in=OPINIONS)),
            models.CheckConstraint(name="protocol_opinion_reasoned", condition=~models.Q(reason="")),
        )

    def __str__(self) -> str:
        return self.opinion
