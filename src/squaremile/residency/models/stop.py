"""What stops an application before it is accepted, and the site director's reason to let it pass all the same."""

from django.db import models

from squaremile.residency.models.exception import DirectorsException


class StopException(DirectorsException):
    """For staff alone. It stands for the very stops that it names, and for no later one. The row stays."""

    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="stop_exceptions")
    stops = models.JSONField()
    """Keys of the stops (`reads/stops.py`)."""

    class Meta:
        db_table = "residency_stop_exception"
        constraints = (models.CheckConstraint(name="stop_exception_reasoned", condition=~models.Q(reason="")),)

    def __str__(self) -> str:
        return str(self.application_id)
