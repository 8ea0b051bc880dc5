"""Incidents and near misses: what happened, who was in it, whom the law wants told, and what came of it."""

from django.db import models

from squaremile.kernel.models import Row

KINDS = ("injury", "exposure", "spill", "fire", "gas", "equipment", "near_miss", "other")
STATES = ("reported", "investigating", "closed")
MOVES = (("", "reported"), ("reported", "investigating"), ("investigating", "closed"), ("closed", "investigating"))
PARTS = ("reporter", "injured", "witness")


class Incident(Row):
    """What happened. Seen by who answers for safety and by the company it happened to; who was in it is another table.
    Without a company and a reporter it was reported anonymously, or happened to the operator."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=10, choices=[(k, k) for k in KINDS])
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, null=True, related_name="+")
    says = models.CharField(max_length=2000)
    happened_at = models.DateTimeField()
    reported_at = models.DateTimeField()
    anonymous = models.BooleanField(default=False)
    state = models.CharField(max_length=13, choices=[(s, s) for s in STATES])
    classified_at = models.DateTimeField(null=True)
    told = models.CharField(max_length=4000, blank=True)
    """What the investigation found."""
    causes = models.JSONField(default=list)
    """Root causes, a sentence each."""

    class Meta:
        db_table = "safety_incident"
        constraints = (
            models.CheckConstraint(name="incident_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(name="incident_says", condition=~models.Q(says="")),
            models.CheckConstraint(name="incident_reported_after", condition=models.Q(reported_at__gte=models.F("happened_at"))),
            models.CheckConstraint(
                name="incident_closed_with_cause", condition=~models.Q(state="closed") | (~models.Q(told="") & ~models.Q(causes=[]))
            ),
        )
        indexes = (models.Index(fields=["reported_at"], name="incident_by_time"),)

    def __str__(self) -> str:
        return self.code


class IncidentPerson(Row):
    """Somebody who was in it. Seen by the safety officer, the director and her own company; by nobody else."""

    incident = models.ForeignKey("safety.Incident", on_delete=models.PROTECT, related_name="people")
    part = models.CharField(max_length=8, choices=[(p, p) for p in PARTS])
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=80, blank=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    harm = models.CharField(max_length=300, blank=True)
    days_lost = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "safety_incident_person"
        constraints = (
            models.CheckConstraint(name="incident_person_named", condition=models.Q(person__isnull=False) | ~models.Q(name="")),
        )
        indexes = (models.Index(fields=["incident"], name="person_of_incident"),)

    def __str__(self) -> str:
        return self.part


class IncidentNotice(Row):
    """That an authority has to be told of an incident by a moment; and, once it was, when and under which number."""

    incident = models.ForeignKey("safety.Incident", on_delete=models.PROTECT, related_name="notices")
    clock = models.CharField(max_length=40)
    due_at = models.DateTimeField()
    notified_at = models.DateTimeField(null=True)
    notified_by = models.UUIDField(null=True)
    reference = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "safety_incident_notice"
        constraints = (
            models.UniqueConstraint(name="incident_notice_once", fields=["incident", "clock"]),
            models.CheckConstraint(
                name="incident_notice_signed",
                condition=models.Q(notified_at=None, notified_by=None) | models.Q(notified_at__isnull=False, notified_by__isnull=False),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.clock


class IncidentTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    incident = models.ForeignKey("safety.Incident", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=13, blank=True)
    after = models.CharField(max_length=13)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_incident_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
