"""A research group."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick


class Lab(Row):
    """A research group of a partner. Seen as its partner is."""

    code = models.CharField(max_length=20, unique=True)
    partner = models.ForeignKey("network.Partner", on_delete=models.PROTECT, related_name="labs")
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    says_ko = models.TextField(blank=True)
    says_en = models.TextField(blank=True)
    website = models.URLField(max_length=300, blank=True)
    hidden = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_lab"
        constraints = (both_names("lab_named"), code_fits_addresses("lab_code_fits"))

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name
