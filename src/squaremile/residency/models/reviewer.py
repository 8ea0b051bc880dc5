"""Somebody who judges applications: of the staff, or from outside with a key of her own."""

from django.db import models

from squaremile.kernel.models import Row


class Reviewer(Row):
    """Seen by staff and by herself. Whom she judges is not told to companies."""

    code = models.CharField(max_length=20, unique=True)
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    """Her account; empty for somebody from outside."""
    name_ko = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    contact = models.EmailField()
    """Where her letters go. Two reviewers may share an office's address."""
    body_ko = models.CharField(max_length=120, blank=True)
    body_en = models.CharField(max_length=120, blank=True)
    """The firm or institute she comes from."""
    fields = models.JSONField(default=list)
    """Words for what she knows."""
    capacity = models.PositiveSmallIntegerField(default=20)
    """How many applications she takes in a call."""
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "residency_reviewer"
        constraints = (
            models.CheckConstraint(name="reviewer_named", condition=~models.Q(name_ko="", name_en="")),
            models.CheckConstraint(name="reviewer_capacity_sound", condition=models.Q(capacity__range=(1, 500))),
        )

    def __str__(self) -> str:
        return self.name_ko or self.name_en
