"""A short list of people, organisations, labs or instruments."""

from django.db import models

from squaremile.kernel.models import Row
from squaremile.network.models.match import SUBJECTS


class ShortList(Row):
    """One person's own list. Nobody else sees it."""

    code = models.CharField(max_length=20, unique=True)
    owner = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_short_list"
        constraints = (models.CheckConstraint(name="short_list_named", condition=~models.Q(name="")),)

    def __str__(self) -> str:
        return self.name


class ShortListLine(Row):
    """One entry of it. Seen as its list is."""

    short_list = models.ForeignKey("network.ShortList", on_delete=models.PROTECT, related_name="lines")
    subject = models.CharField(max_length=10, choices=[(s, s) for s in SUBJECTS])
    subject_code = models.CharField(max_length=20)
    note = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        db_table = "network_short_list_line"
        constraints = (
            models.UniqueConstraint(fields=["short_list", "subject", "subject_code"], name="short_list_once"),
            models.CheckConstraint(name="short_list_subject_known", condition=models.Q(subject__in=SUBJECTS)),
        )

    def __str__(self) -> str:
        return self.subject_code
