"""What the parameters of safety's operations mean, one file for each part of it."""

from squaremile.core.asked.safety import areas, sessions, stock, training

PARTS = (areas, sessions, stock, training)
