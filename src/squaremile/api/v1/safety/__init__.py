"""Safety over the API, one file for each part of it."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.safety import (
    agents,
    analyses,
    areas,
    counting,
    emergency,
    handovers,
    incidents,
    inspections,
    labels,
    packs,
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
    *emergency.ENDPOINTS,
    *handovers.ENDPOINTS,
    *incidents.ENDPOINTS,
    *inspections.ENDPOINTS,
    *labels.ENDPOINTS,
    *packs.ENDPOINTS,
    *permits.ENDPOINTS,
    *sessions.ENDPOINTS,
    *stock.ENDPOINTS,
    *training.ENDPOINTS,
    *waste.ENDPOINTS,
)
