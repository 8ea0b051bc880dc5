"""Is a company suspended? Asked at every booking: one statement over a partial index."""

from uuid import UUID

from squaremile.residency.models import Suspension


def suspended(organisation: UUID) -> str:
    """The code of the company's record while it is suspended; empty otherwise."""
    return Suspension.objects.filter(company=organisation, state="suspended").values_list("company__code", flat=True).first() or ""
