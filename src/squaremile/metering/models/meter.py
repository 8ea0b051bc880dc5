"""What is counted, in which unit."""

from django.db import models

from squaremile.kernel.models import Row, both_names
from squaremile.kernel.words import pick


class Meter(Row):
    """Something that is counted: minutes of equipment, runs, bench-days. Its unit never changes."""

    code = models.CharField(max_length=40, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    unit = models.CharField(max_length=20)

    class Meta:
        db_table = "metering_meter"
        constraints = (both_names("meter_named"),)

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.code
