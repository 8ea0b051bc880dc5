"""Permits, notices and contracts: their kinds as data, who needs one for what, and those there are."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.safety.policies.permits import BLOCKS, HELD_BY, STATES


class PermitKind(Row):
    """A kind of permit. What a missing one bars holds for whoever is said to need it (`PermitNeed`)."""

    code = models.CharField(max_length=40, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    authority_ko = models.CharField(max_length=120, blank=True)
    authority_en = models.CharField(max_length=120, blank=True)
    held_by = models.CharField(max_length=7, choices=[(h, h) for h in HELD_BY])
    blocks = ArrayField(models.CharField(max_length=10), default=list)
    classes = ArrayField(models.CharField(max_length=60), default=list)
    """Hazard classes, kinds of agents, `lmo` or `BSL-n` that may not be brought in without it; none: nothing may."""
    remind_days = ArrayField(models.PositiveIntegerField(), default=list)
    item = models.CharField(max_length=40, blank=True)
    """The row of residency's checklists that it answers."""
    read_in = models.CharField(max_length=300, blank=True)
    certainty = models.CharField(max_length=1, blank=True)

    class Meta:
        db_table = "safety_permit_kind"
        constraints = (
            both_names("permit_kind_named"),
            code_fits_addresses("permit_kind_code_fits"),
            models.CheckConstraint(name="permit_kind_holder_known", condition=models.Q(held_by__in=HELD_BY)),
            models.CheckConstraint(name="permit_kind_blocks_known", condition=models.Q(blocks__contained_by=list(BLOCKS))),
        )

    def __str__(self) -> str:
        return self.code


class PermitNeed(Row):
    """From now on something is shut without a permit of this kind in force: for everybody or one company, everywhere or in a
    place."""

    kind = models.ForeignKey("safety.PermitKind", on_delete=models.PROTECT, related_name="needs")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, null=True, related_name="+")
    blocks = ArrayField(models.CharField(max_length=10))
    classes = ArrayField(models.CharField(max_length=60), default=list)
    since = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        db_table = "safety_permit_need"
        constraints = (
            models.UniqueConstraint(
                name="permit_need_once", fields=["kind", "organisation", "place"], nulls_distinct=False, condition=models.Q(ended_on=None)
            ),
            models.CheckConstraint(
                name="permit_need_blocks_known", condition=models.Q(blocks__contained_by=list(BLOCKS)) & ~models.Q(blocks=[])
            ),
        )

    def __str__(self) -> str:
        return str(self.kind_id)


class Permit(Row):
    """One permit: the cluster's, which everybody may read, or a company's own. What it says is never changed."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.ForeignKey("safety.PermitKind", on_delete=models.PROTECT, related_name="permits")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Empty: the cluster's."""
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, null=True, related_name="+")
    """For which part of the buildings; empty: all."""
    number = models.CharField(max_length=80)
    issued_on = models.DateField()
    expires_on = models.DateField(null=True)
    """The last day on which it counts; empty: it does not end."""
    remind_days = ArrayField(models.PositiveIntegerField(), default=list)
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    replaces = models.ForeignKey("safety.Permit", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=[(s, s) for s in STATES])
    reason = models.CharField(max_length=300, blank=True)
    entered_at = models.DateTimeField()

    class Meta:
        db_table = "safety_permit"
        constraints = (
            models.CheckConstraint(name="permit_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="permit_numbered", condition=~models.Q(number="")),
            models.CheckConstraint(
                name="permit_term_sound", condition=models.Q(expires_on=None) | models.Q(expires_on__gte=models.F("issued_on"))
            ),
            models.CheckConstraint(name="permit_end_reasoned", condition=~models.Q(state__in=("refused", "ended")) | ~models.Q(reason="")),
        )
        indexes = (models.Index(fields=["kind", "organisation"], name="permit_in_force", condition=models.Q(state="in_force")),)

    def __str__(self) -> str:
        return self.code


class PermitTransition(Row):
    """One step of a permit. Written by the database itself whenever the state changes."""

    permit = models.ForeignKey("safety.Permit", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_permit_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
