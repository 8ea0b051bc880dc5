"""What the parameters of residency's operations mean, one file for each part of it."""

from squaremile.core.asked.residency import companies, leads, life
from squaremile.core.asked.residency import applications, companies, leads
from squaremile.core.asked.residency import companies, leads, life, outcomes
from squaremile.core.asked.residency import companies, leads, life, review
from squaremile.core.asked.residency import companies, leads, licences

PARTS = (
    applications,
    companies,
    leads,
    life,
    outcomes,
    review,
    licences,
)
