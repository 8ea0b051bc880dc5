"""A substance: what it is, which figures are known of it and by which method, and classes entered with their source."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from squaremile.kernel.models import Row, both_names

PHASES = ("liquid", "solid", "gas", "liquefied")
SCHEMES = ("ghs", "kr-chemicals-before-2025", "kr-chemicals-2025", "storage-group")
"""Besides the codes of rule packs: schemes in which classes are entered. GHS is never the fire class."""


class Substance(Row):
    """Without an organisation it is of the shared register, which everyone reads; else that company's alone, as what a
    company works with is its own business. Blanks stay blank: what nobody knows is not made up."""

    code = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    cas = models.CharField(max_length=12, blank=True)
    name_ko = models.CharField(max_length=160, blank=True)
    name_en = models.CharField(max_length=160, blank=True)
    phase = models.CharField(max_length=10, choices=[(p, p) for p in PHASES])
    density = models.DecimalField(max_digits=8, decimal_places=4, null=True)
    """Kilograms a litre."""
    flash_c = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    flash_by = models.CharField(max_length=60, blank=True)
    """How the flash point is known: the method that the library names, or what the person who entered it read."""
    boil_c = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    boil_by = models.CharField(max_length=60, blank=True)
    autoignition_c = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    autoignition_by = models.CharField(max_length=60, blank=True)
    water_soluble = models.BooleanField(null=True)
    sheet_url = models.CharField(max_length=300, blank=True)
    """Its safety data sheet."""
    mixture = models.BooleanField(default=False)
    """It has no CAS number: those are its components', and what a library knows of them is not true of it."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "safety_substance"
        constraints = (
            both_names("substance_named"),
            models.CheckConstraint(name="substance_phase_known", condition=models.Q(phase__in=PHASES)),
            models.CheckConstraint(name="substance_cas_shaped", condition=models.Q(cas="") | models.Q(cas__regex=r"^\d{2,7}-\d{2}-\d$")),
            models.CheckConstraint(name="substance_mixture_unnumbered", condition=models.Q(mixture=False) | models.Q(cas="")),
            models.CheckConstraint(name="substance_density_positive", condition=models.Q(density=None) | models.Q(density__gt=0)),
            models.CheckConstraint(name="substance_flash_sourced", condition=models.Q(flash_c=None) | ~models.Q(flash_by="")),
            models.CheckConstraint(name="substance_boil_sourced", condition=models.Q(boil_c=None) | ~models.Q(boil_by="")),
            models.CheckConstraint(name="substance_sheet_fits", condition=models.Q(sheet_url="") | models.Q(sheet_url__regex=r"^https?://[^\s]+$")),
            models.UniqueConstraint(
                name="substance_once_shared", fields=["cas", "phase"], condition=models.Q(organisation=None) & ~models.Q(cas="")
            ),
            models.UniqueConstraint(
                name="substance_once_each", fields=["organisation", "cas", "phase"],
                condition=models.Q(organisation__isnull=False) & ~models.Q(cas=""),
            ),
        )  # fmt: skip
        indexes = (models.Index(fields=["cas"], name="substance_by_cas"),)

    def __str__(self) -> str:
        return self.name_ko or self.name_en


class SubstanceClass(Row):
    """One class of a substance as somebody read it: in a rule pack, in GHS, or in the Korean chemicals act before and since
    7 August 2025. Never changed; what is found wrong is entered anew and the old row ends."""

    substance = models.ForeignKey("safety.Substance", on_delete=models.PROTECT, related_name="classes")
    scheme = models.CharField(max_length=40)
    classes = ArrayField(models.CharField(max_length=60))
    """All of the substance's classes in this scheme; none says that it was looked at and has none."""
    read_in = models.CharField(max_length=300)
    read_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    current = models.BooleanField(default=True)

    class Meta:
        db_table = "safety_substance_class"
        constraints = (
            models.CheckConstraint(name="substance_class_sourced", condition=~models.Q(read_in="")),
            models.UniqueConstraint(
                name="substance_class_current", fields=["substance", "scheme"], condition=models.Q(current=True)
            ),
        )

    def __str__(self) -> str:
        return f"{self.scheme}: {', '.join(self.classes)}"


class ClassAgreement(Row):
    """That safety agrees with a company's own classes of its own substance. Until then sums take the stricter reading."""

    entry = models.OneToOneField("safety.SubstanceClass", on_delete=models.PROTECT, related_name="agreement")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField()

    class Meta:
        db_table = "safety_class_agreement"

    def __str__(self) -> str:
        return str(self.entry_id)
