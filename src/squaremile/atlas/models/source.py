"""Where something was read: a data set with its licence and its day, and which field of what came from it."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick

SUBJECTS = ("organisation", "site", "region")


class Source(Row):
    """A data set, a register or a person's own knowledge. `digest` is of the file that was read last."""

    code = models.CharField(max_length=40, unique=True)
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=80, blank=True)
    attribution = models.CharField(max_length=200, blank=True)
    """What the licence asks to be printed beside the data."""
    as_of = models.DateField(null=True)
    url = models.URLField(max_length=300, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    """SHA-256 of the file, in hexadecimal."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "atlas_source"
        constraints = (
            both_names("atlas_source_named"),
            code_fits_addresses("atlas_source_code_fits"),
            models.CheckConstraint(
                name="atlas_source_digest_sound", condition=models.Q(digest="") | models.Q(digest__regex=r"^[0-9a-f]{64}$")
            ),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class Provenance(Row):
    """That one field of one thing was read in a source, and of which day it is. One row a field: the newest word."""

    kind = models.CharField(max_length=12, choices=[(s, s) for s in SUBJECTS])
    subject = models.UUIDField()
    field = models.CharField(max_length=30)
    source = models.ForeignKey("atlas.Source", on_delete=models.PROTECT, related_name="+")
    as_of = models.DateField()

    class Meta:
        db_table = "atlas_provenance"
        constraints = (
            models.UniqueConstraint(fields=["subject", "field"], name="atlas_provenance_once_a_field"),
            models.CheckConstraint(name="atlas_provenance_kind_known", condition=models.Q(kind__in=SUBJECTS)),
        )

    def __str__(self) -> str:
        return f"{self.kind}.{self.field}"
