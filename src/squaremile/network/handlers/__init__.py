"""What the network hears, one file for each part of it."""

from squaremile.network.handlers import liaison

__all__ = ["liaison"]
