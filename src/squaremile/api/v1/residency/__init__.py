"""Residency over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.residency import applications, companies, leads, licences, life, outcomes, review

ENDPOINTS: tuple[Endpoint, ...] = (
    *applications.ENDPOINTS,
    *companies.ENDPOINTS,
    *leads.ENDPOINTS,
    *licences.ENDPOINTS,
    *life.ENDPOINTS,
    *outcomes.ENDPOINTS,
    *review.ENDPOINTS,
)
