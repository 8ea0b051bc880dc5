"""What the parameters of the network's operations mean, one file for each part of it."""

from squaremile.core.asked.network import agreements, directory, finding, liaison, needs, partnering, visits

PARTS = (directory, finding, needs, liaison, visits, partnering, agreements)
