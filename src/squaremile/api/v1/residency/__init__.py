"""Residency over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.residency import companies

ENDPOINTS: tuple[Endpoint, ...] = (*companies.ENDPOINTS,)
