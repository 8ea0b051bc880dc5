"""A concept of the field, and the publications that speak of it."""

from django.db import models
from django.db.models import Q

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.kernel.words import pick


class Concept(Row):
    """A term in Korean and English, side by side; other spellings count as the same."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    also_ko = models.CharField(max_length=300, blank=True)
    """Other Korean words for it, semicolon between."""
    also_en = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_concept"
        constraints = (
            models.CheckConstraint(name="concept_named", condition=~Q(name_ko="") & ~Q(name_en="")),
            code_fits_addresses("concept_code_fits"),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class Evidence(Row):
    """That a publication speaks of a concept, and how much: 1 is one mention in the abstract. Made by counting."""

    publication = models.ForeignKey("network.Publication", on_delete=models.PROTECT, related_name="evidence")
    concept = models.ForeignKey("network.Concept", on_delete=models.PROTECT, related_name="evidence")
    weight = models.DecimalField(max_digits=7, decimal_places=2)

    class Meta:
        db_table = "network_evidence"
        constraints = (
            models.UniqueConstraint(fields=["publication", "concept"], name="evidence_once"),
            models.CheckConstraint(name="evidence_weighs", condition=Q(weight__gt=0)),
        )

    def __str__(self) -> str:
        return f"{self.weight}"


class PersonConcept(Row):
    """What a person is known for: the sum over her publications, and how many of them support it."""

    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="concepts")
    concept = models.ForeignKey("network.Concept", on_delete=models.PROTECT, related_name="people")
    weight = models.DecimalField(max_digits=9, decimal_places=2)
    publications = models.PositiveIntegerField()

    class Meta:
        db_table = "network_person_concept"
        constraints = (
            models.UniqueConstraint(fields=["person", "concept"], name="person_concept_once"),
            models.CheckConstraint(name="person_concept_weighs", condition=Q(weight__gt=0, publications__gt=0)),
        )
        indexes = (models.Index(fields=["concept", "-weight"], name="person_concept_by_weight"),)

    def __str__(self) -> str:
        return f"{self.weight}"
