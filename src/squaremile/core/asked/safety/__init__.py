"""What the parameters of safety's operations mean, one file for each part of it."""

from squaremile.core.asked.safety import areas, incidents, inspections, stock, training, waste

PARTS = (areas, stock, training, inspections, incidents, waste)
