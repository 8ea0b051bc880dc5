"""Companies, institutes and the operator itself; and the projects that pay."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick


class Organisation(Row):
    """A company or body of the cluster. Its row is visible to its own people and to staff."""

    KINDS = ("startup", "company", "university", "institute", "hospital", "public", "operator", "other")

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=20, default="startup", choices=[(k, k) for k in KINDS])
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "core_organisation"
        constraints = (
            both_names("organisation_named"),
            code_fits_addresses("organisation_code_fits"),
            models.CheckConstraint(
                name="organisation_kind_known",
                condition=models.Q(
                    kind__in=[
                        "startup",
                        "company",
                        "university",
                        "institute",
                        "hospital",
                        "public",
                        "operator",
                        "other",
                    ]
                ),
            ),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class Project(Row):
    """What an organisation's use is charged to: a grant, a budget, a cost centre."""

    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="projects")
    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=160, blank=True)
    name_en = models.CharField(max_length=160, blank=True)
    reference = models.CharField(max_length=80, blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "core_project"
        constraints = (both_names("project_named"), code_fits_addresses("project_code_fits"))

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name
