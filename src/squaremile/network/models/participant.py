"""Who takes part in a partnering event, how she presents herself, and when she is not free."""

from django.db import models

from squaremile.kernel.models import Row, both_names
from squaremile.kernel.words import pick

STATES = ("registered", "withdrawn")


class Participant(Row):
    """The key of taking part. Seen by herself and liaison staff; it opens the profiles of her event."""

    event = models.ForeignKey("network.Event", on_delete=models.PROTECT, related_name="participants")
    user = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """The company she comes for; empty for liaison staff."""
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    registered_at = models.DateTimeField()

    class Meta:
        db_table = "network_participant"
        constraints = (
            models.CheckConstraint(name="participant_state_known", condition=models.Q(state__in=STATES)),
            models.UniqueConstraint(fields=["event", "user"], name="participant_once"),
        )

    def __str__(self) -> str:
        return str(self.user_id)


class Profile(Row):
    """What the other participants of the event read: as on her badge, what she offers and asks for."""

    code = models.CharField(max_length=20, unique=True)
    participant = models.OneToOneField("network.Participant", on_delete=models.PROTECT, related_name="profile")
    event = models.ForeignKey("network.Event", on_delete=models.PROTECT, related_name="+")
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    of_ko = models.CharField(max_length=200, blank=True)
    of_en = models.CharField(max_length=200, blank=True)
    """Company or institution."""
    offers_ko = models.CharField(max_length=500, blank=True)
    offers_en = models.CharField(max_length=500, blank=True)
    asks_ko = models.CharField(max_length=500, blank=True)
    asks_en = models.CharField(max_length=500, blank=True)

    class Meta:
        db_table = "network_profile"
        constraints = (both_names("profile_named"),)

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    @property
    def of(self) -> str:
        return pick(self.of_ko, self.of_en)

    def __str__(self) -> str:
        return self.name


class Engagement(Row):
    """A slot in which somebody is taken: by a meeting, or (without one) because she is away or has another duty.

    One live row for a person and a slot: so nobody is in two meetings, and nobody meets while away.
    """

    participant = models.ForeignKey("network.Participant", on_delete=models.PROTECT, related_name="engagements")
    slot = models.ForeignKey("network.MeetingSlot", on_delete=models.PROTECT, related_name="engagements")
    meeting = models.ForeignKey("network.Meeting", on_delete=models.PROTECT, null=True, related_name="engagements")
    live = models.BooleanField(default=True)
    why = models.CharField(max_length=200, blank=True)
    """Her fixed commitment, in her own words; seen by herself and liaison staff."""

    class Meta:
        db_table = "network_engagement"
        constraints = (
            models.UniqueConstraint(
                fields=["participant", "slot"], condition=models.Q(live=True), name="engagement_once"
            ),
            models.UniqueConstraint(fields=["meeting", "participant"], name="engagement_side_once"),
        )

    def __str__(self) -> str:
        return f"{self.participant_id} {self.slot_id}"
