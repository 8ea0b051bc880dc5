"""That places become one, or one becomes several, from a day on."""

from django.db import models

from squaremile.kernel.models import Row


class Reshape(Row):
    """One change of the plan, with its day. What was before it stays readable. Seen by everybody, as places are."""

    code = models.CharField(max_length=20, unique=True)
    at = models.DateTimeField()
    """What was before is gone from then on, and what comes is there: the beginning of a day on the site's clock."""
    made_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "spaces_reshape"
        constraints = (
            models.CheckConstraint(
                name="reshape_cancelled_before",
                condition=models.Q(cancelled_at=None) | models.Q(cancelled_at__lt=models.F("at")),
            ),
        )

    def __str__(self) -> str:
        return self.code


class ReshapedPlace(Row):
    """A place that goes with a reshape, or comes with it."""

    reshape = models.ForeignKey("spaces.Reshape", on_delete=models.PROTECT, related_name="places")
    place = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    comes = models.BooleanField()

    class Meta:
        db_table = "spaces_reshaped_place"
        constraints = (models.UniqueConstraint(fields=["reshape", "place"], name="reshaped_place_once"),)

    def __str__(self) -> str:
        return str(self.place_id)
