"""What the network does when it hears something, one file for each part of it."""

from squaremile.network.handlers import liaison, visits

__all__ = ["liaison", "visits"]
