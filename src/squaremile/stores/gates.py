"""What stores tells the domains below it: where gas cylinders stand, and what they and the shelves add to the sums of an area."""

from squaremile.safety.reads import attached, house
from squaremile.stores.reads import bottles, standing

house.attach_bottles(bottles.bottles)
attached.attach(standing.SOURCE, standing.known)
