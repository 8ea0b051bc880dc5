"""The site director's reason to let a company sit where the rules of allocation would not put it."""

from django.db import models

from squaremile.kernel.models import Row


class FitException(Row):
    """For staff alone, since it tells of whoever sits there. It stands for what it names, on that day. The row stays."""

    licence = models.ForeignKey("residency.Licence", on_delete=models.PROTECT, related_name="fit_exceptions")
    places = models.JSONField()
    """Codes of the places that were taken."""
    day = models.DateField()
    """From when."""
    says_ko = models.CharField(max_length=2000)
    says_en = models.CharField(max_length=2000)
    reason = models.CharField(max_length=2000)
    at = models.DateTimeField()
    by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "residency_fit_exception"
        constraints = (models.CheckConstraint(name="fit_exception_reasoned", condition=~models.Q(reason="")),)

    def __str__(self) -> str:
        return str(self.licence_id)
