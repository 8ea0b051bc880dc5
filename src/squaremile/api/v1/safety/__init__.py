"""Safety over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.safety import (
    agents,
    analyses,
    areas,
    counting,
    handovers,
    incidents,
    inspections,
    labels,
    permits,
    sessions,
    stock,
    training,
    waste,
)

ENDPOINTS: tuple[Endpoint, ...] = (
    *agents.ENDPOINTS,
    *analyses.ENDPOINTS,
    *areas.ENDPOINTS,
    *counting.ENDPOINTS,
    *handovers.ENDPOINTS,
    *incidents.ENDPOINTS,
    *inspections.ENDPOINTS,
    *labels.ENDPOINTS,
    *permits.ENDPOINTS,
    *sessions.ENDPOINTS,
    *stock.ENDPOINTS,
    *training.ENDPOINTS,
    *waste.ENDPOINTS,
)
