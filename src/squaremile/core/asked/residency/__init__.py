"""What the parameters of residency's operations mean, one file for each part of it."""

from squaremile.core.asked.residency import (
    applications,
    companies,
    leads,
    licences,
    life,
    outcomes,
    people,
    review,
    space,
)

PARTS = (
    applications,
    companies,
    leads,
    life,
    outcomes,
    review,
    licences,
    people,
    space,
)
