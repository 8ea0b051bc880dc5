"""What tax offices and Peppol ask of both sides of a bill, whoever it is that issues or pays."""

from typing import ClassVar

from django.db import models

from squaremile.billing.policies.identities import ADDRESSED, LETTERS
from squaremile.kernel.models import Row


class TaxIdentity(Row):
    """Columns of issuers and accounts. `registration` and the trade, which Korean tax invoices carry, stand there."""

    country = models.CharField(max_length=2, default="KR")
    legal_id = models.CharField(max_length=30, blank=True)
    """Of the register of companies (법인등록번호), where it is another than the business registration number."""
    vat_id = models.CharField(max_length=20, blank=True)
    """With the country before it, as DE123456789. Empty in Korea, where the business registration number is that."""
    endpoint_scheme = models.CharField(max_length=4, blank=True)
    endpoint = models.CharField(max_length=60, blank=True)
    """Where Peppol delivers, and what sort of number that is."""

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(name="%(app_label)s_%(class)s_country", condition=models.Q(country__regex=LETTERS)),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_endpoint",
                condition=models.Q(endpoint="", endpoint_scheme="") | ~models.Q(endpoint="") & models.Q(endpoint_scheme__regex=ADDRESSED),
            ),
        )
