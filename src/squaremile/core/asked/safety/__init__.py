"""What the parameters of safety's operations mean, one file for each part of it."""

from squaremile.core.asked.safety import (
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

PARTS = (
    agents,
    analyses,
    areas,
    permits,
    stock,
    labels,
    handovers,
    training,
    inspections,
    incidents,
    waste,
    counting,
    sessions,
)
