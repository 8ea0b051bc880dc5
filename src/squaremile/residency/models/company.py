"""The one company record, and the part of it that may be shown."""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("lead", "applicant", "admitted", "resident", "alumni", "closed", "declined")
STAGES = ("", "idea", "pre_seed", "seed", "series_a", "series_b", "revenue")
MOVES = (
    ("", "lead"), ("", "applicant"), ("", "resident"), ("", "alumni"), ("lead", "applicant"), ("lead", "declined"),
    ("applicant", "lead"), ("applicant", "admitted"), ("applicant", "declined"), ("admitted", "resident"),
    ("admitted", "declined"), ("declined", "applicant"), ("resident", "alumni"), ("resident", "closed"),
    ("alumni", "closed"), ("alumni", "applicant"), ("alumni", "resident"),
)  # fmt: skip
"""Steps of a company's life. Who was in residence before squaremile came begins there; alumni may come again, and one
whose clearance is re-opened is in residence once more."""


class Company(Row):
    """A company's life with the cluster. Its id is its organisation's: own rows are own rows, before and after admission.

    A prospect's organisation is not active; admission makes it so. Seen by its own people and by staff.
    """

    organisation = models.OneToOneField("core.Organisation", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=10, choices=[(s, s) for s in STATES])
    founded_on = models.DateField(null=True)
    stage = models.CharField(max_length=10, blank=True, choices=[(s, s) for s in STAGES])
    country = models.CharField(max_length=2, default="KR")
    created_at = models.DateTimeField()

    class Meta:
        db_table = "residency_company"
        constraints = (
            models.CheckConstraint(name="company_is_its_organisation", condition=models.Q(organisation=models.F("id"))),
            models.CheckConstraint(name="company_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(name="company_stage_known", condition=models.Q(stage__in=STAGES)),
        )
        indexes = (models.Index(fields=["state"], name="company_by_state"),)

    def __str__(self) -> str:
        return self.code


class CompanyTransition(Row):
    """One step of a company's life. Written by the database itself whenever the state changes."""

    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_company_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Profile(Row):
    """What a company lets be said of it. Once `listed` the whole world sees it: nothing confidential belongs here."""

    company = models.OneToOneField("residency.Company", on_delete=models.PROTECT, related_name="profile")
    listed = models.BooleanField(default=False)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    summary_ko = models.CharField(max_length=600, blank=True)
    summary_en = models.CharField(max_length=600, blank=True)
    fields = models.JSONField(default=list)
    """Words for what it works on, as the company says them."""
    website = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "residency_profile"
        constraints = (
            models.CheckConstraint(
                name="profile_listed_says", condition=models.Q(listed=False) | ~models.Q(summary_ko="", summary_en="")
            ),
            models.CheckConstraint(
                name="profile_website_fits", condition=models.Q(website="") | models.Q(website__regex=r"^https?://[^\s]+$")
            ),
        )

    def __str__(self) -> str:
        return self.name_ko or self.name_en
