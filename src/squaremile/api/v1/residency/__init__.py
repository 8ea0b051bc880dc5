"""Residency over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.residency import companies, departures, leads, life, people

ENDPOINTS: tuple[Endpoint, ...] = (
    *companies.ENDPOINTS,
    *leads.ENDPOINTS,
    *life.ENDPOINTS,
    *people.ENDPOINTS,
    *departures.ENDPOINTS,
)
