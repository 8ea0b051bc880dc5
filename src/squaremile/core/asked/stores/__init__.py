"""What the parameters of the stores' operations mean, one file for each part of them."""

from squaremile.core.asked.stores import goods, orders, services

PARTS = (goods, orders, services)
