"""What the network does when it hears of a fact, one file for each part of it."""

from squaremile.network.handlers import liaison, needs, partnering, visits

__all__ = ["liaison", "needs", "partnering", "visits"]
