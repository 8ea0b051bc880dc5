"""A place: a site, a building, a floor, a control area, a room, or something in a room."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick

KINDS = ("site", "building", "floor", "control_area", "room", "suite", "bench", "desk", "bay", "shelf")
"""From the outside in. A place lies inside a place of an outer kind."""


class Place(Row):
    """One node of the tree. Everyone in the cluster may see it; who holds it is another table."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=20, choices=[(k, k) for k in KINDS])
    parent = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, null=True, related_name="children")
    site = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, null=True, related_name="+")
    """The site it belongs to; empty on the site itself."""
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    level = models.SmallIntegerField(null=True)
    """Storey above ground (1 is the entrance floor); floors only."""
    outline = models.JSONField(null=True)
    """Corners [[x, y], …] in metres from the floor's south-west corner."""
    area_m2 = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    time_zone = models.CharField(max_length=40, blank=True)
    rentable = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    position = models.PositiveIntegerField(default=0)
    since = models.DateTimeField(null=True)
    """From when on it is there, where it came by a merge or a split."""
    until = models.DateTimeField(null=True)
    """From when on it is gone, for the same reason."""

    class Meta:
        db_table = "spaces_place"
        constraints = (
            both_names("place_named"),
            code_fits_addresses("place_code_fits"),
            models.CheckConstraint(name="place_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="place_site_is_root",
                condition=models.Q(kind="site", parent=None, site=None) & ~models.Q(time_zone="")
                | ~models.Q(kind="site") & models.Q(parent__isnull=False, site__isnull=False),
            ),
            models.CheckConstraint(
                name="place_span_sound",
                condition=models.Q(since=None) | models.Q(until=None) | models.Q(until__gte=models.F("since")),
            ),
            models.CheckConstraint(
                name="place_level_of_floor",
                condition=models.Q(kind="floor", level__isnull=False) | ~models.Q(kind="floor") & models.Q(level=None),
            ),
        )
        indexes = (models.Index(fields=["site", "kind"], name="place_of_site"),)

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name
