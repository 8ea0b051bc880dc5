"""Billing over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.billing import accounts, budgets, closing, money, papers

ENDPOINTS: tuple[Endpoint, ...] = (
    *accounts.ENDPOINTS, *budgets.ENDPOINTS, *closing.ENDPOINTS, *money.ENDPOINTS, *papers.ENDPOINTS,
)
