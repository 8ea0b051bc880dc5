"""The site director's reason to let something pass that the rules would not: what is the same whatever it was."""

from django.db import models

from squaremile.kernel.models import Row


class DirectorsException(Row):
    """For staff alone. It stands for what it names, and for no more. The row stays."""

    says_ko = models.CharField(max_length=2000)
    says_en = models.CharField(max_length=2000)
    reason = models.CharField(max_length=2000)
    at = models.DateTimeField()
    by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
