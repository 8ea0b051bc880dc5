"""The slot: its shape for everyone in the cluster, its details for its own company and staff."""

from typing import ClassVar
from uuid import UUID

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period

KINDS = ("booking", "linked", "maintenance")
STATES = ("pending", "confirmed", "in_use", "done", "cancelled", "declined", "missed")
LIVE = ("pending", "confirmed", "in_use", "done")
"""States that keep the instrument: no two live spans of one instrument overlap."""


def _of_period(sql: str, kind: models.Field) -> models.GeneratedField:
    """A stored column computed from the period. Row security keeps range operators (not leakproof) from using an
    index before the policy has spoken; plain times it lets through."""
    return models.GeneratedField(expression=models.expressions.RawSQL(sql, ()), output_field=kind, db_persist=True)


class Reservation(Row):
    """That an instrument is taken, when. Rivals see this row and no more: not who, not why.

    `claimed` is the period with its buffers; the exclusion is on it. A linked instrument has a row of its own,
    with the main reservation as `parent`.
    """

    code = models.CharField(max_length=20, unique=True)
    equipment = models.ForeignKey(
        "booking.Equipment", on_delete=models.PROTECT, related_name="reservations", db_index=False
    )
    parent = models.ForeignKey("booking.Reservation", on_delete=models.PROTECT, null=True, related_name="linked")
    kind = models.CharField(max_length=12, default="booking", choices=[(k, k) for k in KINDS])
    period = PeriodField()
    claimed = PeriodField()
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    created_at = models.DateTimeField()
    site = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+", editable=False)
    """The instrument's site. Written by the database, like all that follows."""
    starts_at = _of_period("LOWER(period)", models.DateTimeField())
    ends_at = _of_period("UPPER(period)", models.DateTimeField())
    is_long = _of_period("UPPER(period) - LOWER(period) > interval '1 day'", models.BooleanField())
    """Few are; they are looked for apart, so that a week is found by when things start."""
    change_number = models.BigIntegerField(editable=False)
    """Rises with every change: what the feed's version is made of."""

    class Meta:
        db_table = "booking_reservation"
        constraints: ClassVar = [
            sound_period("period", "reservation_period_sound"),
            sound_period("claimed", "reservation_claim_sound"),
            models.CheckConstraint(
                name="reservation_claim_covers", condition=models.Q(claimed__contains=models.F("period"))
            ),
            models.CheckConstraint(name="reservation_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(name="reservation_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="reservation_linked_has_parent",
                condition=models.Q(kind="linked", parent__isnull=False)
                | ~models.Q(kind="linked") & models.Q(parent=None),
            ),
            ExclusionConstraint(
                name="reservation_no_overlap",
                expressions=[("equipment", RangeOperators.EQUAL), ("claimed", RangeOperators.OVERLAPS)],
                condition=models.Q(state__in=LIVE),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["equipment", "starts_at"], name="reservation_of_equipment")]

    def __str__(self) -> str:
        return self.code


class ReservationDetail(Row):
    """Who, for which company and project, why. Seen by that company and by staff."""

    reservation = models.OneToOneField("booking.Reservation", on_delete=models.PROTECT, related_name="detail")
    organisation = models.ForeignKey(
        "core.Organisation", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    project = models.ForeignKey("core.Project", on_delete=models.PROTECT, null=True, related_name="+")
    purpose = models.CharField(max_length=300, blank=True)
    assisted = models.BooleanField(default=False)
    work_type = models.CharField(max_length=20, blank=True)
    """For maintenance: preventive, cleaning, calibration, breakdown, repair."""
    series = models.UUIDField(null=True)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    """Why it was cancelled or declined."""
    sequence = models.PositiveIntegerField(default=0)
    """Counts changes, for calendars (RFC 5545 §3.8.7.4)."""
    starts_at = models.DateTimeField(editable=False)
    """The reservation's start, written by the database: one's own are found by time without the others'."""

    class Meta:
        db_table = "booking_reservation_detail"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="reservation_detail_owner",
                condition=models.Q(organisation__isnull=False, person__isnull=False)
                | models.Q(organisation=None) & ~models.Q(work_type=""),
            ),
            models.CheckConstraint(
                name="reservation_detail_decision_paired",
                condition=models.Q(decided_at=None, decided_by=None)
                | models.Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["person", "starts_at"], name="reservation_detail_of_person"),
            models.Index(fields=["organisation", "starts_at"], name="reservation_detail_of_company"),
        ]

    def owner(self) -> tuple[UUID, UUID]:
        """Company and person of a booking, which always has both (reservation_detail_owner).

        Raises:
            ValueError: this is maintenance, which has neither.
        """
        if self.organisation_id is None or self.person_id is None:
            raise ValueError("maintenance has no owner")
        return self.organisation_id, self.person_id

    def __str__(self) -> str:
        return str(self.reservation_id)


class ReservationTransition(Row):
    """One step of a reservation's life. Written by the database itself whenever the state changes."""

    reservation = models.ForeignKey(
        "booking.Reservation", on_delete=models.PROTECT, related_name="transitions", db_index=False
    )
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "booking_reservation_transition"
        indexes: ClassVar = [models.Index(fields=["reservation"], name="transition_of_reservation")]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
