"""A research project and who works on it."""

from django.db import models
from django.db.models import F, Q

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.kernel.words import pick


class ResearchProject(Row):
    """Funded research of a partner. (`core.Project` is what use is charged to: another thing.)"""

    code = models.CharField(max_length=20, unique=True)
    partner = models.ForeignKey("network.Partner", on_delete=models.PROTECT, related_name="projects")
    lab = models.ForeignKey("network.Lab", on_delete=models.PROTECT, null=True, related_name="projects")
    title_ko = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    says_ko = models.TextField(blank=True)
    says_en = models.TextField(blank=True)
    funder_ko = models.CharField(max_length=200, blank=True)
    funder_en = models.CharField(max_length=200, blank=True)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=40, blank=True)
    hidden = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_research_project"
        constraints = (
            models.CheckConstraint(name="research_project_titled", condition=~Q(title_ko="", title_en="")),
            code_fits_addresses("research_project_code_fits"),
            models.CheckConstraint(
                name="research_project_years_sound",
                condition=Q(first_year__range=(1900, 2200), last_year__gte=F("first_year")),
            ),
        )

    @property
    def title(self) -> str:
        return pick(self.title_ko, self.title_en)

    def __str__(self) -> str:
        return self.title


class ProjectPerson(Row):
    """Who works on a research project; the first leads it."""

    project = models.ForeignKey("network.ResearchProject", on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="projects")
    position = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "network_project_person"
        constraints = (models.UniqueConstraint(fields=["project", "person"], name="project_person_once"),)

    def __str__(self) -> str:
        return str(self.person_id)
