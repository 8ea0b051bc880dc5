"""Regions: areas of one scheme (municipalities, neighbourhoods, drawn by hand) with their outline and figures."""

from django.db import models
from django.db.models import Q

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick


class RegionScheme(Row):
    """A way to divide the land: kr-municipality, us-county, drawn."""

    code = models.CharField(max_length=40, unique=True)
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "atlas_region_scheme"
        constraints = (both_names("atlas_scheme_named"), code_fits_addresses("atlas_scheme_code_fits"))

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class Region(Row):
    """One area. Everyone of the cluster sees it once it is published; drafts are staff's."""

    scheme = models.ForeignKey("atlas.RegionScheme", on_delete=models.PROTECT, related_name="regions")
    code = models.CharField(max_length=40)
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    outline = models.JSONField(null=True)
    """GeoJSON geometry (RFC 7946): Polygon or MultiPolygon, WGS 84, longitude first. None where only figures are known."""
    west = models.FloatField(null=True)
    south = models.FloatField(null=True)
    east = models.FloatField(null=True)
    north = models.FloatField(null=True)
    """The box around the outline, so that far points are told at once."""
    area_km2 = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    population = models.PositiveBigIntegerField(null=True)
    published = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "atlas_region"
        constraints = (
            both_names("atlas_region_named"),
            code_fits_addresses("atlas_region_code_fits"),
            models.UniqueConstraint(fields=["scheme", "code"], name="atlas_region_once_a_scheme"),
            models.CheckConstraint(
                name="atlas_region_box_whole",
                condition=Q(outline__isnull=True, west=None, south=None, east=None, north=None)
                | Q(outline__isnull=False, west__range=(-180, 180), east__range=(-180, 180),
                    south__range=(-90, 90), north__range=(-90, 90), west__isnull=False, east__isnull=False, south__isnull=False,
                    north__isnull=False),
            ),
            models.CheckConstraint(name="atlas_region_area_sound", condition=Q(area_km2=None) | Q(area_km2__gte=0)),
        )  # fmt: skip

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name
