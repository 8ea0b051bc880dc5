"""The day of pitches: a sitting of a panel with its slots, who sits in it, and what applicants were invited to."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period


class PitchSitting(Row):
    """A panel that hears one pitch after another, in a room, by a link, or both. Seen by staff and by the panel."""

    code = models.CharField(max_length=20, unique=True)
    round = models.ForeignKey("residency.ReviewRound", on_delete=models.PROTECT, related_name="sittings")
    period = PeriodField()
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, null=True, related_name="+")
    link = models.CharField(max_length=500, blank=True)
    active = models.BooleanField(default=True)
    """False once it is called off."""

    class Meta:
        db_table = "residency_pitch_sitting"
        constraints = (
            sound_period("period", "pitch_sitting_period_sound"),
            models.CheckConstraint(name="pitch_sitting_somewhere", condition=~models.Q(room=None, link="")),
            models.CheckConstraint(name="pitch_sitting_link_safe", condition=models.Q(link="") | models.Q(link__startswith="https://")),
            ExclusionConstraint(
                name="pitch_room_free",
                expressions=[("room", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                condition=models.Q(active=True, room__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.code


class PitchPanelist(Row):
    """A reviewer on the panel of a sitting. Nobody sits in two at the same time. Seen by staff and herself."""

    sitting = models.ForeignKey("residency.PitchSitting", on_delete=models.PROTECT, related_name="panel")
    reviewer = models.ForeignKey("residency.Reviewer", on_delete=models.PROTECT, related_name="+")
    period = PeriodField()
    """The sitting's."""
    active = models.BooleanField(default=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "residency_pitch_panelist"
        constraints = (
            sound_period("period", "pitch_panelist_period_sound"),
            models.UniqueConstraint(fields=["sitting", "reviewer"], name="pitch_panelist_once"),
            ExclusionConstraint(
                name="pitch_panelist_free",
                expressions=[("reviewer", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                condition=models.Q(active=True),
            ),
        )

    def __str__(self) -> str:
        return str(self.reviewer_id)


class PitchSlot(Row):
    """The time of one pitch, and whose it is. Whose says no more than a key: neither code nor company.

    A conflict that is declared later empties it again. Seen by staff, by the panel, and by the company it is given to.
    """

    code = models.CharField(max_length=20, unique=True)
    round = models.ForeignKey("residency.ReviewRound", on_delete=models.PROTECT, related_name="+")
    sitting = models.ForeignKey("residency.PitchSitting", on_delete=models.PROTECT, related_name="slots")
    period = PeriodField()
    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "residency_pitch_slot"
        constraints = (
            sound_period("period", "pitch_slot_period_sound"),
            models.UniqueConstraint(
                fields=["round", "application"], name="pitch_slot_once", condition=models.Q(application__isnull=False)
            ),
            ExclusionConstraint(
                name="pitch_slot_no_overlap",
                expressions=[("sitting", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
            ),
        )

    def __str__(self) -> str:
        return self.code


class PitchInvitation(Row):
    """What a company was written about its pitch: a time and a place, or that the time is off. Rows stay; the last counts."""

    code = models.CharField(max_length=20, unique=True)
    round = models.ForeignKey("residency.ReviewRound", on_delete=models.PROTECT, related_name="+")
    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="+")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    slot = models.ForeignKey("residency.PitchSlot", on_delete=models.PROTECT, null=True, related_name="+")
    """Empty where the letter said that the time before is off."""
    period = PeriodField(null=True)
    where_ko = models.CharField(max_length=200, blank=True)
    where_en = models.CharField(max_length=200, blank=True)
    link = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "residency_pitch_invitation"
        constraints = (
            sound_period("period", "pitch_invitation_period_sound"),
            models.CheckConstraint(
                name="pitch_invitation_whole",
                condition=models.Q(slot=None, period=None) | models.Q(slot__isnull=False, period__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.code
