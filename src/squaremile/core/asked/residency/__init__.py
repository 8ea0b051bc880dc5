"""What the parameters of residency's operations mean, one file for each part of it."""

from squaremile.core.asked.residency import companies, leads, life, people

PARTS = (
    companies,
    leads,
    life,
    people,
)
