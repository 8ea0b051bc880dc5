"""An organisation of the directory: in the cluster or anywhere in the world."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick

KINDS = (
    "company", "startup", "university", "institute", "hospital", "investor", "public", "association", "other",
)  # fmt: skip


class Partner(Row):
    """A company, university, institute, investor or public body. Not a tenant's account: `organisation` points to
    one where the partner lives in the cluster.

    Everyone in the cluster sees it, unless it is hidden: then its own people and staff.
    """

    code = models.CharField(max_length=20, unique=True)
    organisation = models.OneToOneField("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=20, choices=[(k, k) for k in KINDS])
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    also = models.CharField(max_length=300, blank=True)
    """Other names and abbreviations it is found by."""
    says_ko = models.TextField(blank=True)
    says_en = models.TextField(blank=True)
    country = models.CharField(max_length=2, blank=True)
    """ISO 3166-1 alpha-2."""
    city_ko = models.CharField(max_length=80, blank=True)
    city_en = models.CharField(max_length=80, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    website = models.URLField(max_length=300, blank=True)
    ror = models.CharField(max_length=9, null=True, unique=True)
    business_number = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=40, blank=True)
    """Where the entry came from: ror, openalex, csv, …; empty when typed."""
    hidden = models.BooleanField(default=False)
    merged_into = models.ForeignKey("network.Partner", on_delete=models.PROTECT, null=True, related_name="+")
    """Set when it was found to be the same as another; undone by clearing it."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_partner"
        constraints = (
            both_names("partner_named"),
            code_fits_addresses("partner_code_fits"),
            models.CheckConstraint(name="partner_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="partner_place_paired",
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
            ),
            models.CheckConstraint(
                name="partner_ror_sound", condition=models.Q(ror=None) | models.Q(ror__regex=r"^0[a-z0-9]{6}[0-9]{2}$")
            ),
            models.CheckConstraint(
                name="partner_not_merged_into_itself", condition=~models.Q(merged_into=models.F("id"))
            ),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name
