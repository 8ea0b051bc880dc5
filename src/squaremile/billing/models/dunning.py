"""What happens where an invoice is not paid: letters first, and in the end no new bookings. Nothing else is barred, ever."""

from django.db import models

from squaremile.kernel.models import Row

LEVELS = ("remind", "notice", "warn", "stop")


class DunningStep(Row):
    """A step taken for an invoice, once."""

    invoice = models.ForeignKey("billing.Invoice", on_delete=models.PROTECT, related_name="dunning")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=6, choices=[(step, step) for step in LEVELS])
    at = models.DateTimeField()

    class Meta:
        db_table = "billing_dunning_step"
        constraints = (models.UniqueConstraint(name="dunning_step_once", fields=["invoice", "level"]),)

    def __str__(self) -> str:
        return self.level


class Stop(Row):
    """No new bookings for a company because of an invoice. Its people see that it is so, not what is owed."""

    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    invoice = models.OneToOneField("billing.Invoice", on_delete=models.PROTECT, related_name="stop")
    since = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "billing_stop"

    def __str__(self) -> str:
        return str(self.since)
