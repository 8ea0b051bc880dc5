"""Badges and keys of a company that are out."""

from uuid import UUID

from squaremile.residency.models import AccessPass


def out(company: UUID, kind: str) -> list[str]:
    """Numbers of those that are in somebody's hands, one that has run out too: it was not given back."""
    found = AccessPass.objects.filter(company=company, kind=kind, state="issued")
    return list(found.order_by("number").values_list("number", flat=True))
