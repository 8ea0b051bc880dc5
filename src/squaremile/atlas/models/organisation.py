"""An organisation of the atlas: who is where, from public registers and lists. Not a tenant's account."""

from django.db import models
from django.db.models import F, Q

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick

KINDS = ("company", "startup", "university", "institute", "hospital", "investor", "public", "association", "other")
STATUSES = ("active", "inactive", "withdrawn")


class Organisation(Row):
    """A company, university, institute, hospital, investor or public body anywhere in the world.

    Everyone of the cluster sees it once it is published; drafts are staff's. Nothing of what a tenant does in the
    cluster is ever written here.
    """

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=300, blank=True)
    name_en = models.CharField(max_length=300, blank=True)
    also = models.CharField(max_length=500, blank=True)
    """Other names, semicolon between."""
    kind = models.CharField(max_length=20, choices=[(k, k) for k in KINDS])
    parent = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, null=True, related_name="children")
    founded = models.SmallIntegerField(null=True)
    """The year."""
    status = models.CharField(max_length=10, choices=[(s, s) for s in STATUSES], default="active")
    country = models.CharField(max_length=2, blank=True)
    """ISO 3166-1 alpha-2, of its seat."""
    city = models.CharField(max_length=120, blank=True)
    ror = models.CharField(max_length=9, null=True, unique=True)
    openalex = models.CharField(max_length=20, null=True, unique=True)
    lei = models.CharField(max_length=20, null=True, unique=True)
    website = models.CharField(max_length=300, blank=True)
    published = models.BooleanField(default=False)
    merged_into = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Set when it was found to be the same as another; undone by clearing it."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "atlas_organisation"
        constraints = (
            both_names("atlas_organisation_named"),
            code_fits_addresses("atlas_organisation_code_fits"),
            models.CheckConstraint(name="atlas_organisation_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(name="atlas_organisation_status_known", condition=Q(status__in=STATUSES)),
            models.CheckConstraint(
                name="atlas_organisation_founded_sound", condition=Q(founded=None) | Q(founded__range=(800, 2200))
            ),
            models.CheckConstraint(
                name="atlas_organisation_ror_sound", condition=Q(ror=None) | Q(ror__regex=r"^0[a-z0-9]{6}[0-9]{2}$")
            ),
            models.CheckConstraint(
                name="atlas_organisation_openalex_sound", condition=Q(openalex=None) | Q(openalex__regex=r"^I[0-9]{1,15}$")
            ),
            models.CheckConstraint(
                name="atlas_organisation_lei_sound", condition=Q(lei=None) | Q(lei__regex=r"^[0-9A-Z]{18}[0-9]{2}$")
            ),
            models.CheckConstraint(name="atlas_organisation_not_in_itself", condition=~Q(parent=F("id"))),
            models.CheckConstraint(name="atlas_organisation_not_merged_into_itself", condition=~Q(merged_into=F("id"))),
        )
        indexes = (
            models.Index(fields=["country", "city"], name="atlas_organisation_seat"),
            models.Index(fields=["name_en"], name="atlas_organisation_by_name"),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class Identifier(Row):
    """What a source calls an organisation: so that the same file brought in again finds the same organisation."""

    organisation = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, related_name="identifiers")
    source = models.ForeignKey("atlas.Source", on_delete=models.PROTECT, related_name="+")
    value = models.CharField(max_length=300)

    class Meta:
        db_table = "atlas_identifier"
        constraints = (models.UniqueConstraint(fields=["source", "value"], name="atlas_identifier_once"),)
        indexes = (models.Index(fields=["organisation"], name="atlas_identifier_of"),)

    def __str__(self) -> str:
        return self.value
