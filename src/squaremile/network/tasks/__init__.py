"""What the network does by itself, again and again, one file for each part of it."""

from squaremile.network.tasks import agreements, liaison, partnering, visits

__all__ = ["agreements", "liaison", "partnering", "visits"]
