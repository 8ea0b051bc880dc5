"""Where gas, water, electricity and air are shut off, and where the alarm panel and sprinkler valves are."""

from django.db import models

from squaremile.kernel.models import Row

KINDS = ("gas", "electricity", "water", "ventilation", "sprinkler", "alarm", "hydrant", "assembly")


class ShutOff(Row):
    """One of them. Everybody in the house may know; it is given up, never taken away."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=12, choices=[(k, k) for k in KINDS])
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    where_ko = models.CharField(max_length=200, blank=True)
    where_en = models.CharField(max_length=200, blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "safety_shut_off"
        constraints = (
            models.CheckConstraint(name="shut_off_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(name="shut_off_says_where", condition=~models.Q(where_ko="", where_en="")),
        )
        indexes = (models.Index(fields=["place"], name="shut_off_of_place"),)

    def __str__(self) -> str:
        return self.kind
