"""Offers and licences by the clock."""

from squaremile.core.worker import repeats
from squaremile.residency.operations import (
    heed_sign_by,
    lapse_offers,
    remind_of_insurance,
    run_licences,
    seal_documents,
)


@repeats(seconds=300)
def lapse() -> None:
    """Every five minutes: what nobody took is free again, and what runs goes by its days."""
    lapse_offers()
    heed_sign_by()
    run_licences()


@repeats(seconds=3600)
def remind() -> None:
    """Every hour; nobody is told the same thing twice."""
    remind_of_insurance()


@repeats(seconds=300)
def seal() -> None:
    """Every five minutes: what was signed before there was a certificate, or while the authority for time was away."""
    seal_documents()
