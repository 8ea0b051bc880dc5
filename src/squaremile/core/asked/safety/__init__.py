"""What the parameters of safety's operations mean, one file for each part of it."""

from squaremile.core.asked.safety import agents, analyses, areas, permits, stock, training

PARTS = (agents, analyses, areas, permits, stock, training)
