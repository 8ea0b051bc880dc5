"""A technology that somebody may license, test or build on."""

from django.db import models
from django.db.models import Q

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick

FACTS = ("problem", "advantage", "economics", "stage")
"""What a reader in industry asks first; without one of them she passes on."""


class Technology(Row):
    """An offer of a partner: the problem it solves, its advantage, its economics and its stage are always there."""

    code = models.CharField(max_length=20, unique=True)
    partner = models.ForeignKey("network.Partner", on_delete=models.PROTECT, related_name="technologies")
    lab = models.ForeignKey("network.Lab", on_delete=models.PROTECT, null=True, related_name="technologies")
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    problem_ko = models.TextField(blank=True)
    problem_en = models.TextField(blank=True)
    advantage_ko = models.TextField(blank=True)
    advantage_en = models.TextField(blank=True)
    economics_ko = models.TextField(blank=True)
    economics_en = models.TextField(blank=True)
    stage_ko = models.CharField(max_length=300, blank=True)
    stage_en = models.CharField(max_length=300, blank=True)
    trl = models.PositiveSmallIntegerField()
    """Technology readiness level, 1 to 9 (ISO 16290)."""
    patents = models.CharField(max_length=300, blank=True)
    transferred_on = models.DateField(null=True)
    """The day it was licensed or sold; empty while it is to be had."""
    checked_on = models.DateField()
    """When somebody last said that all this still holds."""
    source = models.CharField(max_length=40, blank=True)
    hidden = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_technology"
        constraints = (
            both_names("technology_named"),
            code_fits_addresses("technology_code_fits"),
            models.CheckConstraint(name="technology_trl_known", condition=Q(trl__range=(1, 9))),
            *(
                models.CheckConstraint(name=f"technology_{fact}_said", condition=~Q(**{f"{fact}_ko": "", f"{fact}_en": ""}))
                for fact in FACTS
            ),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class TechnologyPerson(Row):
    """Who made a technology."""

    technology = models.ForeignKey("network.Technology", on_delete=models.PROTECT, related_name="makers")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="technologies")
    position = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "network_technology_person"
        constraints = (models.UniqueConstraint(fields=["technology", "person"], name="technology_person_once"),)

    def __str__(self) -> str:
        return str(self.person_id)
