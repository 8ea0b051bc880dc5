"""What the parameters of residency's operations mean, one file for each part of it."""

from squaremile.core.asked.residency import companies, leads, outcomes

PARTS = (
    companies,
    leads,
    outcomes,
)
