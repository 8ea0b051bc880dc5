"""Where biological work may be done and who judges it: levels and policies of rooms, and the biosafety committee."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from squaremile.kernel.models import Row
from squaremile.safety.policies.biosafety import KINDS, LEVELS


class RoomBiosafety(Row):
    """The level of a room and what it admits, as on the sign at its door. No row: nothing biological may come in."""

    room = models.OneToOneField("spaces.Place", on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()
    admits = ArrayField(models.CharField(max_length=14), default=list)
    admits_modified = models.BooleanField(default=False)
    notice = models.CharField(max_length=80, blank=True)
    """Number under which it is notified or permitted as an LMO facility."""
    since = models.DateField()

    class Meta:
        db_table = "safety_room_biosafety"
        constraints = (
            models.CheckConstraint(name="room_biosafety_level_known", condition=models.Q(level__in=LEVELS)),
            models.CheckConstraint(name="room_biosafety_kinds_known", condition=models.Q(admits__contained_by=list(KINDS))),
        )

    def __str__(self) -> str:
        return f"BSL-{self.level}"


class CommitteeMember(Row):
    """A seat on the biosafety committee. Only staff of the cluster sit on it: a rival's person must not judge a rival."""

    person = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    """The first day on which she sits there no more."""

    class Meta:
        db_table = "safety_committee_member"
        constraints = (
            models.UniqueConstraint(name="committee_member_once", fields=["person"], condition=models.Q(until=None)),
            models.CheckConstraint(
                name="committee_term_sound", condition=models.Q(until=None) | models.Q(until__gte=models.F("since"))
            ),
        )

    def __str__(self) -> str:
        return str(self.person_id)
