"""What the parameters of safety's operations mean, one file for each part of it."""

from squaremile.core.asked.safety import areas, counting, stock, training

PARTS = (areas, counting, stock, training)
