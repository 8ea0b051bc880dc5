"""What the parameters of safety's operations mean, one file for each part of it."""

from squaremile.core.asked.safety import (
    agents,
    analyses,
    areas,
    counting,
    emergency,
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

PARTS = (
    agents,
    analyses,
    areas,
    permits,
    stock,
    training,
    inspections,
    incidents,
    waste,
    counting,
    sessions,
    emergency,
    labels,
    handovers,
)
