"""What the network does by itself, again and again, one file for each part of it."""

from squaremile.network.tasks import agreements, liaison, partnering

__all__ = ["agreements", "liaison", "partnering"]
