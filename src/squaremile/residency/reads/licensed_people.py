"""How many people a company's licences in force allow together: the one figure for its seats."""

from uuid import UUID

from squaremile.residency.models import Licence
from squaremile.residency.policies.licence_terms import Terms
from squaremile.residency.reads.licence_terms import terms_of


def licensed_terms(company: UUID) -> list[Terms]:
    """The terms of its licences in force; those from before squaremile have none."""
    found = Licence.objects.filter(company=company, state="in_force").order_by("created_at", "id")
    return [terms for terms in map(terms_of, found) if terms is not None]


def licensed_people(company: UUID) -> int | None:
    """None where no licence says."""
    terms = licensed_terms(company)
    return sum(each.most_people for each in terms) if terms else None
