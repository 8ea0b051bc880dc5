"""Whether new bookings of a company are stopped for an unpaid invoice."""

from uuid import UUID

from squaremile.billing.models import Stop


def stopped(organisation: UUID) -> bool:
    """One statement; the company's own people may ask."""
    return Stop.objects.filter(organisation_id=organisation, lifted_at=None).exists()
