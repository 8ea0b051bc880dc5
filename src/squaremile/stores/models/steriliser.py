"""Sterilisers and their cycles, and the indicators by which a cycle is tested."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick

KINDS = ("autoclave", "dry_heat", "washer")
CYCLE_STATES = ("running", "passed", "failed")
CYCLE_MOVES = (("", "running"), ("running", "passed"), ("running", "failed"))
CHEMICAL = ("changed", "unchanged", "none")
TEST_STATES = ("incubating", "negative", "positive", "invalid")
TEST_MOVES = (("", "incubating"), ("incubating", "negative"), ("incubating", "positive"), ("incubating", "invalid"))


class Steriliser(Row):
    """One machine that runs cycles. Everybody of the cluster may see that it is there; its cycles are staff's."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=10, choices=[(k, k) for k in KINDS])
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=20, blank=True)
    """Code of the instrument that can be booked, where it is one."""
    test_days = models.PositiveSmallIntegerField(null=True)
    """A biological indicator passes at least so often; empty: none is asked for."""
    since = models.DateField()
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "stores_steriliser"
        constraints = (
            both_names("steriliser_named"), code_fits_addresses("steriliser_code_fits"),
            models.CheckConstraint(name="steriliser_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="steriliser_test_days_sound", condition=models.Q(test_days=None) | models.Q(test_days__gte=1, test_days__lte=366),
            ),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.code


class Cycle(Row):
    """One run: what was set, what was measured, and how it ended. Staff's, and whose load is in it."""

    code = models.CharField(max_length=20, unique=True)
    steriliser = models.ForeignKey("stores.Steriliser", on_delete=models.PROTECT, related_name="cycles")
    program = models.CharField(max_length=80)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    celsius = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    """The lowest temperature during the hold."""
    kilopascal = models.DecimalField(max_digits=6, decimal_places=1, null=True)
    minutes_held = models.DecimalField(max_digits=6, decimal_places=1, null=True)
    chemical = models.CharField(max_length=9, choices=[(c, c) for c in CHEMICAL], blank=True)
    """Whether the chemical indicator changed colour."""
    state = models.CharField(max_length=7, choices=[(s, s) for s in CYCLE_STATES])
    failed_because = models.CharField(max_length=300, blank=True)
    run_by = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_cycle"
        constraints = (
            models.CheckConstraint(name="cycle_state_known", condition=models.Q(state__in=CYCLE_STATES)),
            models.CheckConstraint(name="cycle_programmed", condition=~models.Q(program="")),
            models.CheckConstraint(
                name="cycle_ended_dated",
                condition=models.Q(state="running", ended_at=None) | ~models.Q(state="running") & models.Q(ended_at__gte=models.F("started_at")),
            ),
            models.CheckConstraint(
                name="cycle_passed_measured",
                condition=~models.Q(state="passed")
                | models.Q(celsius__gt=0, minutes_held__gt=0, chemical__in=("changed", "none"), failed_because=""),
            ),
            models.CheckConstraint(name="cycle_failed_because", condition=~models.Q(state="failed") | ~models.Q(failed_because="")),
            models.UniqueConstraint(fields=["steriliser"], condition=models.Q(state="running"), name="cycle_one_at_a_time"),
        )
        indexes = (models.Index(fields=["steriliser", "started_at"], name="cycle_of_steriliser"),)

    def __str__(self) -> str:
        return self.code


class CycleTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    cycle = models.ForeignKey("stores.Cycle", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=7, blank=True)
    after = models.CharField(max_length=7)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_cycle_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Indicator(Row):
    """A biological indicator that went through a cycle, and its positive control that did not: spores that must grow."""

    code = models.CharField(max_length=20, unique=True)
    cycle = models.ForeignKey("stores.Cycle", on_delete=models.PROTECT, related_name="indicators")
    lot = models.CharField(max_length=60)
    incubated_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    grew = models.BooleanField(null=True)
    control_grew = models.BooleanField(null=True)
    state = models.CharField(max_length=10, choices=[(s, s) for s in TEST_STATES])
    read_by = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_indicator"
        constraints = (
            models.CheckConstraint(name="indicator_state_known", condition=models.Q(state__in=TEST_STATES)),
            models.CheckConstraint(name="indicator_lot_named", condition=~models.Q(lot="")),
            models.CheckConstraint(
                name="indicator_read_as_it_grew",
                condition=models.Q(state="incubating", read_at=None, grew=None, control_grew=None)
                | models.Q(state="positive", grew=True, control_grew__isnull=False, read_at__isnull=False)
                | models.Q(state="negative", grew=False, control_grew=True, read_at__isnull=False)
                | models.Q(state="invalid", grew=False, control_grew=False, read_at__isnull=False),
            ),
            models.CheckConstraint(name="indicator_read_by_when", condition=models.Q(read_by=None) | models.Q(read_at__isnull=False)),
            models.CheckConstraint(
                name="indicator_read_after", condition=models.Q(read_at=None) | models.Q(read_at__gte=models.F("incubated_at")),
            ),
        )
        indexes = (models.Index(fields=["cycle"], name="indicator_of_cycle"),)

    def __str__(self) -> str:
        return self.code


class IndicatorTransition(Row):
    """One step of it. Written by the database itself whenever the state changes."""

    indicator = models.ForeignKey("stores.Indicator", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "stores_indicator_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
