"""What the network does by itself, again and again, one file for each part of it."""

from squaremile.network.tasks import agreements, partnering

__all__ = ["agreements", "partnering"]
