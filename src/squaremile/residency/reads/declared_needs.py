"""What a company has declared in an application that bears on where it can sit."""

from uuid import UUID

from squaremile.residency.models import Declaration


def declared_biosafety(company: UUID) -> int | None:
    """The biosafety level of its newest declaration, where one says so and the asker may see it."""
    return Declaration.objects.filter(company_id=company).order_by("-made_at", "-number").values_list("biosafety", flat=True).first()
