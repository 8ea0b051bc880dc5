"""GHS labels and safety data sheets of substances, as somebody read them and with where that was."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from squaremile.kernel.models import Row

SIGNALS = ("", "danger", "warning")
LANGUAGES = ("ko", "en", "other")


class SubstanceLabel(Row):
    """A label as read: signal word, statements, pictograms, with source and day. Never changed; a newer reading ends it.

    GHS is for people who handle the substance. No sum of a fire code is made from it.
    """

    substance = models.ForeignKey("safety.Substance", on_delete=models.PROTECT, related_name="labels")
    signal = models.CharField(max_length=7, blank=True, choices=[(s, s) for s in SIGNALS])
    statements = ArrayField(models.CharField(max_length=40), default=list)
    precautions = ArrayField(models.CharField(max_length=40), default=list)
    pictograms = ArrayField(models.CharField(max_length=5), default=list)
    read_in = models.CharField(max_length=300)
    read_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    current = models.BooleanField(default=True)

    class Meta:
        db_table = "safety_substance_label"
        constraints = (
            models.CheckConstraint(name="substance_label_sourced", condition=~models.Q(read_in="")),
            models.CheckConstraint(name="substance_label_signal_known", condition=models.Q(signal__in=SIGNALS)),
            models.UniqueConstraint(name="substance_label_current", fields=["substance"], condition=models.Q(current=True)),
        )

    def __str__(self) -> str:
        return ", ".join(self.statements)


class SafetySheet(Row):
    """A safety data sheet (MSDS): a file or an address, in one language, of one revision. Older revisions stay.

    Sheets differ by supplier, so a company may keep its own for a substance of the shared register: those are its own.
    """

    substance = models.ForeignKey("safety.Substance", on_delete=models.PROTECT, related_name="sheets")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Whose it is; empty: everybody's."""
    language = models.CharField(max_length=5, choices=[(each, each) for each in LANGUAGES])
    supplier = models.CharField(max_length=120, blank=True)
    revised_on = models.DateField()
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    url = models.CharField(max_length=300, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "safety_sheet"
        constraints = (
            models.CheckConstraint(name="sheet_is_somewhere", condition=models.Q(file__isnull=False) | ~models.Q(url="")),
            models.CheckConstraint(name="sheet_url_fits", condition=models.Q(url="") | models.Q(url__regex=r"^https?://[^\s]+$")),
            models.CheckConstraint(name="sheet_language_known", condition=models.Q(language__in=LANGUAGES)),
        )
        indexes = (models.Index(fields=["substance", "-revised_on"], name="sheet_of_substance"),)

    def __str__(self) -> str:
        return f"{self.language} {self.revised_on}"
