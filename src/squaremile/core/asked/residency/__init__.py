"""What the parameters of residency's operations mean, one file for each part of it."""

from squaremile.core.asked.residency import companies, leads, licences

PARTS = (
    companies,
    leads,
    licences,
)
