"""Billing over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.billing import accounts, budgets, claims, closing, money, papers, reads

READS = (reads, claims)
"""Imported for what they put on the router."""
ENDPOINTS: tuple[Endpoint, ...] = (
    *accounts.ENDPOINTS, *budgets.ENDPOINTS, *closing.ENDPOINTS, *money.ENDPOINTS, *papers.ENDPOINTS,
)
