"""What stores tells the domains below it: where gas cylinders stand."""

from squaremile.safety.reads import house
from squaremile.stores.reads import bottles

house.attach_bottles(bottles.bottles)
