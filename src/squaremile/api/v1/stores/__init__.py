"""Stores over the API, one file for each part of them."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.stores import dock, goods, services

ENDPOINTS: tuple[Endpoint, ...] = (*goods.ENDPOINTS, *dock.ENDPOINTS, *services.ENDPOINTS)
