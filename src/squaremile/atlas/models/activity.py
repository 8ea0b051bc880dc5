"""What organisations do, in the words of a scheme; and how the words of one scheme stand to another's."""

from django.db import models
from django.db.models import F, Q

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick

SCHEMES = ("naics", "ksic", "cluster", "topic", "bio", "modality", "fda")
"""NAICS 2022, KSIC 10, clusters of the US Cluster Mapping definitions, OpenAlex topics and fields, the colours of biotechnology,
kinds of therapy, and the US agency's kinds of application."""


class ActivityCode(Row):
    """One word of a scheme, with its name in both languages."""

    scheme = models.CharField(max_length=10, choices=[(s, s) for s in SCHEMES])
    code = models.CharField(max_length=40)
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    parent = models.CharField(max_length=40, blank=True)
    """Code of the wider word of the same scheme."""

    class Meta:
        db_table = "atlas_activity_code"
        constraints = (
            both_names("atlas_activity_code_named"),
            code_fits_addresses("atlas_activity_code_fits"),
            models.UniqueConstraint(fields=["scheme", "code"], name="atlas_activity_code_once"),
            models.CheckConstraint(name="atlas_activity_code_scheme_known", condition=Q(scheme__in=SCHEMES)),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return f"{self.scheme}:{self.code}"


class Crosswalk(Row):
    """How much of one word is another: a weight above 0 up to 1."""

    one = models.ForeignKey("atlas.ActivityCode", on_delete=models.PROTECT, related_name="to")
    other = models.ForeignKey("atlas.ActivityCode", on_delete=models.PROTECT, related_name="of")
    weight = models.DecimalField(max_digits=6, decimal_places=5)

    class Meta:
        db_table = "atlas_crosswalk"
        constraints = (
            models.UniqueConstraint(fields=["one", "other"], name="atlas_crosswalk_once"),
            models.CheckConstraint(name="atlas_crosswalk_weighs", condition=Q(weight__gt=0, weight__lte=1)),
            models.CheckConstraint(name="atlas_crosswalk_of_two", condition=~Q(one=F("other"))),
        )

    def __str__(self) -> str:
        return f"{self.weight}"


class Activity(Row):
    """That an organisation does something, and how much of it. Seen as the organisation is."""

    organisation = models.ForeignKey("atlas.Organisation", on_delete=models.PROTECT, related_name="activities")
    activity = models.ForeignKey("atlas.ActivityCode", on_delete=models.PROTECT, related_name="done_by")
    weight = models.DecimalField(max_digits=14, decimal_places=4)
    source = models.ForeignKey("atlas.Source", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "atlas_activity"
        constraints = (
            models.UniqueConstraint(fields=["organisation", "activity", "source"], name="atlas_activity_once"),
            models.CheckConstraint(name="atlas_activity_weighs", condition=Q(weight__gt=0)),
        )
        indexes = (models.Index(fields=["activity"], name="atlas_activity_by_code"),)

    def __str__(self) -> str:
        return f"{self.weight}"
