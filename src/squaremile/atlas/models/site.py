"""Where an organisation really is: an address, a point, and how exactly the point is known."""

from django.db import models
from django.db.models import F, Q

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.kernel.words import pick

PRECISIONS = ("roof", "street", "postcode", "city")
"""From the very roof to the middle of a city. A density may be claimed from the first three alone."""


class Site(Row):
    """One place of one organisation. Without a point its precision is empty: it is listed, and counted nowhere on a map.

    Seen as its organisation is.
    """

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, related_name="sites")
    address_ko = models.CharField(max_length=300, blank=True)
    address_en = models.CharField(max_length=300, blank=True)
    latitude = models.DecimalField(max_digits=10, decimal_places=7, null=True)
    longitude = models.DecimalField(max_digits=10, decimal_places=7, null=True)
    """WGS 84, degrees; seven decimals are a centimetre."""
    precision = models.CharField(max_length=10, choices=[(p, p) for p in PRECISIONS], blank=True)
    cell_4km = models.BigIntegerField(null=True)
    cell_1km = models.BigIntegerField(null=True)
    cell_250m = models.BigIntegerField(null=True)
    """Integer cells (policies/cells.py), so that counting by area is a group-by."""
    opened = models.DateField(null=True)
    closed = models.DateField(null=True)
    jobs = models.PositiveIntegerField(null=True)
    floor_m2 = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "atlas_site"
        constraints = (
            code_fits_addresses("atlas_site_code_fits"),
            models.CheckConstraint(
                name="atlas_site_point_whole",
                condition=Q(latitude=None, longitude=None, precision="", cell_4km=None, cell_1km=None, cell_250m=None)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180), precision__in=PRECISIONS,
                    latitude__isnull=False, longitude__isnull=False,
                    cell_4km__isnull=False, cell_1km__isnull=False, cell_250m__isnull=False),
            ),
            models.CheckConstraint(
                name="atlas_site_closed_after_opened", condition=Q(opened=None) | Q(closed=None) | Q(closed__gte=F("opened"))
            ),
            models.CheckConstraint(name="atlas_site_floor_sound", condition=Q(floor_m2=None) | Q(floor_m2__gt=0)),
        )  # fmt: skip
        indexes = (
            models.Index(fields=["cell_1km"], name="atlas_site_by_cell"),
            models.Index(fields=["latitude", "longitude"], name="atlas_site_by_point"),
        )

    @property
    def address(self) -> str:
        return pick(self.address_ko, self.address_en)

    def __str__(self) -> str:
        return self.address or self.code


class SiteRegion(Row):
    """That a site's point lies in a region: kept whenever either changes, so that counting asks no geometry."""

    site = models.ForeignKey("atlas.Site", on_delete=models.PROTECT, related_name="regions")
    region = models.ForeignKey("atlas.Region", on_delete=models.PROTECT, related_name="sites")

    class Meta:
        db_table = "atlas_site_region"
        constraints = (models.UniqueConstraint(fields=["region", "site"], name="atlas_site_region_once"),)

    def __str__(self) -> str:
        return str(self.id)
