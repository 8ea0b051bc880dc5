"""The site director's reason to let a company sit where the rules of allocation would not put it."""

from django.db import models

from squaremile.residency.models.exception import DirectorsException


class FitException(DirectorsException):
    """For staff alone, since it tells of whoever sits there. It stands for what it names, on that day. The row stays."""

    licence = models.ForeignKey("residency.Licence", on_delete=models.PROTECT, related_name="fit_exceptions")
    places = models.JSONField()
    """Codes of the places that were taken."""
    day = models.DateField()
    """From when."""

    class Meta:
        db_table = "residency_fit_exception"
        constraints = (models.CheckConstraint(name="fit_exception_reasoned", condition=~models.Q(reason="")),)

    def __str__(self) -> str:
        return str(self.licence_id)
