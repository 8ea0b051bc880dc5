"""Whose business a row is: a company of the cluster, or a partner outside it."""

from django.db import models

from squaremile.kernel.models import Row


class OfMember(Row):
    """A row about one relationship. A partner that lives in the cluster stands here as its organisation."""

    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    partner = models.ForeignKey("network.Partner", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


def one_member(name: str) -> models.CheckConstraint:
    """The one or the other, never both."""
    one = models.Q(organisation=None, partner__isnull=False) | models.Q(organisation__isnull=False, partner=None)
    return models.CheckConstraint(name=name, condition=one)
