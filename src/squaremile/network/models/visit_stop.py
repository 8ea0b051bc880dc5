"""What a visit's days are made of: stops, who is there, what was said and promised."""

from django.db import models

from squaremile.kernel.models import PeriodField, Row, code_fits_addresses, sound_period
from squaremile.kernel.words import pick

KINDS = ("meeting", "travel", "meal", "rest", "ceremony")


class VisitStop(Row):
    """One stop of an itinerary. Seen by liaison staff and auditors, and by those who are there."""

    code = models.CharField(max_length=20, unique=True)
    delegation = models.ForeignKey("network.Delegation", on_delete=models.PROTECT, related_name="stops")
    kind = models.CharField(max_length=10, choices=[(k, k) for k in KINDS])
    title_ko = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    period = PeriodField()
    planned = PeriodField()
    """As it was before the day ran late."""
    place = models.ForeignKey("network.VisitPlace", on_delete=models.PROTECT, null=True, related_name="stops")
    room = models.CharField(max_length=80, blank=True)
    party = models.ForeignKey("network.VisitParty", on_delete=models.PROTECT, null=True, related_name="stops")
    """Whose stop it is; empty is everybody's."""
    picked = models.BooleanField(default=False)
    """Who comes was chosen one by one: it stays when parties change."""
    language = models.CharField(max_length=2, default="en")
    wish = models.OneToOneField("network.VisitWish", on_delete=models.PROTECT, null=True, related_name="stop")
    chair = models.CharField(max_length=120, blank=True)
    """Who greets, keeps time and hands over."""
    fixed = models.BooleanField(default=False)
    """Never moved by a delay: a ceremony, a flight."""
    minutes_ko = models.TextField(blank=True)
    minutes_en = models.TextField(blank=True)
    minuted_at = models.DateTimeField(null=True)
    minuted_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "network_visit_stop"
        constraints = (
            models.CheckConstraint(name="stop_titled", condition=~models.Q(title_ko="", title_en="")),
            code_fits_addresses("stop_code_fits"),
            models.CheckConstraint(name="stop_kind_known", condition=models.Q(kind__in=KINDS)),
            sound_period("period", "stop_period_sound"),
            sound_period("planned", "stop_planned_sound"),
            models.CheckConstraint(
                name="stop_minuted_paired",
                condition=models.Q(minuted_at=None, minuted_by=None)
                | models.Q(minuted_at__isnull=False, minuted_by__isnull=False),
            ),
        )
        indexes = (models.Index(fields=["delegation"], name="stop_of_delegation"),)

    @property
    def title(self) -> str:
        return pick(self.title_ko, self.title_en)

    def __str__(self) -> str:
        return self.title


class StopPerson(Row):
    """That somebody is at a stop: a member of the delegation, or a host of the directory."""

    stop = models.ForeignKey("network.VisitStop", on_delete=models.PROTECT, related_name="people")
    member = models.ForeignKey("network.DelegationMember", on_delete=models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, null=True, related_name="+")
    user = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    """Her account, where she had one when the stop was planned: it opens the stop to her."""

    class Meta:
        db_table = "network_visit_attendance"
        constraints = (
            models.CheckConstraint(
                name="attendance_is_one",
                condition=models.Q(member=None, person__isnull=False) | models.Q(member__isnull=False, person=None),
            ),
            models.UniqueConstraint(name="attendance_once", fields=["stop", "member", "person"], nulls_distinct=False),
        )

    def __str__(self) -> str:
        return str(self.member or self.person)


class VisitPromise(Row):
    """Something promised at a meeting: what, by whom, until when."""

    code = models.CharField(max_length=20, unique=True)
    stop = models.ForeignKey("network.VisitStop", on_delete=models.PROTECT, related_name="promises")
    says_ko = models.CharField(max_length=300, blank=True)
    says_en = models.CharField(max_length=300, blank=True)
    promiser = models.CharField(max_length=120)
    due_on = models.DateField()
    kept_at = models.DateTimeField(null=True)
    kept_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "network_visit_promise"
        constraints = (
            models.CheckConstraint(name="visit_promise_said", condition=~models.Q(says_ko="", says_en="")),
            models.CheckConstraint(
                name="visit_promise_kept_paired",
                condition=models.Q(kept_at=None, kept_by=None) | models.Q(kept_at__isnull=False, kept_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return pick(self.says_ko, self.says_en)
