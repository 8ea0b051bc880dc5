"""What a company has declared in an application that bears on where it can sit."""

from collections.abc import Iterable
from uuid import UUID

from squaremile.residency.models import Declaration


def declared_biosafety(company: UUID) -> int | None:
    """The biosafety level of its newest declaration, where one says so and the asker may see it."""
    return declared_levels([company]).get(company)


def declared_levels(companies: Iterable[UUID]) -> dict[UUID, int]:
    """The same of many companies, where they have declared any. One statement."""
    rows = Declaration.objects.filter(company__in=list(companies)).order_by("company", "-made_at", "-number").distinct("company")
    return {company: level for company, level in rows.values_list("company", "biosafety") if level is not None}
