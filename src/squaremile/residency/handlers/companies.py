"""A company took a step: whoever has left has no seats and no roles any more."""

from squaremile.core.outbox import handles
from squaremile.published.residency import CompanyMoved
from squaremile.residency.operations.seeing_off import see_off


@handles("CompanyMoved")
def company_left(fact: CompanyMoved) -> None:
    """Once it is an alumna; the same fact again ends nothing more."""
    if fact.after == "alumni":
        see_off(company=fact.company)
