"""A rate card that is being written. Nobody but those who keep prices sees it before it is published."""

from django.db import models

from squaremile.kernel.models import Row, code_fits_addresses


class RateCardDraft(Row):
    """The whole card as JSON, one draft a card. It may have faults: publishing looks at them."""

    code = models.CharField(max_length=40, unique=True)
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    """Whose alone the card will be. None: everybody's, unless it continues a card of somebody's own."""
    body = models.JSONField()
    saved_at = models.DateTimeField()
    saved_by = models.UUIDField(null=True)

    class Meta:
        db_table = "billing_rate_card_draft"
        constraints = (code_fits_addresses("rate_card_draft_code_fits"),)

    def __str__(self) -> str:
        return self.code
