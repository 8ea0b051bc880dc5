"""A publication and its authors."""

from django.db import models
from django.db.models import Q

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.kernel.words import pick

KINDS = ("article", "review", "preprint", "proceedings", "book", "thesis", "patent", "other")


class Publication(Row):
    """A paper, patent or book, in the language or languages it was written in. Public knowledge, seen by everyone."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=12, choices=[(k, k) for k in KINDS])
    title_ko = models.CharField(max_length=500, blank=True)
    title_en = models.CharField(max_length=500, blank=True)
    abstract_ko = models.TextField(blank=True)
    abstract_en = models.TextField(blank=True)
    keywords = models.CharField(max_length=500, blank=True)
    """As the authors gave them, semicolon between."""
    venue = models.CharField(max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    language = models.CharField(max_length=3, blank=True)
    """ISO 639-1 of the text itself."""
    doi = models.CharField(max_length=200, blank=True)
    """Lower case, without an address before it."""
    pmid = models.CharField(max_length=12, blank=True)
    openalex = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=40, blank=True)
    hidden = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_publication"
        constraints = (
            models.CheckConstraint(name="publication_titled", condition=~Q(title_ko="", title_en="")),
            code_fits_addresses("publication_code_fits"),
            models.CheckConstraint(name="publication_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(name="publication_year_sound", condition=Q(year=None) | Q(year__range=(1500, 2200))),
            models.UniqueConstraint(fields=["doi"], name="publication_doi_once", condition=~Q(doi="")),
            models.UniqueConstraint(fields=["pmid"], name="publication_pmid_once", condition=~Q(pmid="")),
            models.UniqueConstraint(fields=["openalex"], name="publication_openalex_once", condition=~Q(openalex="")),
        )
        indexes = (models.Index(fields=["-year"], name="publication_by_year"),)

    @property
    def title(self) -> str:
        return pick(self.title_ko, self.title_en)

    def __str__(self) -> str:
        return self.title


class Authorship(Row):
    """One name on a publication, in its order; `person` where it is known who that is."""

    publication = models.ForeignKey("network.Publication", on_delete=models.PROTECT, related_name="authors")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    """As printed."""
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, null=True, related_name="authorships")

    class Meta:
        db_table = "network_authorship"
        constraints = (
            models.UniqueConstraint(fields=["publication", "position"], name="authorship_position_once"),
            models.UniqueConstraint(fields=["publication", "person"], name="authorship_person_once"),
        )

    def __str__(self) -> str:
        return self.name
