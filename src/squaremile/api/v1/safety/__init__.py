"""Safety over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.safety import areas, sessions, stock, training

ENDPOINTS: tuple[Endpoint, ...] = (*areas.ENDPOINTS, *stock.ENDPOINTS, *training.ENDPOINTS, *sessions.ENDPOINTS)
