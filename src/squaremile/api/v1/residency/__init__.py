"""Residency over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.residency import applications, companies, leads, life, review

ENDPOINTS: tuple[Endpoint, ...] = (
    *applications.ENDPOINTS,
    *companies.ENDPOINTS,
    *leads.ENDPOINTS,
    *life.ENDPOINTS,
    *review.ENDPOINTS,
)
