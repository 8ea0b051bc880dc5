"""Which rows of stock lists were brought in already, so that the same list again changes nothing."""

from django.db import models

from squaremile.kernel.models import Row


class StockListRow(Row):
    """One row of a company's list, by the number that it has there or by all that it says, and the container it became."""

    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=300)
    container = models.ForeignKey("safety.Container", on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        db_table = "safety_stock_list_row"
        constraints = (models.UniqueConstraint(name="stock_list_row_once", fields=["organisation", "key"]),)

    def __str__(self) -> str:
        return self.key
