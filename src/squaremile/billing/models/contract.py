"""What is owed by the month whatever is used: rent, membership, desks."""

from django.db import models

from squaremile.billing.policies.card import CATEGORIES, DAY_COUNTS
from squaremile.billing.policies.per_head import Heads
from squaremile.kernel.models import Row

KINDS = ("rent", "membership", "per_head")


class Contract(Row):
    """Seen by the company's admins and by finance. Its amounts are its terms'."""

    code = models.CharField(max_length=20, unique=True)
    account = models.ForeignKey("billing.Account", on_delete=models.PROTECT, related_name="contracts")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[(k, k) for k in KINDS])
    title_ko = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    day_count = models.CharField(max_length=8, default="calendar")
    tax_category = models.CharField(max_length=7, default="taxable")
    tax_percent = models.DecimalField(max_digits=5, decimal_places=2, default=10)
    origin = models.CharField(max_length=120, unique=True)
    """What it comes from, once: a licence, or its own code."""
    made_at = models.DateTimeField()
    heads: tuple[Heads, ...] | None = None
    """Of a contract per head, once `reads.head_counts.by_seats` looked it up: what its seats are counted by. No column."""

    class Meta:
        db_table = "billing_contract"
        constraints = (
            models.CheckConstraint(
                name="contract_terms_sound",
                condition=models.Q(kind__in=KINDS, day_count__in=DAY_COUNTS, tax_category__in=CATEGORIES)
                & (
                    models.Q(tax_category="taxable", tax_percent__gt=0, tax_percent__lte=100)
                    | ~models.Q(tax_category="taxable") & models.Q(tax_percent=0)
                ),
            ),
        )

    def __str__(self) -> str:
        return self.code


class ContractTerm(Row):
    """So much a month from a day on, until a later term says otherwise; nothing from the day on which it ends.

    Never changed. A term that was recorded later stands over earlier ones from its first day on.
    """

    contract = models.ForeignKey("billing.Contract", on_delete=models.PROTECT, related_name="terms")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    amount = models.BigIntegerField()
    """A month, in minor units (per head: a seat and month); 0 ends it."""
    says = models.CharField(max_length=200, blank=True)
    origin = models.CharField(max_length=160, unique=True)
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "billing_contract_term"
        constraints = (models.CheckConstraint(name="contract_term_not_negative", condition=models.Q(amount__gte=0)),)

    def __str__(self) -> str:
        return f"{self.since} {self.amount}"


class LicenceFact(Row):
    """What residency told of a licence's money, once: its rent as it stands, or a deposit paid. Kept until an account can
    take it up, so that a company's account may be opened after it moved in."""

    origin = models.CharField(max_length=120, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    payload = models.JSONField()
    heard_at = models.DateTimeField()
    account = models.ForeignKey("billing.Account", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "billing_licence_fact"

    def __str__(self) -> str:
        return self.origin
