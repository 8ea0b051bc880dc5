"""Safety over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.safety import agents, analyses, areas, permits, stock, training

ENDPOINTS: tuple[Endpoint, ...] = (
    *agents.ENDPOINTS, *analyses.ENDPOINTS, *areas.ENDPOINTS, *permits.ENDPOINTS, *stock.ENDPOINTS, *training.ENDPOINTS,
)
