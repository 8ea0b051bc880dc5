"""Application forms as data. A version never changes: whoever began with it goes on with it."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick


class Form(Row):
    """A form by name; what it asks stands in its versions."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "residency_form"
        constraints = (both_names("form_named"), code_fits_addresses("form_code_fits"))

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class FormVersion(Row):
    """What a form asks (residency/policies/form.py). Rows are added and never changed."""

    form = models.ForeignKey("residency.Form", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    body = models.JSONField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        db_table = "residency_form_version"
        constraints = (models.UniqueConstraint(fields=["form", "number"], name="form_version_numbered"),)

    def __str__(self) -> str:
        return f"{self.form_id} v{self.number}"


class CallTerms(Row):
    """What a call asks and whom it takes: the version for new applications, and the rules of eligibility."""

    call = models.OneToOneField("residency.Call", on_delete=models.PROTECT, related_name="terms")
    version = models.ForeignKey("residency.FormVersion", on_delete=models.PROTECT, related_name="+")
    eligibility = models.JSONField(default=list)

    class Meta:
        db_table = "residency_call_terms"

    def __str__(self) -> str:
        return str(self.call_id)
