"""The incentive ledger: points that researchers earn by meeting members, and the yearly pool shared by them."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import pick


class ActivityKind(Row):
    """What earns points: so many an hour, or so many each time (`fixed`)."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    points = models.DecimalField(max_digits=6, decimal_places=2)
    fixed = models.BooleanField(default=False)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "network_activity_kind"
        constraints = (
            both_names("activity_kind_named"),
            code_fits_addresses("activity_kind_code_fits"),
            models.CheckConstraint(name="activity_kind_points_sound", condition=models.Q(points__gt=0)),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class Credit(Row):
    """One line of the ledger. Never changed: a wrong one is reversed by another."""

    code = models.CharField(max_length=20, unique=True)
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.ForeignKey("network.ActivityKind", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    minutes = models.PositiveIntegerField(default=0)
    points = models.DecimalField(max_digits=8, decimal_places=2)
    """Negative in a reversal."""
    student = models.CharField(max_length=120, blank=True)
    """The student who met the member; the points are her supervisor's."""
    interaction = models.ForeignKey("network.Interaction", on_delete=models.PROTECT, null=True, related_name="+")
    evidence = models.CharField(max_length=300, blank=True)
    reverses = models.OneToOneField("network.Credit", on_delete=models.PROTECT, null=True, related_name="reversal")
    reason = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    created_by = models.UUIDField(null=True)

    class Meta:
        db_table = "network_credit"
        constraints = (
            code_fits_addresses("credit_code_fits"),
            models.CheckConstraint(
                name="credit_signed",
                condition=models.Q(reverses=None, points__gt=0)
                | models.Q(~models.Q(reason=""), reverses__isnull=False, points__lt=0),
            ),
            models.CheckConstraint(
                name="credit_evidenced",
                condition=models.Q(interaction__isnull=False) | ~models.Q(evidence="") | models.Q(reverses__isnull=False),
            ),
            models.CheckConstraint(name="credit_year_sound", condition=models.Q(year__range=(1970, 2199))),
        )
        indexes = (models.Index(fields=["year", "person"], name="credit_by_year"),)

    def __str__(self) -> str:
        return self.code


class Pool(Row):
    """A closed year in one currency: the share of the dues that went to researchers."""

    year = models.PositiveSmallIntegerField()
    currency = models.CharField(max_length=3)
    dues = models.PositiveBigIntegerField()
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    amount = models.PositiveBigIntegerField()
    closed_at = models.DateTimeField()
    closed_by = models.UUIDField()

    class Meta:
        db_table = "network_pool"
        constraints = (
            models.UniqueConstraint(fields=["year", "currency"], name="pool_once_a_year"),
            models.CheckConstraint(name="pool_currency_known", condition=models.Q(currency__in=sorted(MINOR_DIGITS))),
            models.CheckConstraint(name="pool_percent_sound", condition=models.Q(percent__range=(0, 100))),
        )

    def __str__(self) -> str:
        return f"{self.year} {self.currency}"


class Payout(Row):
    """What one researcher's points of a closed year are worth. All of a pool add up to it exactly."""

    pool = models.ForeignKey("network.Pool", on_delete=models.PROTECT, related_name="payouts")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    points = models.DecimalField(max_digits=9, decimal_places=2)
    amount = models.PositiveBigIntegerField()

    class Meta:
        db_table = "network_payout"
        constraints = (models.UniqueConstraint(fields=["pool", "person"], name="payout_once_a_person"),)

    def __str__(self) -> str:
        return str(self.amount)
