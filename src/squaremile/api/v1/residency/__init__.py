"""Residency over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.residency import (
    applications,
    companies,
    departures,
    leads,
    licences,
    life,
    outcomes,
    people,
    review,
    space,
)

ENDPOINTS: tuple[Endpoint, ...] = (
    *applications.ENDPOINTS,
    *companies.ENDPOINTS,
    *departures.ENDPOINTS,
    *leads.ENDPOINTS,
    *licences.ENDPOINTS,
    *life.ENDPOINTS,
    *outcomes.ENDPOINTS,
    *people.ENDPOINTS,
    *review.ENDPOINTS,
    *space.ENDPOINTS,
)
