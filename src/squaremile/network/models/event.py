"""An entry of the calendar of events, its life, and who is invited where not everybody is."""

from django.db import models

from squaremile.kernel.models import PeriodField, Row, code_fits_addresses, sound_period
from squaremile.kernel.words import Text, pick

KINDS = ("talk", "workshop", "symposium", "partnering", "open_house")
STATES = ("draft", "announced", "open", "closed", "running", "finished", "cancelled")
VISIBILITIES = ("cluster", "invited", "public")
"""`public`: shown on the public site too."""


class Event(Row):
    """Something people come to. Seen by everyone in the cluster, or by those invited, once it is no draft."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=12, choices=[(k, k) for k in KINDS])
    title_ko = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    says_ko = models.TextField(blank=True)
    says_en = models.TextField(blank=True)
    period = PeriodField()
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, null=True, related_name="+")
    where_ko = models.CharField(max_length=200, blank=True)
    where_en = models.CharField(max_length=200, blank=True)
    """Where it is, in words, for places that are not the cluster's own."""
    host_ko = models.CharField(max_length=120, blank=True)
    host_en = models.CharField(max_length=120, blank=True)
    capacity = models.PositiveIntegerField(null=True)
    """How many may come; empty: as many as like."""
    visibility = models.CharField(max_length=10, default="cluster", choices=[(v, v) for v in VISIBILITIES])
    state = models.CharField(max_length=10, default="draft", choices=[(s, s) for s in STATES])
    sequence = models.PositiveIntegerField(default=0)
    """Grows with every change of time, place or state, so that calendars take the latest."""
    changed_at = models.DateTimeField()
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_event"
        constraints = (
            sound_period("period", "event_period_sound"),
            code_fits_addresses("event_code_fits"),
            models.CheckConstraint(name="event_titled", condition=~models.Q(title_ko="", title_en="")),
            models.CheckConstraint(name="event_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(name="event_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="event_visibility_known", condition=models.Q(visibility__in=VISIBILITIES)),
            models.CheckConstraint(
                name="event_capacity_sound", condition=models.Q(capacity=None) | models.Q(capacity__range=(1, 100_000))
            ),
        )

    @property
    def title(self) -> str:
        return pick(self.title_ko, self.title_en)

    @property
    def named(self) -> Text:
        return Text(ko=self.title_ko or self.title_en, en=self.title_en or self.title_ko)

    def __str__(self) -> str:
        return self.title


class EventTransition(Row):
    """One step of an event's life. Written by the database itself whenever the state changes."""

    event = models.ForeignKey("network.Event", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "network_event_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class EventInvitation(Row):
    """A company that may see and attend an event which is not for everybody. Seen by that company and liaison staff."""

    event = models.ForeignKey("network.Event", on_delete=models.PROTECT, related_name="invitations")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()

    class Meta:
        db_table = "network_event_invitation"
        constraints = (models.UniqueConstraint(fields=["event", "organisation"], name="event_invitation_once"),)

    def __str__(self) -> str:
        return f"{self.event_id} {self.organisation_id}"
